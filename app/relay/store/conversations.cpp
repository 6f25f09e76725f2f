// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "relay/store/conversations.h"

#include "relay/store/relaydata.h"

namespace balcao::relay {

using namespace Qt::Literals::StringLiterals;

namespace {

Conversation read(const sql::Statement &row)
{
    Conversation c;
    c.id = row.id<ConversationId>(0);
    c.customer = row.id<CustomerId>(1);
    c.channel = row.text(2);
    c.state = static_cast<ConversationState>(row.int64(3));
    c.episode = row.id<EpisodeId>(4);
    c.assignee = row.id<OperatorId>(5);
    c.snoozedUntil = row.int64(6);
    c.inboundAt = row.int64(7);
    c.inboundSeq = row.int64(8);
    c.readUpto = row.int64(9);
    c.changed = {row.int64(10), row.id<DeskId>(11), row.int64(12)};
    return c;
}

/// As desks join theirs when they read of it (app/store/applymerges.cpp): without an event of its own.
void join(Conversation &into, const Conversation &moved)
{
    const bool movedIsUnread = moved.inboundSeq > moved.readUpto;
    into.inboundAt = qMax(into.inboundAt, moved.inboundAt);
    into.inboundSeq = qMax(into.inboundSeq, moved.inboundSeq);
    if (movedIsUnread)
        into.readUpto = qMin(into.readUpto, moved.readUpto);
    if (into.assignee.isNull())
        into.assignee = moved.assignee;
    if (moved.state != ConversationState::Snoozed || into.state == ConversationState::Open)
        return;
    into.snoozedUntil =
        into.state == ConversationState::Snoozed ? qMin(into.snoozedUntil, moved.snoozedUntil) : moved.snoozedUntil;
    if (into.state == ConversationState::Resolved)
        into.episode = moved.episode; // the one that is under way
    into.state = ConversationState::Snoozed;
}

} // namespace

wire::Subject Conversation::subject(ConversationId heard) const
{
    wire::Subject subject;
    subject.customer = customer;
    subject.conversation = heard;
    subject.episode = episode;
    return subject;
}

Result<std::optional<Conversation>> Conversations::find(ConversationId given)
{
    ConversationId id = given;
    constexpr int kLongestChain = 64; // merges upon merges; a ring would be a mistake of ours
    for (int i = 0; i < kLongestChain; ++i) {
        const auto alias = m_data.connection()
                               .prepare(u"SELECT id FROM alias WHERE given = ?"_s)
                               .bind(id)
                               .one([](const sql::Statement &row) { return row.id<ConversationId>(0); });
        BALCAO_TRY(alias);
        if (!*alias)
            return exactly(id);
        id = **alias;
    }
    return failure(Error::Kind::Internal, u"aliases go round"_s);
}

Result<std::optional<Conversation>> Conversations::exactly(ConversationId id)
{
    return m_data.connection()
        .prepare(u"SELECT id, customer, channel, state, episode, assignee, snoozed_until, inbound_at, inbound_seq, "
                 "read_upto, changed_seq, changed_desk, others_seq FROM conversation "
                 "WHERE id = ?"_s)
        .bind(id)
        .one(read);
}

Result<std::optional<Conversation>> Conversations::find(CustomerId customer, const QString &channel)
{
    return m_data.connection()
        .prepare(
            u"SELECT id, customer, channel, state, episode, assignee, snoozed_until, inbound_at, inbound_seq, "
            "read_upto, changed_seq, changed_desk, others_seq FROM conversation WHERE customer = ? AND channel = ?"_s)
        .bind(customer)
        .bind(channel)
        .one(read);
}

Result<Conversation> Conversations::open(ConversationId id, CustomerId customer, const QString &channel,
                                         const Stamp &stamp)
{
    Conversation made;
    made.id = id;
    made.customer = customer;
    made.channel = channel;
    made.episode = EpisodeId::create();
    BALCAO_TAKE(made.changed.seq, m_data.announce(made.subject(), stamp, wire::ConversationOpened{channel}));
    BALCAO_TRY(store(made));
    return made;
}

Result<Conversation> Conversations::asIs(CustomerId customer, const QString &channel, const Stamp &stamp)
{
    BALCAO_TAKE(const std::optional<Conversation> found, find(customer, channel));
    return found ? Result<Conversation>(*found) : open(ConversationId::create(), customer, channel, stamp);
}

Result<Conversation> Conversations::forMessage(CustomerId customer, const QString &channel, const Stamp &stamp)
{
    BALCAO_TAKE(Conversation conversation, asIs(customer, channel, stamp));
    if (conversation.state == ConversationState::Resolved)
        BALCAO_TRY(reopen(conversation, stamp));
    else if (conversation.state == ConversationState::Snoozed)
        BALCAO_TRY(wake(conversation, wire::WakeReason::Inbound, stamp));
    return conversation;
}

Result<void> Conversations::reopen(Conversation &conversation, const Stamp &stamp)
{
    conversation.state = ConversationState::Open;
    conversation.episode = EpisodeId::create();
    conversation.snoozedUntil = 0;
    BALCAO_TAKE(const qint64 seq, m_data.announce(conversation.subject(), stamp, wire::ConversationReopened{}));
    conversation.changed.set(seq, stamp.desk.value_or(DeskId()));
    return store(conversation);
}

Result<void> Conversations::wake(Conversation &conversation, wire::WakeReason reason, const Stamp &stamp)
{
    conversation.state = ConversationState::Open;
    conversation.snoozedUntil = 0;
    BALCAO_TAKE(const qint64 seq, m_data.announce(conversation.subject(), stamp, wire::ConversationWoke{reason}));
    conversation.changed.set(seq, stamp.desk.value_or(DeskId()));
    return store(conversation);
}

Result<void> Conversations::store(const Conversation &c)
{
    return m_data.connection()
        .prepare(u"INSERT INTO conversation (id, customer, channel, state, episode, assignee, snoozed_until, "
                 "inbound_at, inbound_seq, read_upto, changed_seq, changed_desk, others_seq) "
                 "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET "
                 "customer = excluded.customer, state = excluded.state, episode = excluded.episode, "
                 "assignee = excluded.assignee, snoozed_until = excluded.snoozed_until, "
                 "inbound_at = excluded.inbound_at, inbound_seq = excluded.inbound_seq, "
                 "read_upto = excluded.read_upto, changed_seq = excluded.changed_seq, "
                 "changed_desk = excluded.changed_desk, others_seq = excluded.others_seq"_s)
        .bind(c.id)
        .bind(c.customer)
        .bind(c.channel)
        .bind(static_cast<int>(c.state))
        .bind(c.episode)
        .bind(c.assignee)
        .bind(c.snoozedUntil)
        .bind(c.inboundAt)
        .bind(c.inboundSeq)
        .bind(c.readUpto)
        .bind(c.changed.seq)
        .bind(c.changed.desk)
        .bind(c.changed.othersSeq)
        .run();
}

Result<QList<Conversation>> Conversations::dueSnoozes(qint64 nowMs)
{
    return m_data.connection()
        .prepare(u"SELECT id, customer, channel, state, episode, assignee, snoozed_until, inbound_at, inbound_seq, "
                 "read_upto, changed_seq, changed_desk, others_seq FROM conversation "
                 "WHERE snoozed_until > 0 AND snoozed_until <= ? "
                 "AND NOT EXISTS (SELECT 1 FROM alias WHERE given = conversation.id) ORDER BY snoozed_until"_s)
        .bind(nowMs)
        .all(read);
}

Result<QStringList> Conversations::channelsOf(CustomerId one, CustomerId other)
{
    const auto channels =
        m_data.connection()
            .prepare(u"SELECT DISTINCT channel FROM conversation WHERE customer IN (?, ?) ORDER BY channel"_s)
            .bind(one)
            .bind(other)
            .all([](const sql::Statement &row) { return row.text(0); });
    BALCAO_TRY(channels);
    return QStringList(*channels);
}

Result<QList<wire::ConversationMove>> Conversations::moveAll(CustomerId from, CustomerId into)
{
    BALCAO_TAKE(const QStringList channels, channelsOf(from, into));
    QList<wire::ConversationMove> moves;
    for (const QString &channel : channels) {
        BALCAO_TAKE(const wire::ConversationMove move, joinOn(channel, from, into));
        moves.append(move);
    }
    return moves;
}

/// The survivor's conversation takes the fresher facts; the other stays behind an alias.
Result<wire::ConversationMove> Conversations::joinOn(const QString &channel, CustomerId from, CustomerId into)
{
    BALCAO_TAKE(std::optional<Conversation> moved, find(from, channel));
    BALCAO_TAKE(std::optional<Conversation> both, find(into, channel));
    if (!moved) {
        moved = Conversation();
        moved->id = ConversationId::create();
        moved->customer = from;
        moved->channel = channel;
        moved->episode = both->episode;
        moved->state = ConversationState::Resolved; // nothing to add to the other's
        BALCAO_TRY(store(*moved));
    } else if (!both) {
        both = moved;
        both->id = ConversationId::create();
        both->customer = into;
    } else {
        join(*both, *moved);
    }
    BALCAO_TRY(store(*both));
    BALCAO_TRY(m_data.people().alias(moved->id.bytes(), both->id.bytes()));
    return wire::ConversationMove{moved->id, both->id};
}

Result<ConversationId> Conversations::heardIn(const Conversation &standing, CustomerId person)
{
    const auto own =
        m_data.connection()
            .prepare(u"WITH RECURSIVE up (id, depth) AS (SELECT ?1, 0 UNION SELECT c.merged_into, depth + 1 "
                     "FROM customer c JOIN up ON c.id = up.id WHERE c.merged_into IS NOT NULL) "
                     "SELECT v.id FROM conversation v JOIN up ON up.id = v.customer WHERE v.channel = ?2 "
                     "ORDER BY depth LIMIT 1"_s)
            .bind(person)
            .bind(standing.channel)
            .one([](const sql::Statement &row) { return row.id<ConversationId>(0); });
    BALCAO_TRY(own);
    BALCAO_TAKE(const std::optional<Conversation> now, find(own->value_or(standing.id)));
    return now && now->id == standing.id ? own->value_or(standing.id) : standing.id;
}

Result<void> Conversations::openJoined(const QList<wire::ConversationMove> &moves, const Stamp &stamp)
{
    for (const wire::ConversationMove &move : moves) {
        BALCAO_TAKE(const std::optional<Conversation> from, exactly(move.from));
        BALCAO_TAKE(std::optional<Conversation> into, exactly(move.into));
        if (!from || !into || from->state != ConversationState::Open)
            continue;
        if (into->state == ConversationState::Resolved)
            BALCAO_TRY(reopen(*into, stamp));
        else if (into->state == ConversationState::Snoozed)
            BALCAO_TRY(wake(*into, wire::WakeReason::Inbound, stamp));
    }
    return {};
}

// What was decided about both holds for each; what was heard is counted anew. Desks do the same when they read of it
// (app/store/applymerges.cpp).
Result<void> Conversations::moveBack(const wire::CustomerMerged &merged)
{
    for (const wire::ConversationMove &move : merged.conversations) {
        BALCAO_TAKE(const std::optional<Conversation> both, find(move.into));
        BALCAO_TAKE(std::optional<Conversation> back, exactly(move.from));
        if (!both || !back)
            continue;
        BALCAO_TRY(m_data.connection()
                       .prepare(u"DELETE FROM alias WHERE given = ? AND id = ?"_s)
                       .bind(move.from)
                       .bind(move.into)
                       .run());
        back->state = both->state;
        back->episode = both->episode;
        back->assignee = both->assignee;
        back->snoozedUntil = both->snoozedUntil;
        back->readUpto = both->readUpto;
        back->changed = both->changed;
        BALCAO_TRY(storeAsHeard(*back));
        BALCAO_TRY(storeAsHeard(*both));
    }
    return {};
}

/// Last inbound by the log: of this one and of all that are joined into it.
Result<void> Conversations::storeAsHeard(Conversation conversation)
{
    const auto heard =
        m_data.connection()
            .prepare(
                u"WITH RECURSIVE joined (id) AS (SELECT ?1 UNION SELECT a.given FROM alias a "
                "JOIN joined ON a.id = joined.id) SELECT coalesce(max(m.seq), 0), "
                "coalesce(max(coalesce(json_extract(e.body, '$.sort_at'), "
                "json_extract(e.body, '$.received.sort_at'), e.at)), 0) "
                "FROM message m JOIN event e ON e.seq = m.seq WHERE m.outbound = 0 "
                "AND m.conversation IN (SELECT id FROM joined) AND coalesce(json_extract(e.body, '$.content.type'), "
                "json_extract(e.body, '$.received.content.type'), '') NOT IN ('reaction', 'system')"_s)
            .bind(conversation.id)
            .one([&conversation](const sql::Statement &row) {
                conversation.inboundSeq = row.int64(0);
                conversation.inboundAt = row.int64(1);
                return true;
            });
    BALCAO_TRY(heard);
    return store(conversation);
}

} // namespace balcao::relay
