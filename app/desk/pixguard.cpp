// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "desk/pixguard.h"

#include "core/brcodereader.h"

#include <QRegularExpression>

#include <algorithm>

namespace balcao::desk {

using namespace Qt::Literals::StringLiterals;

namespace {

bool speaksOfPix(const QString &text)
{
    static const QRegularExpression word(u"\\b(pix|chaves?)\\b"_s, QRegularExpression::CaseInsensitiveOption |
                                                                       QRegularExpression::UseUnicodePropertiesOption);
    return word.match(text).hasMatch();
}

/// A code that was broken into lines on its way is read without them; what cannot be read is still a code.
bool isForeignCode(const QString &text, const PixAccount &own)
{
    static const QRegularExpression begin(u"0002\\s*01"_s);
    const auto at = begin.match(text);
    if (!at.hasMatch() || !text.contains("br.gov.bcb.pix"_L1, Qt::CaseInsensitive))
        return false;
    QString code = text.mid(at.capturedStart()).remove(u'\n').remove(u'\r');
    // Words may follow it.
    static const QRegularExpression end(u"6304[0-9A-Fa-f]{4}"_s);
    for (auto ends = end.globalMatch(code); ends.hasNext();) {
        const BrCodeReading reading = readBrCode(QStringView(code).first(ends.next().capturedEnd()));
        if (!reading.isAccepted())
            continue;
        if (reading.code.kind() == BrCodeKind::Static)
            return reading.code.key != own.key.value;
        if (!reading.code.isPlainSale())
            return true;
        return foldedForBrCode(reading.code.name, kBrCodeName).compare(own.name, Qt::CaseInsensitive) != 0;
    }
    return true;
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
    if (text.contains("br.gov.bcb.pix"_L1, Qt::CaseInsensitive))
        return isForeignCode(text, own) ? ForeignPix::Code : ForeignPix::None;
    static const QRegularExpression blanks(u"\\s+"_s);
    const QList<QStringView> words = QStringView(text).split(blanks, Qt::SkipEmptyParts);
    const bool isKey = std::ranges::any_of(words, [&own](QStringView word) { return isForeignWord(word, own); }) ||
                       isForeignNumber(text, own, speaksOfPix(text));
    return isKey ? ForeignPix::Key : ForeignPix::None;
}

} // namespace balcao::desk
