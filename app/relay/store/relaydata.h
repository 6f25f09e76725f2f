// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Everything of the relay that is stored, over one connection: the log, what stands, what is not derived.
// Synchronous and thread-blind; its calls belong inside a transaction of the caller (the writer groups
// many jobs into one commit, each in a savepoint). Classes reach their neighbours through it.
#pragma once

#include "core/clock.h"
#include "relay/store/charges.h"
#include "relay/store/conversations.h"
#include "relay/store/log.h"
#include "relay/store/messages.h"
#include "relay/store/operators.h"
#include "relay/store/outgoing.h"
#include "relay/store/people.h"
#include "relay/store/pixaccounts.h"
#include "relay/store/refunds.h"
#include "relay/store/registry.h"
#include "relay/store/shopthings.h"
#include "relay/store/strays.h"
#include "relay/store/till.h"

namespace balcao::relay {

/// By whom, where and for which command something happens.
struct Stamp
{
    wire::Actor actor;
    std::optional<DeskId> desk;
    std::optional<CommandId> cause;
};

/// In meta: whether customers are to see that they were read; unset: they are.
inline constexpr QLatin1StringView kMarkReadKey("mark_read");
inline constexpr QByteArrayView kMarkReadOn("1");
inline constexpr QByteArrayView kMarkReadOff("0");

class RelayData
{
public:
    /// The relay's file: made or migrated. On a marked copy of a backup, a new incarnation begins.
    static Result<std::unique_ptr<sql::Connection>> open(const QString &path, const Clock &clock);
    /// Of a copy of the file: the first to open it makes another log of it. One file, nothing beside it.
    static Result<void> markCopy(const QString &path);
    /// For polls: a second connection to a file that open() has made.
    static Result<std::unique_ptr<sql::Connection>> openReadOnly(const QString &path);

    RelayData(std::unique_ptr<sql::Connection> connection, const Clock &clock);

    sql::Connection &connection() { return *m_connection; }
    const Clock &clock() const { return m_clock; }
    Log &log() { return m_log; }
    People &people() { return m_people; }
    Conversations &conversations() { return m_conversations; }
    Messages &messages() { return m_messages; }
    Outgoing &outgoing() { return m_outgoing; }
    Charges &charges() { return m_charges; }
    PixAccounts &pixAccounts() { return m_pixAccounts; }
    Refunds &refunds() { return m_refunds; }
    Operators &operators() { return m_operators; }
    Registry &registry() { return m_registry; }
    ShopThings &shop() { return m_shop; }
    Strays &strays() { return m_strays; }
    Till &till() { return m_till; }

    /// Appends an event of now. 0: its dedupe key stood already.
    Result<qint64> announce(const wire::Subject &subject, const Stamp &stamp, wire::EventBody body,
                            const QByteArray &dedupe = {});
    /// HMAC under the key in meta: what stands in for wamids wherever texts must not.
    QByteArray keyed(const QByteArray &text);
    Result<QByteArray> meta(const QString &key);
    Result<void> setMeta(const QString &key, const QByteArray &value);
    /// What was erased still lies in the write-ahead log and in copies from before a migration; until scrub() has taken
    /// it away, also over a restart.
    Result<void> wantScrub();
    [[nodiscard]] bool needsScrub() const { return m_needsScrub; }
    /// Outside of a transaction. While somebody reads an older state nothing is done, and it is still needed.
    Result<void> scrub();

private:
    std::unique_ptr<sql::Connection> m_connection;
    const Clock &m_clock;
    QByteArray m_dedupeKey;
    bool m_needsScrub;
    Log m_log;
    People m_people;
    Conversations m_conversations;
    Messages m_messages;
    Outgoing m_outgoing;
    Charges m_charges;
    PixAccounts m_pixAccounts;
    Refunds m_refunds;
    Operators m_operators;
    Registry m_registry;
    ShopThings m_shop;
    Strays m_strays;
    Till m_till;
};

} // namespace balcao::relay
