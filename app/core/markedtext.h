// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// What a message looks like: WhatsApp's marks (*bold* _italic_ ~strike~ ```code```) become ranges over plain
// text, addresses become links that tell their true host, and what could turn letters around is gone. Pure, linear.
#pragma once

#include "core/weblink.h"

#include <QFlags>

namespace balcao {

enum class Mark {
    Bold = 1,
    Italic = 2,
    Strike = 4,
    Code = 8,
};
Q_DECLARE_FLAGS(Marks, Mark)
Q_DECLARE_OPERATORS_FOR_FLAGS(Marks)

struct MarkRun
{
    qsizetype start = 0;
    qsizetype length = 0;
    Marks marks;

    friend bool operator==(const MarkRun &, const MarkRun &) = default;
};

struct MarkedText
{
    QString text;         ///< without the marks
    QList<MarkRun> runs;  ///< in order, not overlapping; unmarked text has none
    QList<WebLink> links; ///< places in `text`
};

/// A mark opens at the beginning of a word and closes at the end of one, on the same line; marks nest, and do not
/// cross; nothing is a mark within code or within an address.
MarkedText markedText(QStringView text);
/// The words alone.
QString withoutMarks(QStringView text);
/// Those in one line for a list, cut at `limit` (previewText).
QString previewWords(QStringView text, qsizetype limit = 120);

} // namespace balcao
