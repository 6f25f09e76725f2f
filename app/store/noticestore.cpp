// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "store/noticestore.h"

namespace balcao::store {

using namespace Qt::Literals::StringLiterals;

namespace {

QString keyOf(Notice notice)
{
    return notice == Notice::OwnFileLost ? u"notice.own-file-lost"_s : u"notice.server-restored"_s;
}

} // namespace

Result<void> NoticeStore::add(const NoticeRow &row)
{
    return m_db.prepare(u"INSERT OR REPLACE INTO setting (key, value) VALUES (?, ?)"_s)
        .bind(keyOf(row.notice))
        .bind(row.file.toUtf8())
        .run();
}

Result<QList<NoticeRow>> NoticeStore::all()
{
    return m_db.prepare(u"SELECT key, value FROM setting WHERE key IN (?, ?) ORDER BY key"_s)
        .bind(keyOf(Notice::OwnFileLost))
        .bind(keyOf(Notice::ServerRestored))
        .all([](const sql::Statement &row) {
            const bool isLost = row.text(0) == keyOf(Notice::OwnFileLost);
            return NoticeRow{isLost ? Notice::OwnFileLost : Notice::ServerRestored, QString::fromUtf8(row.bytes(1))};
        });
}

Result<void> NoticeStore::drop(Notice notice)
{
    return m_db.prepare(u"DELETE FROM setting WHERE key = ?"_s).bind(keyOf(notice)).run();
}

} // namespace balcao::store
