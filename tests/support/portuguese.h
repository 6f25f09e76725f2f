// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// While it lives the program speaks pt-BR, with the words of translations/balcao_pt_BR.ts as they stand in the tree. For
// tests of exact copy; plurals stay English.
#pragma once

#include <QCoreApplication>
#include <QFile>
#include <QHash>
#include <QLocale>
#include <QTranslator>
#include <QXmlStreamReader>

namespace balcao::test {

class Portuguese final : public QTranslator
{
public:
    explicit Portuguese(const QString &file)
    {
        QFile from(file);
        if (!from.open(QIODevice::ReadOnly))
            qFatal("no translations");
        QXmlStreamReader xml(&from);
        QString context;
        QString source;
        QString comment;
        while (!xml.atEnd()) {
            if (xml.readNext() != QXmlStreamReader::StartElement)
                continue;
            if (xml.name() == QLatin1String("name"))
                context = xml.readElementText();
            else if (xml.name() == QLatin1String("source"))
                std::tie(source, comment) = std::pair(xml.readElementText(), QString());
            else if (xml.name() == QLatin1String("comment"))
                comment = xml.readElementText();
            else if (xml.name() == QLatin1String("translation"))
                m_words[context + u'|' + source + u'|' + comment] =
                    xml.readElementText(QXmlStreamReader::SkipChildElements).trimmed();
        }
        QLocale::setDefault(QLocale(QLocale::Portuguese, QLocale::Brazil));
        QCoreApplication::installTranslator(this);
    }
    ~Portuguese() override
    {
        QCoreApplication::removeTranslator(this);
        QLocale::setDefault(m_before);
    }
    Q_DISABLE_COPY_MOVE(Portuguese)

    [[nodiscard]] QString translate(const char *context, const char *source, const char *comment, int) const override
    {
        const QString found = m_words.value(QString::fromUtf8(context) + u'|' + QString::fromUtf8(source) + u'|' +
                                            QString::fromUtf8(comment));
        return found.isEmpty() ? QString() : found;
    }
    [[nodiscard]] bool isEmpty() const override { return false; }

private:
    QHash<QString, QString> m_words;
    QLocale m_before;
};

} // namespace balcao::test
