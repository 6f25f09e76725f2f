// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "rawcommit.h"

#include <QByteArray>
#include <QElapsedTimer>

#include <sqlite3.h>

namespace balcao::test {

namespace {

void must(int result, int wanted)
{
    if (result != wanted)
        qFatal("SQLite: %d", result);
}

} // namespace

double rawRowsPerSecond(const QString &file, int rowsPerCommit, int bytesPerRow, double seconds)
{
    sqlite3 *db = nullptr;
    must(sqlite3_open(file.toUtf8().constData(), &db), SQLITE_OK);
    must(sqlite3_exec(db,
                      "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; "
                      "CREATE TABLE row (seq INTEGER PRIMARY KEY, body BLOB NOT NULL)",
                      nullptr, nullptr, nullptr),
         SQLITE_OK);
    sqlite3_stmt *insert = nullptr;
    must(sqlite3_prepare_v2(db, "INSERT INTO row (body) VALUES (?)", -1, &insert, nullptr), SQLITE_OK);
    const QByteArray body(bytesPerRow, 'x');
    qint64 rows = 0;
    QElapsedTimer clock;
    clock.start();
    while (double(clock.elapsed()) < seconds * 1000) {
        must(sqlite3_exec(db, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr), SQLITE_OK);
        for (int left = rowsPerCommit; left > 0; --left, ++rows) {
            sqlite3_bind_blob(insert, 1, body.constData(), static_cast<int>(body.size()), SQLITE_STATIC);
            must(sqlite3_step(insert), SQLITE_DONE);
            sqlite3_reset(insert);
        }
        must(sqlite3_exec(db, "COMMIT", nullptr, nullptr, nullptr), SQLITE_OK);
    }
    const double rate = double(rows) * 1000 / double(clock.elapsed());
    sqlite3_finalize(insert);
    sqlite3_close(db);
    return rate;
}

} // namespace balcao::test
