// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "relay/store/upkeep.h"

namespace balcao::relay {

using namespace Qt::Literals::StringLiterals;

Result<void> runTimers(RelayData &data)
{
    const qint64 now = data.clock().nowMs();
    BALCAO_TAKE(const QList<Conversation> due, data.conversations().dueSnoozes(now));
    for (Conversation conversation : due)
        BALCAO_TRY(data.conversations().wake(conversation, wire::WakeReason::Timer, Stamp{}));
    BALCAO_TRY(data.connection().prepare(u"DELETE FROM parked WHERE at < ?"_s).bind(now - kRawKeptMs).run());
    BALCAO_TRY(data.connection().prepare(u"DELETE FROM taken WHERE at < ?"_s).bind(now - kRawKeptMs).run());
    return data.connection().prepare(u"DELETE FROM raw WHERE at < ?"_s).bind(now - kRawKeptMs).run();
}

Result<void> eraseCustomer(RelayData &data, CustomerId customer)
{
    sql::Connection &connection = data.connection();
    // Whoever was merged into this customer is the same person.
    const auto people = connection
                            .prepare(u"WITH RECURSIVE same (id) AS (SELECT ? UNION "
                                     "SELECT c.id FROM customer c JOIN same ON c.merged_into = same.id) "
                                     "SELECT id FROM same"_s)
                            .bind(customer)
                            .all([](const sql::Statement &row) { return row.id<CustomerId>(0); });
    BALCAO_TRY(people);
    for (const CustomerId &id : *people) {
        BALCAO_TRY(connection
                       .prepare(u"UPDATE event SET body = NULL WHERE customer = ? AND kind NOT IN "
                                "('customer.erased', 'customer.merged', 'customer.unmerged', 'conversation.opened', "
                                "'conversation.reopened', 'conversation.resolved', 'conversation.read')"_s)
                       .bind(id)
                       .run());
        BALCAO_TRY(
            connection.prepare(u"DELETE FROM parked WHERE raw IN (SELECT raw FROM raw_customer WHERE customer = ?)"_s)
                .bind(id)
                .run());
        BALCAO_TRY(
            connection.prepare(u"DELETE FROM raw WHERE id IN (SELECT raw FROM raw_customer WHERE customer = ?)"_s)
                .bind(id)
                .run());
        BALCAO_TRY(connection.prepare(u"DELETE FROM identifier WHERE customer = ?"_s).bind(id).run());
        BALCAO_TRY(connection.prepare(u"DELETE FROM customer_tag WHERE customer = ?"_s).bind(id).run());
        BALCAO_TRY(connection
                       .prepare(u"UPDATE outgoing SET state = 2, content = NULL, quoted = '' WHERE conversation IN "
                                "(SELECT id FROM conversation WHERE customer = ?)"_s)
                       .bind(id)
                       .run());
        // Nothing wakes it any more: desks show an empty, ended conversation.
        BALCAO_TRY(connection
                       .prepare(u"UPDATE conversation SET state = ?, snoozed_until = 0, assignee = NULL "
                                "WHERE customer = ?"_s)
                       .bind(static_cast<int>(ConversationState::Resolved))
                       .bind(id)
                       .run());
        BALCAO_TRY(connection.prepare(u"UPDATE customer SET erased = 1, profile = NULL WHERE id = ?"_s).bind(id).run());
    }
    return {};
}

Result<void> backUpTo(sql::Connection &connection, const QString &path)
{
    BALCAO_TRY(connection.copyInto(path));
    BALCAO_TAKE(const auto copy, sql::Connection::open(path));
    BALCAO_TRY(copy->prepare(u"INSERT INTO meta (key, value) VALUES ('backup', x'01') "
                             "ON CONFLICT (key) DO UPDATE SET value = x'01'"_s)
                   .run());
    // One file to carry away: nothing may stay in a -wal beside it.
    return copy->exec(u"PRAGMA journal_mode = DELETE"_s);
}

} // namespace balcao::relay
