// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "store/turnedback.h"

#include "core/id.h"

namespace balcao::store {

using namespace Qt::Literals::StringLiterals;

namespace {

/// As one line; empty: nobody does.
Result<QString> whoReceives(sql::Connection &db)
{
    const auto found = db.prepare(u"SELECT key_type || ' ' || key || char(10) || name || char(10) || city "
                                  "FROM pix_account WHERE standing = 1"_s)
                           .one([](const sql::Statement &row) { return row.text(0); });
    BALCAO_TRY(found);
    return found->value_or(QString());
}

Result<bool> isKnown(sql::Connection &db, ChargeId charge)
{
    const auto found = db.prepare(u"SELECT 1 FROM charge WHERE id = ?"_s).bind(charge).one([](const sql::Statement &) {
        return true;
    });
    BALCAO_TRY(found);
    return found->value_or(false);
}

} // namespace

Result<TurnedBack> turnedBack(sql::Connection &before, sql::Connection &now)
{
    constexpr int kNewest = 5000; // nobody restores what is older than those
    TurnedBack found;
    const auto charges = before.prepare(u"SELECT id FROM charge WHERE refusal = '' ORDER BY at DESC LIMIT ?"_s)
                             .bind(kNewest)
                             .all([](const sql::Statement &row) { return row.id<ChargeId>(0); });
    BALCAO_TRY(charges);
    for (const ChargeId charge : *charges) {
        BALCAO_TAKE(const bool known, isKnown(now, charge));
        found.charges += known ? 0 : 1;
    }
    BALCAO_TAKE(const QString received, whoReceives(before));
    BALCAO_TAKE(const QString receives, whoReceives(now));
    found.account = !received.isEmpty() && received != receives;
    return found;
}

} // namespace balcao::store
