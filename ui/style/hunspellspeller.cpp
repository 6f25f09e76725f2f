// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/style/hunspellspeller.h"

#include <QFile>
#include <QStringConverter>

#include <hunspell/hunspell.hxx>

#include <optional>

namespace balcao::ui {

class HunspellSpeller::Dictionary final : public QObject
{
public:
    Dictionary(const QString &rules, const QString &words)
        : m_rules(QFile::encodeName(rules)), m_words(QFile::encodeName(words))
    {
    }

    QStringList unknownOf(const QStringList &words)
    {
        QStringList unknown;
        for (const QString &word : words) {
            const auto bytes = encoded(word);
            if (bytes && !m_hunspell->spell(*bytes))
                unknown.append(word);
        }
        return unknown;
    }

    QStringList suggestionsFor(const QString &word, int most)
    {
        QStringList found;
        const auto bytes = encoded(word);
        if (!bytes)
            return found;
        for (const std::string &one : m_hunspell->suggest(*bytes)) {
            if (found.size() == most)
                break;
            const QString text = m_decoder.decode(QByteArrayView(one));
            found.append(text);
        }
        return found;
    }

private:
    /// Nothing for a word that its character set cannot say: of that it has no opinion.
    std::optional<std::string> encoded(const QString &word)
    {
        if (!m_hunspell) {
            m_hunspell = std::make_unique<Hunspell>(m_rules.constData(), m_words.constData());
            m_encoder = QStringEncoder(m_hunspell->get_dict_encoding().c_str());
            m_decoder = QStringDecoder(m_hunspell->get_dict_encoding().c_str());
        }
        if (!m_encoder.isValid())
            return std::nullopt;
        const QByteArray bytes = m_encoder.encode(word);
        const bool failed = m_encoder.hasError();
        m_encoder.resetState();
        return failed ? std::nullopt : std::optional(bytes.toStdString());
    }

    QByteArray m_rules;
    QByteArray m_words;
    std::unique_ptr<Hunspell> m_hunspell;
    QStringEncoder m_encoder;
    QStringDecoder m_decoder;
};

HunspellSpeller::HunspellSpeller(const QString &rules, const QString &words)
    : m_dictionary(std::make_unique<Dictionary>(rules, words))
{
    m_thread.setObjectName(QStringLiteral("speller"));
    m_dictionary->moveToThread(&m_thread);
    m_thread.start(QThread::LowPriority);
}

HunspellSpeller::~HunspellSpeller()
{
    m_thread.quit();
    m_thread.wait();
}

void HunspellSpeller::check(const QStringList &words)
{
    QMetaObject::invokeMethod(m_dictionary.get(), [this, words] {
        const QStringList unknown = m_dictionary->unknownOf(words);
        QMetaObject::invokeMethod(this, [this, words, unknown] { Q_EMIT checked(words, unknown); });
    });
}

void HunspellSpeller::suggest(const QString &word, int most)
{
    QMetaObject::invokeMethod(m_dictionary.get(), [this, word, most] {
        const QStringList found = m_dictionary->suggestionsFor(word, most);
        QMetaObject::invokeMethod(this, [this, word, found] { Q_EMIT suggested(word, found); });
    });
}

} // namespace balcao::ui
