// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "store/noticestore.h"

#include <algorithm>

namespace balcao::store {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Name
{
    Notice notice;
    QLatin1StringView key;
};
/// The gravest first.
constexpr Name kNames[] = {{Notice::OwnFileLost, "notice.own-file-lost"_L1},
                           {Notice::AccountTurnedBack, "notice.account-turned-back"_L1},
                           {Notice::ServerDamaged, "notice.server-damaged"_L1},
                           {Notice::ServerRestored, "notice.server-restored"_L1},
                           {Notice::ChargesForgotten, "notice.charges-forgotten"_L1}};

QString keyOf(Notice notice)
{
    return std::ranges::find(kNames, notice, &Name::notice)->key;
}

} // namespace

Result<void> NoticeStore::add(const NoticeRow &row)
{
    return m_db.prepare(u"INSERT OR REPLACE INTO setting (key, value) VALUES (?, ?)"_s)
        .bind(keyOf(row.notice))
        .bind(row.what.toUtf8())
        .run();
}

Result<QList<NoticeRow>> NoticeStore::all()
{
    QList<NoticeRow> rows;
    for (const Name &name : kNames) {
        BALCAO_TAKE(const std::optional<QByteArray> what,
                    m_db.prepare(u"SELECT value FROM setting WHERE key = ?"_s)
                        .bind(QString(name.key))
                        .one([](const sql::Statement &row) { return row.bytes(0); }));
        if (what)
            rows.append({name.notice, QString::fromUtf8(*what)});
    }
    return rows;
}

Result<void> NoticeStore::drop(Notice notice)
{
    return m_db.prepare(u"DELETE FROM setting WHERE key = ?"_s).bind(keyOf(notice)).run();
}

} // namespace balcao::store
