// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// What of a day's report goes onto paper, in words: the slip, and on a sheet the charges below it. Plain text.
#pragma once

#include <QList>
#include <QStringList>

namespace balcao::desk {

struct PrintedTillLine
{
    enum class Kind { Title, Centre, Rule, Row, Strong, Words, Sign };

    Kind kind = Kind::Row;
    QString left;
    QString behind; ///< it, and never cut
    QString right;  ///< an amount; never cut

    friend bool operator==(const PrintedTillLine &, const PrintedTillLine &) = default;
};

struct PrintedTill
{
    QList<PrintedTillLine> slip;
    QStringList head;         ///< of the table
    QList<QStringList> table; ///< as the screen has it

    friend bool operator==(const PrintedTill &, const PrintedTill &) = default;
};

} // namespace balcao::desk
