// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Two customers are one, and are parted again: what becomes of their conversations. Desks do the same when they read
// of it (app/store/applymerges.cpp); tests/agree compares the two.
#include "relay/store/relaydata.h"

namespace balcao::relay {

using namespace Qt::Literals::StringLiterals;

namespace {

wire::Standing standing(const Conversation &c)
{
    wire::Standing stands;
    stands.state = c.state;
    if (!c.assignee.isNull())
        stands.assignee = c.assignee;
    if (c.snoozedUntil > 0)
        stands.snoozedUntil = c.snoozedUntil;
    if (!c.episode.isNull())
        stands.episode = c.episode;
    stands.readUpto = c.readUpto;
    return stands;
}

/// Without an event of its own.
void join(Conversation &into, const Conversation &moved)
{
    into.partedSeq = qMax(into.partedSeq, moved.partedSeq);
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

Result<CustomerId> People::merge(CustomerId one, CustomerId other, const Stamp &stamp)
{
    const auto older = m_data.connection()
                           .prepare(u"SELECT id FROM customer WHERE id IN (?, ?) ORDER BY created_seq LIMIT 1"_s)
                           .bind(one)
                           .bind(other)
                           .one([](const sql::Statement &row) { return row.id<CustomerId>(0); });
    BALCAO_TRY(older);
    const CustomerId into = older->value_or(one);
    const CustomerId from = into == one ? other : one;
    BALCAO_TAKE(const QStringList channels, m_data.conversations().channelsOf(from, into));
    BALCAO_TAKE(const QList<wire::ConversationMove> moves, m_data.conversations().moveAll(channels, from, into));
    const wire::CustomerMerged body{from, into, moves};
    BALCAO_TRY(m_data.announce(about(into), stamp, body));
    BALCAO_TRY(m_data.conversations().openJoined(moves, stamp));
    BALCAO_TRY(keepMerge(body));
    BALCAO_TRY(m_data.connection()
                   .prepare(u"INSERT OR IGNORE INTO merged_once (id, with_id) VALUES (?, ?)"_s)
                   .bind(from)
                   .bind(into)
                   .run());
    BALCAO_TRY(m_data.connection()
                   .prepare(u"UPDATE identifier SET customer = ? WHERE customer = ?"_s)
                   .bind(into)
                   .bind(from)
                   .run());
    BALCAO_TRY(takeTags(from, into, stamp));
    for (const QString &channel : channels)
        BALCAO_TRY(m_data.conversations().nameBelow(into, channel));
    return into;
}

/// Said outright: that `from` wears them may be erased by the time a desk reads it.
Result<void> People::takeTags(CustomerId from, CustomerId into, const Stamp &stamp)
{
    const auto more = m_data.connection()
                          .prepare(u"SELECT tag FROM customer_tag WHERE customer = ? AND tag NOT IN "
                                   "(SELECT tag FROM customer_tag WHERE customer = ?) ORDER BY tag"_s)
                          .bind(from)
                          .bind(into)
                          .all([](const sql::Statement &row) { return row.id<TagId>(0); });
    BALCAO_TRY(more);
    for (const TagId &tag : *more) {
        BALCAO_TRY(m_data.shop().tagCustomer(into, tag, true));
        BALCAO_TRY(m_data.announce(about(into), stamp, wire::CustomerTagged{tag}));
    }
    return {};
}

Result<void> People::alsoMoved(CustomerId from, const wire::ConversationMove &move)
{
    BALCAO_TAKE(std::optional<wire::CustomerMerged> body, mergeOf(from));
    if (!body)
        return {};
    body->conversations.append(move);
    BALCAO_TRY(keepMerge(*body));
    BALCAO_TRY(m_data.announce(about(from), Stamp{}, wire::CustomerMerged{body->from, body->into, {move}}));
    return {};
}

Result<void> People::givesReadBack(CustomerId from, ConversationId into, qint64 read)
{
    BALCAO_TAKE(std::optional<wire::CustomerMerged> body, mergeOf(from));
    if (!body)
        return {};
    for (wire::ConversationMove &move : body->conversations) {
        if (move.into == into)
            move.intoRead = qMax(move.intoRead.value_or(0), read);
    }
    return keepMerge(*body);
}

Result<void> People::keepMerge(const wire::CustomerMerged &body)
{
    return m_data.connection()
        .prepare(u"UPDATE customer SET merged_into = ?, merge_body = ? WHERE id = ?"_s)
        .bind(body.into)
        .bind(QString::fromUtf8(wire::canonicalJson(wire::encode(body))))
        .bind(body.from)
        .run();
}

Result<std::optional<wire::CustomerMerged>> People::mergeOf(CustomerId from)
{
    const auto kept = m_data.connection()
                          .prepare(u"SELECT merge_body FROM customer WHERE id = ? AND merged_into IS NOT NULL"_s)
                          .bind(from)
                          .one([](const sql::Statement &row) { return row.text(0); });
    BALCAO_TRY(kept);
    if (!*kept)
        return std::optional<wire::CustomerMerged>();
    const auto merged = wire::fromBytes<wire::CustomerMerged>((*kept)->toUtf8());
    return merged ? Result<std::optional<wire::CustomerMerged>>(*merged)
                  : failure(Error::Kind::Corrupt, u"merge record"_s);
}

Result<bool> People::unmerge(CustomerId from, const Stamp &stamp)
{
    BALCAO_TAKE(std::optional<wire::CustomerMerged> merged, mergeOf(from));
    if (!merged)
        return false;
    BALCAO_TRY(m_data.conversations().moveBack(*merged));
    BALCAO_TRY(m_data.connection()
                   .prepare(u"UPDATE customer SET merged_into = NULL, merge_body = NULL WHERE id = ?"_s)
                   .bind(from)
                   .run());
    // Also those of whoever had been merged into this one before.
    BALCAO_TRY(m_data.connection()
                   .prepare(u"WITH RECURSIVE same (id) AS (SELECT ?1 UNION SELECT c.id FROM customer c JOIN same "
                            "ON c.merged_into = same.id) UPDATE identifier SET customer = ?1 "
                            "WHERE origin IN (SELECT id FROM same)"_s)
                   .bind(from)
                   .run());
    const wire::CustomerUnmerged body{merged->from, merged->into, merged->conversations};
    BALCAO_TAKE(const qint64 seq, m_data.announce(about(from), stamp, body));
    BALCAO_TRY(m_data.conversations().parted(body.conversations, seq));
    return true;
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

Result<QList<wire::ConversationMove>> Conversations::moveAll(const QStringList &channels, CustomerId from,
                                                             CustomerId into)
{
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
    const qint64 intoRead = both ? both->readUpto : 0;
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
    return wire::ConversationMove{moved->id, both->id, {}, standing(*both), intoRead};
}

Result<ConversationId> Conversations::heardIn(const Conversation &standing, CustomerId person)
{
    BALCAO_TAKE(const std::optional<Conversation> own, find(person, standing.channel));
    if (!own)
        return standing.id;
    BALCAO_TAKE(const std::optional<Conversation> now, find(own->id));
    return now && now->id == standing.id ? own->id : standing.id;
}

Result<CustomerId> Conversations::personOf(ConversationId named, CustomerId standing)
{
    BALCAO_TAKE(const std::optional<Conversation> row, exactly(named));
    return row ? row->customer : standing;
}

Result<void> Conversations::nameBelow(CustomerId customer, const QString &channel)
{
    const auto below = m_data.connection()
                           .prepare(u"SELECT id FROM customer WHERE merged_into = ? ORDER BY id"_s)
                           .bind(customer)
                           .all([](const sql::Statement &row) { return row.id<CustomerId>(0); });
    BALCAO_TRY(below);
    for (const CustomerId &one : *below) {
        BALCAO_TAKE(const std::optional<Conversation> known, find(one, channel));
        if (!known) {
            BALCAO_TAKE(const wire::ConversationMove move, joinOn(channel, one, customer));
            BALCAO_TRY(m_data.people().alsoMoved(one, move));
        }
        BALCAO_TRY(nameBelow(one, channel));
    }
    return {};
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

// What was decided about both holds for each; what was heard is counted anew.
Result<void> Conversations::moveBack(wire::CustomerMerged &merged)
{
    for (wire::ConversationMove &move : merged.conversations)
        BALCAO_TRY(moveBack(move));
    return {};
}

Result<void> Conversations::moveBack(wire::ConversationMove &move)
{
    BALCAO_TAKE(std::optional<Conversation> both, find(move.into));
    BALCAO_TAKE(std::optional<Conversation> back, exactly(move.from));
    if (!both || !back)
        return {};
    BALCAO_TRY(m_data.connection()
                   .prepare(u"DELETE FROM alias WHERE given = ? AND id = ?"_s)
                   .bind(move.from)
                   .bind(move.into)
                   .run());
    back->state = both->state;
    back->episode = both->episode;
    back->assignee = both->assignee;
    back->snoozedUntil = both->snoozedUntil;
    back->readUpto = qMax(back->readUpto, both->readUpto);
    back->changed = both->changed;
    BALCAO_TRY(giveReadBack(move, *both));
    BALCAO_TAKE(move.fromStands, storeAsHeard(*back));
    BALCAO_TAKE(move.intoStands, storeAsHeard(*both));
    move.intoRead.reset();
    return {};
}

// What is unread of whoever else is in it stays so: the last of them to be parted gives it back.
Result<void> Conversations::giveReadBack(const wire::ConversationMove &move, Conversation &both)
{
    const qint64 before = move.intoRead.value_or(0);
    if (both.id != move.into) { // joined itself since, and to be parted with its own
        return m_data.connection()
            .prepare(u"UPDATE conversation SET read_upto = max(read_upto, ?) WHERE id = ?"_s)
            .bind(before)
            .bind(move.into)
            .run();
    }
    BALCAO_TAKE(const QList<CustomerId> others, joinedInto(both.id));
    if (others.isEmpty())
        both.readUpto = qMax(both.readUpto, before);
    for (const CustomerId &one : others)
        BALCAO_TRY(m_data.people().givesReadBack(one, both.id, before));
    return {};
}

Result<QList<CustomerId>> Conversations::joinedInto(ConversationId id)
{
    return m_data.connection()
        .prepare(u"SELECT v.customer FROM alias JOIN conversation v ON v.id = given WHERE alias.id = ?"_s)
        .bind(id)
        .all([](const sql::Statement &row) { return row.id<CustomerId>(0); });
}

Result<void> Conversations::parted(const QList<wire::ConversationMove> &moves, qint64 seq)
{
    for (const wire::ConversationMove &move : moves) {
        BALCAO_TAKE(const std::optional<Conversation> both, find(move.into));
        for (const ConversationId &id : {move.from, both ? both->id : move.into}) {
            BALCAO_TRY(m_data.connection()
                           .prepare(u"UPDATE conversation SET parted_seq = ? WHERE id = ?"_s)
                           .bind(seq)
                           .bind(id)
                           .run());
        }
    }
    return {};
}

/// Last inbound by the log: of this one and of all that are joined into it. One without a message waits for nobody.
Result<wire::Standing> Conversations::storeAsHeard(Conversation conversation)
{
    const auto heard =
        m_data.connection()
            .prepare(u"WITH RECURSIVE joined (id) AS (SELECT ?1 UNION SELECT a.given FROM alias a "
                     "JOIN joined ON a.id = joined.id), heard (seq, at) AS (SELECT m.seq, "
                     "coalesce(json_extract(e.body, '$.sort_at'), json_extract(e.body, '$.received.sort_at'), e.at) "
                     "FROM message m JOIN event e ON e.seq = m.seq WHERE m.outbound = 0 "
                     "AND m.conversation IN (SELECT id FROM joined) AND coalesce(json_extract(e.body, "
                     "'$.content.type'), json_extract(e.body, '$.received.content.type'), '') "
                     "NOT IN ('reaction', 'system')) SELECT coalesce(max(seq), 0), coalesce(max(at), 0), "
                     "EXISTS (SELECT 1 FROM message WHERE conversation IN (SELECT id FROM joined)) FROM heard"_s)
            .bind(conversation.id)
            .one([&conversation](const sql::Statement &row) {
                conversation.inboundSeq = row.int64(0);
                conversation.inboundAt = row.int64(1);
                return row.boolean(2);
            });
    BALCAO_TRY(heard);
    if (!heard->value_or(false)) {
        conversation.state = ConversationState::Resolved;
        conversation.assignee = OperatorId();
        conversation.snoozedUntil = 0;
    }
    BALCAO_TRY(store(conversation));
    return standing(conversation);
}

} // namespace balcao::relay
