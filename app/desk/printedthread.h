// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// What of a conversation goes onto paper, in words: plain text, in the order of the thread.
#pragma once

#include <QList>
#include <QString>

namespace balcao::desk {

struct PrintedLine
{
    QString day;   ///< above the first line of a day, else empty
    QString head;  ///< who, when, how far it came; empty: a line that stands for itself
    QString text;  ///< may have several lines
    QString state; ///< what went wrong, and reactions; may be empty

    friend bool operator==(const PrintedLine &, const PrintedLine &) = default;
};

struct PrintedThread
{
    QString shop;
    QString customer;
    QString phone; ///< masked as it is on the screen; may be empty
    QString range; ///< from when to when
    QString made;  ///< when it was printed
    QList<PrintedLine> lines;
};

} // namespace balcao::desk
