// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "core/text.h"

namespace balcao {

namespace {

bool isBidiControl(char16_t c)
{
    return c == 0x061c || c == 0x200e || c == 0x200f || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

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
