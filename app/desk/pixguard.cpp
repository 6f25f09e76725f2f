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

/// What nobody sees may stand between two letters: the payer's app goes past it, too.
QString seen(QString text)
{
    return text.removeIf([](QChar c) { return c.category() == QChar::Other_Format; });
}

/// As keys are written: other alphabets' digits, blanks and dashes are the usual ones.
QString usual(const QString &text)
{
    QString made = text.normalized(QString::NormalizationForm_KC);
    std::ranges::replace_if(
        made, [](QChar c) { return c.category() == QChar::Punctuation_Dash; }, u'-');
    return made;
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
    static const QRegularExpression begin(u"0002\\s*01"_s);
    while (text.contains("br.gov.bcb.pix"_L1, Qt::CaseInsensitive)) {
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

/// A word that may be a key, without what a sentence puts around it.
QStringView bare(QStringView word)
{
    constexpr QStringView kAround = u".,;:!?()[]{}<>\"'“”*_~";
    while (!word.isEmpty() && kAround.contains(word.front()))
        word = word.sliced(1);
    while (!word.isEmpty() && kAround.contains(word.back()))
        word = word.chopped(1);
    return word;
}

bool isOurs(const QList<PixKey> &keys, const PixAccount &own)
{
    return std::ranges::any_of(keys, [&own](const PixKey &key) { return key.value == own.key.value; });
}

bool isForeignWord(QStringView word, const PixAccount &own)
{
    const QList<PixKey> keys = pixKeysOf(bare(word));
    const bool counts = std::ranges::any_of(
        keys, [](const PixKey &key) { return key.type == PixKeyType::Email || key.type == PixKeyType::Random; });
    return counts && !isOurs(keys, own);
}

/// Numbers are written with blanks, dots and dashes in between.
bool isForeignNumber(const QString &text, const PixAccount &own, bool speaks)
{
    static const QRegularExpression number(
        u"(?<![\\w/])(?:[0-9A-Z]{2}\\.?[0-9A-Z]{3}\\.?[0-9A-Z]{3}/?[0-9A-Z]{4}-?\\d{2}|"
        "\\+55[\\d ().-]{10,18}\\d|\\(?\\d[\\d ().-]{8,18}\\d)(?![\\w/])"_s);
    for (auto all = number.globalMatch(text); all.hasNext();) {
        const QString found = all.next().captured();
        const QList<PixKey> keys = pixKeysOf(found);
        if (!keys.isEmpty() && !isOurs(keys, own) && (speaks || found.startsWith("+55"_L1)))
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
    const std::optional<QString> rest = withoutOwnCodes(seen(text), own);
    if (!rest)
        return ForeignPix::Code;
    const QString words = usual(*rest);
    static const QRegularExpression blanks(u"\\s+"_s);
    const QList<QStringView> all = QStringView(words).split(blanks, Qt::SkipEmptyParts);
    const bool isKey = std::ranges::any_of(all, [&own](QStringView word) { return isForeignWord(word, own); }) ||
                       isForeignNumber(words, own, speaksOfPix(words));
    return isKey ? ForeignPix::Key : ForeignPix::None;
}

} // namespace balcao::desk
