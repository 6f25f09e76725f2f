// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "desk/pixguard.h"

#include "core/brcodereader.h"

#include <QRegularExpression>

#include <algorithm>
#include <optional>

namespace balcao::desk {

using namespace Qt::Literals::StringLiterals;

namespace {

bool speaksOfPix(const QString &text)
{
    static const QRegularExpression word(u"\\b(pix|chaves?)\\b"_s, QRegularExpression::CaseInsensitiveOption |
                                                                       QRegularExpression::UseUnicodePropertiesOption);
    return word.match(text).hasMatch();
}

/// What is drawn as nothing.
bool isUnseen(char32_t c)
{
    const bool selects = (c >= 0xfe00 && c <= 0xfe0f) || (c >= 0xe0100 && c <= 0xe01ef);
    return selects || c == 0x034f || QChar::category(c) == QChar::Other_Format;
}

/// As the payer's eyes, and their app, take it: without what nobody sees between two letters.
QString seen(const QString &text)
{
    QList<char32_t> letters;
    const QList<uint> all = text.toUcs4();
    for (const uint c : all) {
        if (!isUnseen(c))
            letters.append(c);
    }
    return QString::fromUcs4(letters.constData(), letters.size());
}

/// Keys as the rules know them: digits of other widths, hard blanks, long dashes and signs of number are the usual ones.
QString usual(QString text)
{
    std::ranges::replace_if(
        text, [](QChar c) { return c == u'º' || c == u'ª' || c == u'№'; }, u' ');
    QString made = text.normalized(QString::NormalizationForm_KC);
    for (QChar &c : made) {
        constexpr QChar kMinus(0x2212);
        if (c.category() == QChar::Punctuation_Dash || c == kMinus)
            c = u'-';
        else if (c.isDigit())
            c = QChar(u'0' + c.digitValue());
    }
    return made;
}

/// These letters, whatever `between` matches between any two.
QString spread(QLatin1StringView letters, const QString &between)
{
    QStringList all;
    for (const char letter : letters)
        all.append(QRegularExpression::escape(QString(QLatin1Char(letter))));
    return all.join(between);
}

bool paysUs(const BrCode &code, const PixAccount &own)
{
    if (code.kind() == BrCodeKind::Static)
        return code.key == own.key.value;
    return code.isPlainSale() && foldedForBrCode(code.name, kBrCodeName).compare(own.name, Qt::CaseInsensitive) == 0;
}

/// How long the code is that the text begins with, when it is one that pays us; 0 of any other. A code that was broken
/// into lines on its way is read without them; what cannot be read is still a code.
qsizetype ownCodeAt(QStringView text, const PixAccount &own)
{
    const auto isBreak = [](QChar c) { return c == u'\n' || c == u'\r'; };
    const QString code = text.toString().removeIf(isBreak);
    // Words may follow it.
    static const QRegularExpression end(u"6304[0-9A-Fa-f]{4}"_s);
    for (auto ends = end.globalMatch(code); ends.hasNext();) {
        const qsizetype length = ends.next().capturedEnd();
        const BrCodeReading reading = readBrCode(QStringView(code).first(length));
        if (!reading.isAccepted())
            continue;
        if (!paysUs(reading.code, own))
            return 0;
        qsizetype taken = 0;
        for (qsizetype letters = 0; letters < length; ++taken)
            letters += isBreak(text[taken]) ? 0 : 1;
        return taken;
    }
    return 0;
}

/// The text without the codes that pay us; nothing when there is one that does not.
std::optional<QString> withoutOwnCodes(QString text, const PixAccount &own)
{
    static const QRegularExpression begin(spread("000201"_L1, u"\\s*"_s));
    static const QRegularExpression scheme(spread("br.gov.bcb.pix"_L1, u"[\\r\\n]*"_s),
                                           QRegularExpression::CaseInsensitiveOption);
    while (text.contains(scheme)) {
        const auto at = begin.match(text);
        if (!at.hasMatch())
            break; // said, not to be paid
        const qsizetype length = ownCodeAt(QStringView(text).sliced(at.capturedStart()), own);
        if (length == 0)
            return {};
        text.replace(at.capturedStart(), length, u" "_s);
    }
    return text;
}

bool isForeign(const QList<PixKey> &keys, const PixAccount &own)
{
    const auto isOurs = [&own](const PixKey &key) { return key.value == own.key.value; };
    return !keys.isEmpty() && std::ranges::none_of(keys, isOurs);
}

/// E-mail and random keys, whatever is glued to them: "Pix:golpe@exemplo.com".
bool hasForeignName(const QString &text, const PixAccount &own)
{
    static const QRegularExpression name(
        u"(?<![\\w.%+-])[_.%+-]*(?<mail>[0-9A-Za-z][\\w.%+-]*@[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)+)|"
        "(?<random>[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12})"_s);
    for (auto all = name.globalMatch(text); all.hasNext();) {
        const QRegularExpressionMatch found = all.next();
        if (isForeign(pixKeysOf(found.captured(u"mail"_s) + found.captured(u"random"_s)), own))
            return true;
    }
    return false;
}

/// `run`, or where that is no key, any of its words in a row: "50 12345678909".
bool isForeignRun(const QString &run, const PixAccount &own, bool speaks)
{
    const auto counts = [&own, speaks](const QString &found) {
        return (speaks || found.startsWith("+55"_L1)) && isForeign(pixKeysOf(found), own);
    };
    if (!pixKeysOf(run).isEmpty())
        return counts(run);
    const QStringList words = run.split(u' ', Qt::SkipEmptyParts);
    for (qsizetype from = 0; from < words.size(); ++from) {
        for (qsizetype many = 1; many <= words.size() - from; ++many) {
            if (counts(words.mid(from, many).join(u' ')))
                return true;
        }
    }
    return false;
}

/// Numbers are written with blanks, dots and dashes in between.
bool hasForeignNumber(const QString &text, const PixAccount &own, bool speaks)
{
    static const QRegularExpression number(
        u"(?<![\\w/])(?:[0-9A-Z]{2}\\.?[0-9A-Z]{3}\\.?[0-9A-Z]{3}/?[0-9A-Z]{4}-?\\d{2}|"
        "\\+55[\\d ().-]{10,18}\\d|\\(?\\d[\\d ().-]{8,18}\\d)(?![\\w/])"_s);
    for (auto all = number.globalMatch(text); all.hasNext();) {
        if (isForeignRun(all.next().captured(), own, speaks))
            return true;
    }
    return false;
}

} // namespace

ForeignPix foreignPix(const QString &text, const PixAccount &own)
{
    constexpr qsizetype kLongest = 8192;
    if (text.size() > kLongest)
        return ForeignPix::None; // it will not be sent
    const QString read = seen(text);
    const std::optional<QString> rest = withoutOwnCodes(read, own);
    if (!rest)
        return ForeignPix::Code;
    const QString words = usual(*rest);
    const bool speaks = speaksOfPix(words) || *rest != read; // where one code stands, a number beside it is another way
    const bool isKey = hasForeignName(words, own) || hasForeignNumber(words, own, speaks);
    return isKey ? ForeignPix::Key : ForeignPix::None;
}

} // namespace balcao::desk
