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
    r.outDismissed = row.boolean(19);
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
    if (!r.assignee.isNull() && r.state != ConversationState::Resolved)
        of[counters::mine(r.assignee)] = 1;
    return of;
}

/// Counted under its customer's tags.
bool wearsTags(const std::optional<ConversationRecord> &r)
{
    return r && r->state != ConversationState::Resolved;
}

} // namespace

Result<std::optional<ConversationRecord>> ConversationTable::find(ConversationId id)
{
    return m_connection
        .prepare(u"SELECT id, customer, channel, state, assignee, episode, snoozed_until, last_at, last_seq, preview, "
                 "preview_type, preview_out, preview_message, out_state, inbound_at, inbound_seq, waiting_since, "
                 "unread, read_upto, out_dismissed FROM conversation "
                 "WHERE id = coalesce((SELECT id FROM alias WHERE given = ?1), ?1)"_s)
        .bind(id)
        .one(read);
}

Result<void> ConversationTable::add(const QString &counter, qint64 by)
{
    if (by == 0)
        return {};
    BALCAO_TRY(m_connection
                   .prepare(u"INSERT INTO counter (name, value) VALUES (?, ?) "
                            "ON CONFLICT (name) DO UPDATE SET value = value + excluded.value"_s)
                   .bind(counter)
                   .bind(by)
                   .run());
    if (!counter.contains(u':'))
        return {};
    // Of a tag or a person: no row at all rather than one of nothing, however it came to that.
    return m_connection.prepare(u"DELETE FROM counter WHERE name = ? AND value = 0"_s).bind(counter).run();
}

Result<void> ConversationTable::count(const ConversationRecord &record, int by)
{
    const QMap<QString, int> counters = countersOf(record);
    for (auto it = counters.cbegin(); it != counters.cend(); ++it)
        BALCAO_TRY(add(it.key(), it.value() * by));
    return {};
}

Result<QList<TagId>> ConversationTable::tagsOf(CustomerId customer)
{
    return m_connection.prepare(u"SELECT tag FROM customer_tag WHERE customer = ?"_s)
        .bind(customer)
        .all([](const sql::Statement &row) { return row.id<TagId>(0); });
}

Result<void> ConversationTable::countTags(CustomerId customer, int by)
{
    const auto open = m_connection.prepare(u"SELECT count(*) FROM conversation WHERE customer = ? AND state <> ?"_s)
                          .bind(customer)
                          .bind(static_cast<int>(ConversationState::Resolved))
                          .one([](const sql::Statement &row) { return row.int64(0); });
    BALCAO_TRY(open);
    BALCAO_TAKE(const QList<TagId> tags, tagsOf(customer));
    for (const TagId &tag : tags)
        BALCAO_TRY(add(counters::tag(tag), by * open->value_or(0)));
    return {};
}

Result<void> ConversationTable::countTagsOnce(const std::optional<ConversationRecord> &record, int by)
{
    if (!wearsTags(record))
        return {};
    BALCAO_TAKE(const QList<TagId> tags, tagsOf(record->customer));
    for (const TagId &tag : tags)
        BALCAO_TRY(add(counters::tag(tag), by));
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
    if (!before || wearsTags(before) != wearsTags(r) || before->customer != r.customer) {
        BALCAO_TRY(countTagsOnce(before, -1));
        BALCAO_TRY(countTagsOnce(r, 1));
    }
    return m_connection
        .prepare(u"INSERT INTO conversation (id, customer, channel, state, assignee, episode, "
                 "snoozed_until, last_at, last_seq, preview, preview_type, preview_out, preview_message, out_state, "
                 "inbound_at, inbound_seq, waiting_since, unread, read_upto, out_dismissed) "
                 "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET "
                 "customer = excluded.customer, channel = excluded.channel, state = excluded.state, "
                 "assignee = excluded.assignee, episode = excluded.episode, snoozed_until = excluded.snoozed_until, "
                 "last_at = excluded.last_at, last_seq = excluded.last_seq, preview = excluded.preview, "
                 "preview_type = excluded.preview_type, preview_out = excluded.preview_out, "
                 "preview_message = excluded.preview_message, out_state = excluded.out_state, "
                 "inbound_at = excluded.inbound_at, inbound_seq = excluded.inbound_seq, "
                 "waiting_since = excluded.waiting_since, unread = excluded.unread, read_upto = excluded.read_upto, "
                 "out_dismissed = excluded.out_dismissed"_s)
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
        .bind(r.outDismissed)
        .run();
}

