// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The content of a projection as text, in one order whatever the order of writing was, so that two of
// them can be compared. All tables but meta, which holds the cursor.
#pragma once

#include "sql/connection.h"

#include <QSqlDatabase>
#include <QStringList>

namespace balcao::test {

/// The index of words is left out: how FTS5 cuts it depends on the pages it came in (store.search asks it).
/// One line for each row: "table: value | value". Blobs and texts as hexadecimal of their bytes.
inline QStringList dumped(sql::Connection &connection)
{
    QStringList lines;
    const auto tables = connection
                            .prepare(QStringLiteral("SELECT name FROM sqlite_schema WHERE type = 'table' AND "
                                                    "name <> 'meta' AND name NOT LIKE 'sqlite_%' AND "
                                                    "name NOT LIKE 'message_words%' ORDER BY name"))
                            .all([](const sql::Statement &row) { return row.text(0); });
    if (!tables)
        return {tables.error().detail};
    for (const QString &table : *tables) {
        const auto columns = connection.prepare(QStringLiteral("SELECT name FROM pragma_table_info(?)"))
                                 .bind(table)
                                 .all([](const sql::Statement &row) {
                                     return QStringLiteral("coalesce(hex(\"%1\"), 'null')").arg(row.text(0));
                                 });
        if (!columns)
            return {columns.error().detail};
        const QString sql =
            QStringLiteral("SELECT %1 FROM \"%2\"").arg(columns->join(QStringLiteral(" || ' | ' || ")), table);
        const auto rows = connection.prepare(sql).all([](const sql::Statement &row) { return row.text(0); });
        if (!rows)
            return {rows.error().detail};
        for (const QString &row : *rows)
            lines.append(table + QStringLiteral(": ") + row);
    }
    lines.sort();
    return lines;
}

} // namespace balcao::test
