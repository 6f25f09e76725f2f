// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// What a Statement borrows and a Connection keeps: Qt's query, and which value goes to which `?`.
// Numbered placeholders are ours: Qt 6.4's driver counts "?1 … ?1" twice, which shifts the values and
// can crash, so the driver only ever sees plain ones.
#pragma once

#include <QList>
#include <QSqlQuery>
#include <QString>

namespace balcao::sql {

struct Placeholders
{
    QString sql;      ///< with plain `?` only
    QList<int> order; ///< for each `?`, from the left, the number (from 0) of the value that fills it
    int wanted = 0;   ///< how many values are to be bound

    /// `?` is one more than the highest so far, `?N` is N, as in SQLite; text and comments are passed over.
    static Placeholders of(const QString &sql);
};

struct Prepared
{
    QSqlQuery query;
    QList<int> order;
    int wanted = 0;
};

} // namespace balcao::sql
