// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// brcode_maker COUNT [SEED]: that many BR Codes as the shop would write them, one JSON object a line: the code, and
// what every reader should find in it. Shops and customers are named badly on purpose.
// brcode_maker --qr DIR: reads codes from standard input and draws each as DIR/N.png.

#include "core/brcode.h"
#include "core/pixkey.h"
#include "core/qrpicture.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>
#include <random>

using namespace balcao;
using namespace Qt::Literals::StringLiterals;

namespace {

class Maker
{
public:
    explicit Maker(quint32 seed) : m_random(seed) {}

    BrCode next()
    {
        BrCode code;
        if (upTo(4) == 0) {
            code.url = u"pix.banco%1.exemplo.br/qr/v2/%2%3"_s.arg(upTo(99)).arg(upTo(5) == 0 ? u"cobv/"_s : QString(),
                                                                                hex(32));
        } else {
            code.key = key();
            code.info = upTo(3) == 0 ? words(80) : QString();
            code.txid = upTo(2) == 0 ? QString(hex(1 + upTo(25))) : QString();
            if (upTo(4) != 0)
                code.amount = Money{1 + static_cast<qint64>(m_random() % 10'000'000'000ULL) / (1 + upTo(100'000))};
        }
        code.name = words(40);
        code.city = words(24);
        return code;
    }

private:
    int upTo(int end) { return static_cast<int>(m_random() % static_cast<quint64>(end)); }

    QString hex(int length)
    {
        QString text;
        while (text.size() < length)
            text += QString::number(upTo(16), 16);
        return text;
    }

    QString words(int most)
    {
        static const QString letters =
            u"aáâãàbcçdeéêfghiíjklmnñoóôõpqrstuúüvwxyzABÇDÉJOÃO0123456789 .,-/'&ªº’–ß🥐"_s;
        QString text{QChar(u'A' + upTo(26))};
        for (int left = 1 + upTo(most); left > 0; --left) {
            const int at = upTo(static_cast<int>(letters.size()));
            text += letters.at(at).isSurrogate() ? u"🥐"_s : QString(letters.at(at));
        }
        return text;
    }

    QString digits(int length)
    {
        QString text;
        while (text.size() < length)
            text += QString::number(upTo(10));
        return text;
    }

    /// Check digits are found by trying: there are a hundred of them.
    QString withCheckDigits(PixKeyType type, const QString &body)
    {
        for (int digits = 0; digits < 100; ++digits) {
            if (auto key = pixKeyOf(type, body + QString::number(digits).rightJustified(2, u'0')))
                return key->value;
        }
        return {};
    }

    QString key()
    {
        switch (upTo(6)) {
        case 0:
            return withCheckDigits(PixKeyType::Cpf, digits(9));
        case 1:
            return withCheckDigits(PixKeyType::Cnpj, digits(12));
        case 2: {
            QString body;
            while (body.size() < 12)
                body += upTo(2) == 0 ? QChar(u'A' + upTo(26)) : QChar(u'0' + upTo(10));
            return withCheckDigits(PixKeyType::Cnpj, body);
        }
        case 3:
            return u"+55119"_s + digits(8);
        case 4:
            return u"caixa.%1@loja-%2.exemplo.br"_s.arg(hex(1 + upTo(12))).arg(upTo(999));
        default:
            return hex(8) + u'-' + hex(4) + u'-' + hex(4) + u'-' + hex(4) + u'-' + hex(12);
        }
    }

    std::mt19937_64 m_random;
};

QJsonObject expected(const BrCode &code)
{
    QJsonObject fields{{u"name"_s, foldedForBrCode(code.name, kBrCodeName)},
                       {u"city"_s, foldedForBrCode(code.city, kBrCodeCity)}};
    const auto put = [&fields](const QString &name, const QString &value) {
        if (!value.isEmpty())
            fields.insert(name, value);
    };
    put(u"key"_s, code.key);
    put(u"url"_s, code.url);
    put(u"info"_s, foldedForBrCode(code.info, brCodeInfoRoom(code.key)));
    put(u"txid"_s, code.txid);
    if (code.amount)
        put(u"amount"_s, moneyForBank(*code.amount));
    return fields;
}

int make(int count, quint32 seed)
{
    Maker maker(seed);
    for (int left = count; left > 0; --left) {
        const BrCode code = maker.next();
        const auto text = brCodeText(code);
        if (!text) {
            std::fprintf(stderr, "brcode_maker: refused %s\n", qPrintable(text.error().detail));
            return 1;
        }
        const QJsonObject line{{u"code"_s, *text}, {u"fields"_s, expected(code)}};
        std::puts(QJsonDocument(line).toJson(QJsonDocument::Compact).constData());
    }
    return 0;
}

/// The very pictures that customers get.
int draw(const QString &folder)
{
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return 1;
    int number = 0;
    for (QByteArray line = input.readLine(); !line.isEmpty(); line = input.readLine()) {
        const auto symbol = qrSymbol(line.trimmed());
        QFile file(QDir(folder).filePath(u"%1.png"_s.arg(++number)));
        if (!symbol || !file.open(QIODevice::WriteOnly) || file.write(qrPicture(*symbol)) < 0)
            return 1;
    }
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QStringList words = QCoreApplication::arguments().mid(1);
    if (words.size() == 2 && words.at(0) == "--qr"_L1)
        return draw(words.at(1));
    const int count = words.value(0).toInt();
    return count > 0 ? make(count, words.value(1, u"1"_s).toUInt()) : 2;
}
