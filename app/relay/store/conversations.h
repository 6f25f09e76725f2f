// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Conversations as they stand: (customer, channel), state, episode, who has it. Emits opened, reopened,
// woke. Meta and automation never assign; commands do.
#pragma once

#include "core/conversationstate.h"
#include "relay/store/lastchange.h"
#include "relay/store/log.h"

namespace balcao::relay {

class RelayData;
struct Stamp;

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
    LastChange changed;   ///< of state, assignee or snooze
    qint64 partedSeq = 0; ///< of the last parting that touched it

    [[nodiscard]] wire::Subject subject() const { return subject(id); }
    /// `heard`: the one that is to be named, itself or one that is joined into it (`heardIn`).
    [[nodiscard]] wire::Subject subject(ConversationId heard) const;
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
    /// Put off at another desk after that seq.
    Result<bool> isSnoozedElsewhere(ConversationId id, DeskId desk, qint64 after);
    Result<void> wake(Conversation &conversation, wire::WakeReason reason, const Stamp &stamp);
    Result<void> store(const Conversation &conversation);
    Result<QList<Conversation>> dueSnoozes(qint64 nowMs);

    /// Those of `from` join those of `into`, channel by channel. Both have one on each of those channels from then on,
    /// so that what either of them says or is told stays apart (`heardIn`).
    /// @return what the merge's event says; ids in it may be new
    Result<QList<wire::ConversationMove>> moveAll(const QStringList &channels, CustomerId from, CustomerId into);
    /// On which either has one.
    Result<QStringList> channelsOf(CustomerId one, CustomerId other);
    /// After the merge was announced: a joined conversation is open when either was, and says so.
    Result<void> openJoined(const QList<wire::ConversationMove> &moves, const Stamp &stamp);
    /// Takes a merge back; says in its moves how each stands from then on.
    Result<void> moveBack(wire::CustomerMerged &merged);
    /// After the parting was announced, as `seq`.
    Result<void> parted(const QList<wire::ConversationMove> &moves, qint64 seq);
    /// The conversation to name for what `person` said or was told in `standing`, which is named once they are one.
    Result<ConversationId> heardIn(const Conversation &standing, CustomerId person);
    /// The other way round: whose the named one is; `standing` where no row has that name.
    Result<CustomerId> personOf(ConversationId named, CustomerId standing);
    /// Whoever is merged into this customer gets a name on a channel that only the customer has so far.
    Result<void> nameBelow(CustomerId customer, const QString &channel);

private:
    Result<std::optional<Conversation>> exactly(ConversationId id);
    Result<wire::ConversationMove> joinOn(const QString &channel, CustomerId from, CustomerId into);
    Result<void> moveBack(wire::ConversationMove &move);
    Result<wire::Standing> storeAsHeard(Conversation conversation);
    Result<void> giveReadBack(const wire::ConversationMove &move, Conversation &both);
    /// Whose conversations are joined into it.
    Result<QList<CustomerId>> joinedInto(ConversationId id);

    RelayData &m_data;
};

} // namespace balcao::relay
