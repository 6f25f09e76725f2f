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
    c.partedSeq = row.int64(13);
    return c;
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
                 "read_upto, changed_seq, changed_desk, others_seq, parted_seq FROM conversation "
                 "WHERE id = ?"_s)
        .bind(id)
        .one(read);
}

Result<std::optional<Conversation>> Conversations::find(CustomerId customer, const QString &channel)
{
    return m_data.connection()
        .prepare(
            u"SELECT id, customer, channel, state, episode, assignee, snoozed_until, inbound_at, inbound_seq, "
            "read_upto, changed_seq, changed_desk, others_seq, parted_seq FROM conversation WHERE customer = ? AND channel = ?"_s)
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
    BALCAO_TRY(nameBelow(customer, channel));
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

Result<bool> Conversations::isSnoozedElsewhere(ConversationId id, DeskId desk, qint64 after)
{
    const auto found = m_data.connection()
                           .prepare(u"SELECT 1 FROM event WHERE seq > ? AND kind = ? AND desk IS NOT ? "
                                    "AND json_extract(subject, '$.conversation') = ? LIMIT 1"_s)
                           .bind(after)
                           .bind(QString(wire::ConversationSnoozed::kKind))
                           .bind(desk)
                           .bind(id.text())
                           .one([](const sql::Statement &) { return true; });
    BALCAO_TRY(found);
    return found->has_value();
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
                 "inbound_at, inbound_seq, read_upto, changed_seq, changed_desk, others_seq, parted_seq) "
                 "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET "
                 "customer = excluded.customer, state = excluded.state, episode = excluded.episode, "
                 "assignee = excluded.assignee, snoozed_until = excluded.snoozed_until, "
                 "inbound_at = excluded.inbound_at, inbound_seq = excluded.inbound_seq, "
                 "read_upto = excluded.read_upto, changed_seq = excluded.changed_seq, "
                 "changed_desk = excluded.changed_desk, others_seq = excluded.others_seq, "
                 "parted_seq = excluded.parted_seq"_s)
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
        .bind(c.partedSeq)
        .run();
}

Result<QList<Conversation>> Conversations::dueSnoozes(qint64 nowMs)
{
    return m_data.connection()
        .prepare(u"SELECT id, customer, channel, state, episode, assignee, snoozed_until, inbound_at, inbound_seq, "
                 "read_upto, changed_seq, changed_desk, others_seq, parted_seq FROM conversation "
                 "WHERE snoozed_until > 0 AND snoozed_until <= ? "
                 "AND NOT EXISTS (SELECT 1 FROM alias WHERE given = conversation.id) ORDER BY snoozed_until"_s)
        .bind(nowMs)
        .all(read);
}

} // namespace balcao::relay
