// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "store/conversationtable.h"

#include <QMap>

namespace balcao::store {

using namespace Qt::Literals::StringLiterals;

namespace {

ConversationRecord read(const sql::Statement &row)
{
    ConversationRecord r;
    r.id = row.id<ConversationId>(0);
    r.customer = row.id<CustomerId>(1);
    r.channel = row.text(2);
    r.state = static_cast<ConversationState>(row.int64(3));
    r.assignee = row.id<OperatorId>(4);
    r.episode = row.id<EpisodeId>(5);
    r.snoozedUntil = row.int64(6);
    r.lastAt = row.int64(7);
    r.lastSeq = row.int64(8);
    r.preview = row.text(9);
    r.previewType = static_cast<ContentType>(row.int64(10));
    r.previewOut = row.boolean(11);
    r.previewMessage = row.id<MessageId>(12);
    r.outState = static_cast<MessageState>(row.int64(13));
    r.inboundAt = row.int64(14);
    r.inboundSeq = row.int64(15);
    r.waitingSince = row.int64(16);
    r.unread = row.int64(17);
    r.readUpto = row.int64(18);
    return r;
}

QMap<QString, int> countersOf(const ConversationRecord &r)
{
    QMap<QString, int> of;
    of[counters::kAll] = r.state != ConversationState::Resolved;
    of[counters::kWaiting] = r.state == ConversationState::Open && r.waitingSince > 0;
    of[counters::kSnoozed] = r.state == ConversationState::Snoozed;
    of[counters::kResolved] = r.state == ConversationState::Resolved;
    of[counters::kUnread] = r.unread > 0;
    return of;
}

} // namespace

Result<std::optional<ConversationRecord>> ConversationTable::find(ConversationId id)
{
    return m_connection
        .prepare(u"SELECT id, customer, channel, state, assignee, episode, snoozed_until, last_at, last_seq, preview, "
                 "preview_type, preview_out, preview_message, out_state, inbound_at, inbound_seq, waiting_since, "
                 "unread, read_upto FROM conversation "
                 "WHERE id = coalesce((SELECT id FROM alias WHERE given = ?1), ?1)"_s)
        .bind(id)
        .one(read);
}

Result<void> ConversationTable::count(const ConversationRecord &record, int by)
{
    const QMap<QString, int> counters = countersOf(record);
    for (auto it = counters.cbegin(); it != counters.cend(); ++it) {
        if (it.value() == 0)
            continue;
        BALCAO_TRY(m_connection
                       .prepare(u"INSERT INTO counter (name, value) VALUES (?, ?) "
                                "ON CONFLICT (name) DO UPDATE SET value = value + excluded.value"_s)
                       .bind(it.key())
                       .bind(by)
                       .run());
    }
    return {};
}

Result<void> ConversationTable::save(const ConversationRecord &r)
{
    BALCAO_TAKE(const std::optional<ConversationRecord> before, find(r.id));
    if (!before || countersOf(*before) != countersOf(r)) {
        if (before)
            BALCAO_TRY(count(*before, -1));
        BALCAO_TRY(count(r, 1));
    }
    return m_connection
        .prepare(u"INSERT OR REPLACE INTO conversation (id, customer, channel, state, assignee, episode, "
                 "snoozed_until, last_at, last_seq, preview, preview_type, preview_out, preview_message, out_state, "
                 "inbound_at, inbound_seq, waiting_since, unread, read_upto) "
                 "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s)
        .bind(r.id)
        .bind(r.customer)
        .bind(r.channel)
        .bind(static_cast<int>(r.state))
        .bind(r.assignee)
        .bind(r.episode)
        .bind(r.snoozedUntil)
        .bind(r.lastAt)
        .bind(r.lastSeq)
        .bind(r.preview)
        .bind(static_cast<int>(r.previewType))
        .bind(r.previewOut)
        .bind(r.previewMessage)
        .bind(static_cast<int>(r.outState))
        .bind(r.inboundAt)
        .bind(r.inboundSeq)
        .bind(r.waitingSince)
        .bind(r.unread)
        .bind(r.readUpto)
        .run();
}

Result<void> ConversationTable::remove(ConversationId id)
{
    BALCAO_TAKE(const std::optional<ConversationRecord> before, find(id));
    if (!before)
        return {};
    BALCAO_TRY(count(*before, -1));
    return m_connection.prepare(u"DELETE FROM conversation WHERE id = ?"_s).bind(before->id).run();
}

Result<QList<ConversationId>> ConversationTable::of(CustomerId customer)
{
    return m_connection.prepare(u"SELECT id FROM conversation WHERE customer = ? ORDER BY id"_s)
        .bind(customer)
        .all([](const sql::Statement &row) { return row.id<ConversationId>(0); });
}

Result<bool> ConversationTable::recount()
{
    QMap<QString, int> now = countersOf({});
    for (int &value : now)
        value = 0;
    auto rows = m_connection.prepare(u"SELECT id, customer, channel, state, assignee, episode, snoozed_until, last_at, "
                                     "last_seq, preview, preview_type, preview_out, preview_message, out_state, "
                                     "inbound_at, inbound_seq, waiting_since, unread, read_upto FROM conversation"_s);
    for (;;) {
        BALCAO_TAKE(const bool more, rows.step());
        if (!more)
            break;
        const QMap<QString, int> one = countersOf(read(rows));
        for (auto it = one.cbegin(); it != one.cend(); ++it)
            now[it.key()] += it.value();
    }
    bool right = true;
    for (auto it = now.cbegin(); it != now.cend(); ++it) {
        const auto kept = m_connection.prepare(u"SELECT value FROM counter WHERE name = ?"_s)
                              .bind(it.key())
                              .one([](const sql::Statement &row) { return row.int64(0); });
        BALCAO_TRY(kept);
        right = right && kept->value_or(0) == it.value();
    }
    return right;
}

} // namespace balcao::store
