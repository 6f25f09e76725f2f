// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "desk/spellwords.h"

#include <QRegularExpression>

#include <algorithm>

namespace balcao::desk {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kLongestWord = 40;
constexpr int kLongestCode = 5; // CNPJ, PIX

bool isApostrophe(QChar c)
{
    return c == u'\'' || c == u'\u2019';
}

bool isOfWord(QChar c)
{
    return c.isLetterOrNumber() || c.isMark();
}

/// With the hyphens and apostrophes that have a letter on both sides.
qsizetype wordEnd(QStringView text, qsizetype from)
{
    qsizetype at = from;
    while (at < text.size()) {
        const bool joins = (text[at] == u'-' || isApostrophe(text[at])) && at > from && isOfWord(text[at - 1]) &&
                           at + 1 < text.size() && isOfWord(text[at + 1]);
        if (!isOfWord(text[at]) && !joins)
            break;
        ++at;
    }
    return at;
}

bool isCode(QStringView letters)
{
    return letters.size() <= kLongestCode && std::ranges::all_of(letters, [](QChar c) { return c.isUpper(); });
}

bool isLaughter(QStringView letters) // kkkk
{
    return std::ranges::all_of(letters,
                               [first = letters.front().toCaseFolded()](QChar c) { return c.toCaseFolded() == first; });
}

bool isLatin(QChar c)
{
    return c.script() == QChar::Script_Latin || c.script() == QChar::Script_Common;
}

bool isWorthAsking(const QString &word)
{
    QString letters = word;
    letters.removeIf([](QChar c) { return !c.isLetter(); });
    const bool hasDigit = std::ranges::any_of(word, [](QChar c) { return c.isNumber(); });
    return letters.size() > 1 && word.size() <= kLongestWord && !hasDigit && !isCode(letters) && !isLaughter(letters) &&
           std::ranges::all_of(letters, isLatin);
}

bool isAddress(const QString &chunk)
{
    // padaria.com.br, nota.pdf; no Portuguese sentence whose space was forgotten and which goes on in a capital.
    static const QRegularExpression host(
        u"(?<![\\p{L}\\p{N}-])[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*\\.[a-z]{2,6}(?![\\p{L}\\p{N}])"_s);
    return chunk.contains(u'@') || chunk.contains(u'#') || chunk.contains("://"_L1) || host.match(chunk).hasMatch();
}

/// Of the same length, with blanks where a reply's fields and the addresses are.
QString withoutAddresses(const QString &text)
{
    static const QRegularExpression field(u"\\{[^{}\\n]{1,40}\\}"_s);
    static const QRegularExpression chunk(u"\\S+"_s);
    QString left = text;
    const auto blank = [&left](const QRegularExpressionMatch &match) {
        std::fill_n(left.begin() + match.capturedStart(), match.capturedLength(), u' ');
    };
    for (auto fields = field.globalMatch(text); fields.hasNext();)
        blank(fields.next());
    const QString words = left;
    for (auto chunks = chunk.globalMatch(words); chunks.hasNext();) {
        const QRegularExpressionMatch match = chunks.next();
        if (isAddress(match.captured()))
            blank(match);
    }
    return left;
}

} // namespace

QList<SpellWord> spellWords(const QString &text)
{
    const QString left = withoutAddresses(text);
    QList<SpellWord> found;
    for (qsizetype at = 0; at < left.size();) {
        if (!isOfWord(left[at])) {
            ++at;
            continue;
        }
        const qsizetype end = wordEnd(left, at);
        QString word = left.mid(at, end - at).normalized(QString::NormalizationForm_C);
        word.replace(u'\u2019', u'\'');
        if (isWorthAsking(word))
            found.append({static_cast<int>(at), static_cast<int>(end - at), word});
        at = end;
    }
    return found;
}

} // namespace balcao::desk
