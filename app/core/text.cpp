// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "core/text.h"

namespace balcao {

using namespace Qt::Literals::StringLiterals;

bool turnsText(char16_t c)
{
    return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

bool isBidiControl(char16_t c)
{
    return c == 0x061c || c == 0x200e || c == 0x200f || turnsText(c);
}

namespace {

bool isDroppedControl(char16_t c)
{
    return (c < 0x20 && c != u'\n' && c != u'\t') || (c >= 0x7f && c <= 0x9f);
}

} // namespace

QString cleanText(QStringView text, qsizetype limit)
{
    QString clean;
    clean.reserve(qMin(text.size(), limit));
    for (qsizetype i = 0; i < text.size() && clean.size() < limit; ++i) {
        const QChar c = text[i];
        if (c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            if (clean.size() + 2 > limit)
                break;
            clean += c;
            clean += text[++i];
        } else if (c.isSurrogate()) {
            clean += QChar::ReplacementCharacter;
        } else if (c == u'\r') {
            if (i + 1 >= text.size() || text[i + 1] != u'\n')
                clean += u'\n';
        } else if (!isDroppedControl(c.unicode())) {
            clean += c;
        }
    }
    return clean;
}

QString previewText(QStringView text, qsizetype limit)
{
    if (limit <= 0)
        return {};
    // Only as much as can show is looked at: a message may be 65,536 long and a list has thousands.
    const QString start = cleanText(text, limit * 4);
    bool cut = start.size() < text.size() && start.size() >= limit * 4 - 1;
    QString line;
    bool gap = false;
    for (const QChar c : start) {
        if (c.isSpace()) {
            gap = !line.isEmpty();
        } else if (!isBidiControl(c.unicode())) {
            if (gap)
                line += u' ';
            gap = false;
            line += c;
        }
    }
    cut = cut || line.size() > limit;
    if (!cut)
        return line;
    line.truncate(limit - 1);
    if (!line.isEmpty() && line.back().isHighSurrogate())
        line.chop(1);
    return line + QChar(0x2026);
}

QString excerptText(QStringView text, const QStringList &folded, qsizetype limit)
{
    constexpr qsizetype kBefore = 32; // letters that say what the sentence is about
    const auto found = wordMatches(text, folded);
    if (found.isEmpty() || found.first().first + found.first().second < limit || found.first().first <= kBefore)
        return previewText(text, limit);
    qsizetype from = found.first().first - kBefore;
    while (from < found.first().first && !text[from - 1].isSpace())
        ++from;
    return QChar(0x2026) + previewText(text.sliced(from), limit - 1);
}

QString isolated(QStringView text)
{
    QString alone(QChar(0x2068)); // first strong isolate
    for (const QChar c : text) {
        if (!turnsText(c.unicode()))
            alone += c;
    }
    return alone + QChar(0x2069);
}

QString unisolated(QString text)
{
    return text.remove(QChar(0x2068)).remove(QChar(0x2069));
}

FileName safeFileName(QStringView name)
{
    constexpr qsizetype kLongest = 120;
    constexpr qsizetype kLongestExtension = 12;
    QString plain;
    for (const QChar c : cleanText(name, 1024)) {
        if (c == u'/' || c == u'\\')
            plain.clear();
        else if (!isBidiControl(c.unicode()) && c.category() != QChar::Other_Format)
            plain += c.isSpace() ? u' ' : c;
    }
    plain = plain.simplified();
    while (plain.endsWith(u'.') || plain.endsWith(u' '))
        plain.chop(1); // Windows drops them, and with them what seemed to be the end
    const qsizetype dot = plain.lastIndexOf(u'.');
    const QString extension = dot < 0 ? QString() : plain.mid(dot + 1);
    const bool isOne = !extension.isEmpty() && extension.size() <= kLongestExtension && !extension.contains(u' ');
    return {previewText(isOne ? plain.left(dot) : plain, kLongest), isOne ? extension.toLower() : QString()};
}

QList<std::pair<qsizetype, qsizetype>> wordMatches(QStringView text, const QStringList &folded)
{
    QList<std::pair<qsizetype, qsizetype>> found;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const bool begins = text[at].isLetterOrNumber() && (at == 0 || !text[at - 1].isLetterOrNumber());
        if (!begins)
            continue;
        qsizetype end = at;
        QString word;
        QList<qsizetype> ends; // per folded letter: where the letter it came from ends
        for (; end < text.size() && (text[end].isLetterOrNumber() || text[end].isMark()); ++end) {
            for (const QChar c : foldedText(text.sliced(end, 1))) {
                word += c;
                ends.append(end + 1);
            }
        }
        qsizetype longest = 0;
        for (const QString &one : folded) {
            if (!one.isEmpty() && word.startsWith(one))
                longest = qMax(longest, one.size());
        }
        if (longest > 0)
            found.append({at, ends[longest - 1] - at});
        at = end;
    }
    return found;
}

QString foldedText(QStringView text)
{
    QString folded;
    for (const QChar c : text.toString().normalized(QString::NormalizationForm_KD)) {
        if (c.category() != QChar::Mark_NonSpacing)
            folded += c;
    }
    return folded.toCaseFolded();
}

} // namespace balcao