Result<void> ConversationTable::remove(ConversationId id)
{
    BALCAO_TAKE(const std::optional<ConversationRecord> before, find(id));
    if (!before)
        return {};
    BALCAO_TRY(count(*before, -1));
    BALCAO_TRY(countTagsOnce(before, -1));
    return m_connection.prepare(u"DELETE FROM conversation WHERE id = ?"_s).bind(before->id).run();
}

Result<QList<ConversationId>> ConversationTable::of(CustomerId customer)
{
    return m_connection.prepare(u"SELECT id FROM conversation WHERE customer = ? ORDER BY id"_s)
        .bind(customer)
        .all([](const sql::Statement &row) { return row.id<ConversationId>(0); });
}

Result<QMap<QString, qint64>> ConversationTable::counted()
{
    QMap<QString, qint64> now;
    auto rows = m_connection.prepare(u"SELECT id, customer, channel, state, assignee, episode, snoozed_until, last_at, "
                                     "last_seq, preview, preview_type, preview_out, preview_message, out_state, "
                                     "inbound_at, inbound_seq, waiting_since, unread, read_upto, out_dismissed "
                                     "FROM conversation"_s);
    for (;;) {
        BALCAO_TAKE(const bool more, rows.step());
        if (!more)
            return now;
        const ConversationRecord record = read(rows);
        const QMap<QString, int> one = countersOf(record);
        for (auto it = one.cbegin(); it != one.cend(); ++it)
            now[it.key()] += it.value();
        if (!wearsTags(record))
            continue;
        BALCAO_TAKE(const QList<TagId> tags, tagsOf(record.customer));
        for (const TagId &tag : tags)
            ++now[counters::tag(tag)];
    }
}

/// What the triggers have kept in `worn` is what stands in the tables that it is of.
Result<bool> ConversationTable::wornIsRight()
{
    const auto right =
        m_connection
            .prepare(u"SELECT (SELECT count(*) FROM worn) = (SELECT count(*) FROM conversation v JOIN customer_tag w "
                     "ON w.customer = v.customer) AND NOT EXISTS (SELECT 1 FROM conversation v JOIN customer_tag w ON "
                     "w.customer = v.customer LEFT JOIN worn k ON k.conversation = v.id AND k.tag = w.tag WHERE "
                     "(k.state, k.assignee, k.snoozed_until, k.last_at, k.inbound_at, k.waiting_since) IS NOT "
                     "(v.state, v.assignee, v.snoozed_until, v.last_at, v.inbound_at, v.waiting_since))"_s)
            .one([](const sql::Statement &row) { return row.boolean(0); });
    BALCAO_TRY(right);
    return right->value_or(false);
}

Result<bool> ConversationTable::recount()
{
    BALCAO_TAKE(const bool worn, wornIsRight());
    if (!worn)
        return false;
    BALCAO_TAKE(const auto now, counted());
    const auto kept = m_connection.prepare(u"SELECT name, value FROM counter"_s).all([](const sql::Statement &row) {
        return std::pair(row.text(0), row.int64(1));
    });
    BALCAO_TRY(kept);
    QMap<QString, qint64> left = now;
    for (const auto &[name, value] : *kept) {
        if (left.take(name) != value)
            return false;
    }
    return std::all_of(left.cbegin(), left.cend(), [](qint64 value) { return value == 0; });
}

} // namespace balcao::store
