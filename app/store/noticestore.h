// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// What befell this desk's memory and a person has yet to be told; kept in local.db until they say that they know.
#pragma once

#include "sql/connection.h"

namespace balcao::store {

enum class Notice {
    OwnFileLost,       ///< local.db had to be made anew: drafts and what was not sent are gone
    ServerRestored,    ///< the relay has another log than the one that was read
    AccountTurnedBack, ///< and in it another receives the shop's Pix
    ChargesForgotten,  ///< and it does not know some charges
    ServerDamaged,     ///< the relay's disk has changed some of its log
};

struct NoticeRow
{
    Notice notice = Notice::OwnFileLost;
    /// OwnFileLost: what stands aside of it in the store's folder; empty: nothing was left of it. ChargesForgotten: how
    /// many. AccountTurnedBack: since when it receives, relay time.
    QString what;

    friend bool operator==(const NoticeRow &, const NoticeRow &) = default;
};

class NoticeStore
{
public:
    explicit NoticeStore(sql::Connection &local) : m_db(local) {}

    Result<void> add(const NoticeRow &row);
    /// The gravest first.
    Result<QList<NoticeRow>> all();
    Result<void> drop(Notice notice);

private:
    sql::Connection &m_db;
};

} // namespace balcao::store
