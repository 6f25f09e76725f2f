// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Conversations as they stand: (customer, channel), state, episode, who has it. Emits opened, reopened,
// woke. Meta and automation never assign; commands do.
#pragma once

#include "relay/store/lastchange.h"
#include "relay/store/log.h"

namespace balcao::relay {

class RelayData;
struct Stamp;

/// The numbers stand in databases: new ones go at the end.
enum class ConversationState { Open = 0, Snoozed = 1, Resolved = 2 };

struct Conversation
{
    ConversationId id;
    CustomerId customer;
    QString channel;
    ConversationState state = ConversationState::Open;
    EpisodeId episode;
    OperatorId assignee; ///< null: nobody's
    qint64 snoozedUntil = 0;
    qint64 inboundAt = 0;
    qint64 inboundSeq = 0;
    qint64 readUpto = 0;
    LastChange changed; ///< of state, assignee or snooze

    [[nodiscard]] wire::Subject subject() const;
};

class Conversations
{
public:
    explicit Conversations(RelayData &data) : m_data(data) {}

    /// Of this customer on this channel, opened or reopened as a message needs it.
    Result<Conversation> forMessage(CustomerId customer, const QString &channel, const Stamp &stamp);
    /// As it is, opened when there is none; never reopened (reactions, statuses).
    Result<Conversation> asIs(CustomerId customer, const QString &channel, const Stamp &stamp);
    Result<Conversation> open(ConversationId id, CustomerId customer, const QString &channel, const Stamp &stamp);
    /// Through aliases: ids that desks gave to what stood already, and joined conversations.
    Result<std::optional<Conversation>> find(ConversationId given);
    Result<std::optional<Conversation>> find(CustomerId customer, const QString &channel);

    Result<void> reopen(Conversation &conversation, const Stamp &stamp);
    Result<void> wake(Conversation &conversation, wire::WakeReason reason, const Stamp &stamp);
    Result<void> store(const Conversation &conversation);
    Result<QList<Conversation>> dueSnoozes(qint64 nowMs);

    /// Those of `from` go to `into`, or join its conversation on the same channel.
    Result<QList<wire::ConversationMove>> moveAll(CustomerId from, CustomerId into);
    /// After the merge was announced: a joined conversation is open when either was, and says so.
    Result<void> openJoined(const QList<wire::ConversationMove> &moves, const Stamp &stamp);
    Result<void> moveBack(const wire::CustomerMerged &merged);

private:
    Result<std::optional<Conversation>> exactly(ConversationId id);

    RelayData &m_data;
};

} // namespace balcao::relay
