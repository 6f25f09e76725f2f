// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "store/turnedback.h"

#include "core/id.h"

#include <tuple>

namespace balcao::store {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Receiver
{
    QString who; ///< as one line; empty: nobody does
    qint64 since = 0;
};

Result<Receiver> receiverOf(sql::Connection &db)
{
    const auto found = db.prepare(u"SELECT key_type || ' ' || key || char(10) || name || char(10) || city, at "
                                  "FROM pix_account WHERE standing = 1"_s)
                           .one([](const sql::Statement &row) {
                               return Receiver{row.text(0), row.int64(1)};
                           });
    BALCAO_TRY(found);
    return found->value_or(Receiver());
}

/// Of whose charge nothing is to be known any more.
Result<bool> isErased(sql::Connection &db, ConversationId conversation)
{
    const auto found = db.prepare(u"SELECT 1 FROM conversation v JOIN customer c ON c.id = v.customer "
                                  "WHERE v.id = ? AND c.erased > 0"_s)
                           .bind(conversation)
                           .one([](const sql::Statement &) { return true; });
    BALCAO_TRY(found);
    return found->value_or(false);
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

Result<qint64> receivesSince(sql::Connection &projection)
{
    BALCAO_TAKE(const Receiver now, receiverOf(projection));
    return now.since;
}

Result<TurnedBack> turnedBack(sql::Connection &before, sql::Connection &now)
{
    constexpr int kNewest = 5000; // nobody restores what is older than those
    TurnedBack found;
    const auto charges =
        before.prepare(u"SELECT id, origin, conversation FROM charge WHERE refusal = '' ORDER BY at DESC LIMIT ?"_s)
            .bind(kNewest)
            .all([](const sql::Statement &row) {
                return std::tuple(row.id<ChargeId>(0), row.id<ConversationId>(1), row.id<ConversationId>(2));
            });
    BALCAO_TRY(charges);
    for (const auto &[charge, origin, conversation] : *charges) {
        BALCAO_TAKE(const bool known, isKnown(now, charge));
        BALCAO_TAKE(const bool gone, isErased(now, origin));
        BALCAO_TAKE(const bool goneToo, isErased(now, conversation)); // joined with another
        found.charges += known || gone || goneToo ? 0 : 1;
    }
    BALCAO_TAKE(const Receiver received, receiverOf(before));
    BALCAO_TAKE(const Receiver receives, receiverOf(now));
    // What was changed since, on the log of now, was meant.
    const bool isBack = !receives.who.isEmpty() && receives.who != received.who && receives.since < received.since;
    found.accountAt = isBack ? receives.since : 0;
    return found;
}

} // namespace balcao::store
