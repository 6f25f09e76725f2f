// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "store/eventapplier.h"

namespace balcao::store {

using namespace Qt::Literals::StringLiterals;

Result<std::optional<ConversationRecord>> EventApplier::conversationOf(const wire::Event &event)
{
    if (!event.subject.conversation)
        return std::optional<ConversationRecord>();
    return m_conversations.find(*event.subject.conversation);
}

Result<void> EventApplier::save(const ConversationRecord &record)
{
    m_changes.conversations.insert(record.id);
    return m_conversations.save(record);
}

Result<void> EventApplier::on(const wire::Event &event, const wire::ConversationOpened &body)
{
    if (!event.subject.conversation || !event.subject.customer)
        return {};
    ConversationRecord made;
    made.id = *event.subject.conversation;
    made.customer = *event.subject.customer;
    made.channel = body.channel;
    made.episode = event.subject.episode.value_or(EpisodeId());
    made.lastAt = event.at;
    made.lastSeq = event.seq;
    BALCAO_TRY(m_db.prepare(u"INSERT OR IGNORE INTO channel (id) VALUES (?)"_s).bind(body.channel).run());
    return save(made);
}

Result<void> EventApplier::on(const wire::Event &event, const wire::ConversationReopened &)
{
    BALCAO_TAKE(std::optional<ConversationRecord> in, conversationOf(event));
    if (!in)
        return {};
    in->state = ConversationState::Open;
    in->snoozedUntil = 0;
    in->episode = event.subject.episode.value_or(EpisodeId());
    BALCAO_TRY(save(*in));
    return systemLine(event, SystemLine::Reopened);
}

Result<void> EventApplier::on(const wire::Event &event, const wire::ConversationAssigned &body)
{
    BALCAO_TAKE(std::optional<ConversationRecord> in, conversationOf(event));
    if (!in)
        return {};
    in->assignee = body.to.value_or(OperatorId());
    BALCAO_TRY(save(*in));
    if (!body.to)
        return systemLine(event, SystemLine::Released, body.note);
    const SystemLine line = body.to == event.actor.operatorId ? SystemLine::Taken : SystemLine::Assigned;
    return systemLine(event, line, body.note, *body.to);
}

Result<void> EventApplier::on(const wire::Event &event, const wire::ConversationSnoozed &body)
{
    BALCAO_TAKE(std::optional<ConversationRecord> in, conversationOf(event));
    if (!in)
        return {};
    in->state = ConversationState::Snoozed;
    in->snoozedUntil = body.until;
    BALCAO_TRY(save(*in));
    return systemLine(event, SystemLine::Snoozed);
}

Result<void> EventApplier::on(const wire::Event &event, const wire::ConversationWoke &)
{
    BALCAO_TAKE(std::optional<ConversationRecord> in, conversationOf(event));
    if (!in)
        return {};
    in->state = ConversationState::Open;
    in->snoozedUntil = 0;
    BALCAO_TRY(save(*in));
    return systemLine(event, SystemLine::Woke);
}

Result<void> EventApplier::on(const wire::Event &event, const wire::ConversationResolved &)
{
    BALCAO_TAKE(std::optional<ConversationRecord> in, conversationOf(event));
    if (!in)
        return {};
    in->state = ConversationState::Resolved;
    in->snoozedUntil = 0;
    in->waitingSince = 0;
    BALCAO_TRY(leaveCharges(in->id));
    BALCAO_TRY(save(*in));
    return systemLine(event, SystemLine::Resolved);
}

Result<void> EventApplier::on(const wire::Event &event, const wire::ConversationRead &body)
{
    BALCAO_TAKE(std::optional<ConversationRecord> in, conversationOf(event));
    if (!in || body.uptoSeq <= in->readUpto)
        return {};
    in->readUpto = body.uptoSeq;
    const auto left = m_db.prepare(u"SELECT count(*) FROM message WHERE conversation = ? AND kind = 0 AND outbound = 0 "
                                   "AND seq > ? AND type NOT IN (?, ?)"_s)
                          .bind(in->id)
                          .bind(body.uptoSeq)
                          .bind(static_cast<int>(ContentType::Reaction))
                          .bind(static_cast<int>(ContentType::System))
                          .one([](const sql::Statement &row) { return row.int64(0); });
    BALCAO_TRY(left);
    in->unread = left->value_or(0);
    return save(*in);
}

} // namespace balcao::store
