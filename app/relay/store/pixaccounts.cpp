// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "relay/store/pixaccounts.h"

#include "relay/store/relaydata.h"

namespace balcao::relay {

using namespace Qt::Literals::StringLiterals;

wire::PixRecord recordOf(const PixAccount &account)
{
    return {account.key.type, account.key.value, account.name, account.city};
}

Result<std::optional<KeptAccount>> PixAccounts::at(Place place)
{
    return m_data.connection()
        .prepare(u"SELECT key_type, key, name, city, at, by, seq FROM pix_account WHERE place = ?"_s)
        .bind(static_cast<int>(place))
        .one([](const sql::Statement &row) {
            const PixKey key{static_cast<PixKeyType>(row.int64(0)), row.text(1)};
            return KeptAccount{{key, row.text(2), row.text(3)}, row.int64(4), row.int64(6), row.id<OperatorId>(5)};
        });
}

Result<void> PixAccounts::put(Place place, const PixAccount &account, qint64 seq, const Stamp &stamp)
{
    return m_data.connection()
        .prepare(u"INSERT OR REPLACE INTO pix_account (place, key_type, key, name, city, at, by, seq) "
                 "VALUES (?, ?, ?, ?, ?, ?, ?, ?)"_s)
        .bind(static_cast<int>(place))
        .bind(static_cast<int>(account.key.type))
        .bind(account.key.value)
        .bind(account.name)
        .bind(account.city)
        .bind(m_data.clock().nowMs())
        .bind(stamp.actor.operatorId.value_or(OperatorId()))
        .bind(seq)
        .run();
}

Result<bool> PixAccounts::drop(Place place)
{
    auto gone = m_data.connection().prepare(u"DELETE FROM pix_account WHERE place = ?"_s);
    BALCAO_TRY(gone.bind(static_cast<int>(place)).run());
    return gone.changes() > 0;
}

Result<std::optional<KeptAccount>> PixAccounts::standing()
{
    return at(Place::Standing);
}

Result<std::optional<KeptAccount>> PixAccounts::proposed()
{
    return at(Place::Proposed);
}

Result<void> PixAccounts::propose(const PixAccount &account, const Stamp &stamp)
{
    BALCAO_TAKE(const std::optional<KeptAccount> before, standing());
    if (!before) {
        BALCAO_TAKE(const qint64 first, m_data.announce({}, stamp, wire::PixAccountChanged{recordOf(account)}));
        return put(Place::Standing, account, first, stamp);
    }
    const qint64 ripeAt = m_data.clock().nowMs() + kAccountRipensMs;
    BALCAO_TAKE(const qint64 seq, m_data.announce({}, stamp, wire::PixAccountProposed{recordOf(account), ripeAt}));
    return put(Place::Proposed, account, seq, stamp);
}

Result<void> PixAccounts::confirm(const Stamp &stamp)
{
    BALCAO_TAKE(const std::optional<KeptAccount> wanted, proposed());
    if (!wanted)
        return {};
    BALCAO_TAKE(const qint64 seq, m_data.announce({}, stamp, wire::PixAccountChanged{recordOf(wanted->account)}));
    BALCAO_TRY(put(Place::Standing, wanted->account, seq, stamp));
    BALCAO_TRY(drop(Place::Proposed));
    return {};
}

Result<bool> PixAccounts::wasThereBefore(OperatorId who, qint64 seq)
{
    const auto since = m_data.connection()
                           .prepare(u"SELECT 1 FROM event WHERE seq > ? AND kind IN ('operator.added', "
                                    "'operator.changed') AND json_extract(subject, '$.operator') = ? LIMIT 1"_s)
                           .bind(seq)
                           .bind(who.text())
                           .one([](const sql::Statement &) { return true; });
    BALCAO_TRY(since);
    return !since->has_value();
}

Result<bool> PixAccounts::keep(const Stamp &stamp)
{
    BALCAO_TAKE(const bool had, drop(Place::Proposed));
    if (had)
        BALCAO_TRY(m_data.announce({}, stamp, wire::PixAccountKept{}));
    return had;
}

} // namespace balcao::relay
