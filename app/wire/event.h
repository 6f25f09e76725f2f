// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// An event of the relay's log as it travels: an envelope that is kept for ever around a body that may
// be blanked.
#pragma once

#include "wire/conversationevents.h"
#include "wire/customerevents.h"
#include "wire/messageevents.h"
#include "wire/pixevents.h"
#include "wire/shopevents.h"
#include "wire/tillevents.h"

#include <concepts>
#include <variant>

namespace balcao::wire {

/// The version of body shapes that this program writes and reads. A higher one is kept and skipped.
inline constexpr int kBodyVersion = 1;

enum class ActorType { Operator, Automation, Phone, Customer, System };
std::span<const EnumName<ActorType>> wireNames(ActorType);
constexpr ActorType wireFallback(ActorType)
{
    return ActorType::System;
}

struct Actor
{
    ActorType type = ActorType::System;
    std::optional<OperatorId> operatorId; ///< only for Operator

    static Actor system() { return {}; }
    static Actor customer() { return {ActorType::Customer, {}}; }
    static Actor person(OperatorId id) { return {ActorType::Operator, id}; }

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit("type", self.type);
        visit("operator", self.operatorId);
    }
    friend bool operator==(const Actor &, const Actor &) = default;
};

struct Subject
{
    std::optional<CustomerId> customer;
    std::optional<ConversationId> conversation;
    std::optional<EpisodeId> episode;
    std::optional<MessageId> message;
    std::optional<ChargeId> charge;
    std::optional<NoteId> note;
    std::optional<TagId> tag;
    std::optional<OperatorId> operatorId;
    std::optional<DeskId> desk;
    std::optional<QuickReplyId> reply;

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit("customer", self.customer);
        visit("conversation", self.conversation);
        visit("episode", self.episode);
        visit("message", self.message);
        visit("charge", self.charge);
        visit("note", self.note);
        visit("tag", self.tag);
        visit("operator", self.operatorId);
        visit("desk", self.desk);
        visit("reply", self.reply);
    }
    friend bool operator==(const Subject &, const Subject &) = default;
};

/// Retention or an erasure took the body away. On the wire: no `body`, or null.
struct Blank
{
    friend bool operator==(Blank, Blank) = default;
};

/// A kind or version that this program does not know, or a body that it cannot read: kept, skipped,
/// and a reason to rebuild the projection once it is known.
struct UnknownBody
{
    QJsonObject json;
    QString why; ///< empty for an unknown kind or version

    friend bool operator==(const UnknownBody &, const UnknownBody &) = default;
};

template <class... Bodies>
struct BodyList
{
    using Variant = std::variant<Blank, UnknownBody, Bodies...>;
    /// f.operator()<Body>() for each, until one returns true.
    template <class F>
    static bool any(F &&f)
    {
        return (f.template operator()<Bodies>() || ...);
    }
    static constexpr std::size_t kCount = sizeof...(Bodies);
    template <class Body>
    static constexpr bool
        kHolds = (std::same_as<Body, Bodies> || ...) || std::same_as<Body, Blank> || std::same_as<Body, UnknownBody>;
};

using EventBodies =
    BodyList<MessageReceived, MessageAccepted, MessageStatus, MessageDismissed, MessageUnreadable, MessageReparsed,
             MessageEdited, MessageRevoked, MediaStored, MediaFailed, ConversationOpened, ConversationReopened,
             ConversationAssigned, ConversationSnoozed, ConversationWoke, ConversationResolved, ConversationRead,
             NoteAdded, NoteRemoved, CustomerCreated, CustomerRenamed, CustomerIdentified, CustomerMerged,
             CustomerUnmerged, CustomerTagged, CustomerUntagged, CustomerNoted, CustomerConsented, CustomerRevealed,
             CustomerErased, TagDefined, TagChanged, TagRetired, OperatorAdded, OperatorChanged, OperatorDisabled,
             DeskPaired, DeskRevoked, ReplyDefined, ReplyChanged, ReplyRetired, ChannelHealth, QueuePaused,
             QueueResumed, ShopChanged, PixAccountProposed, PixAccountChanged, PixAccountKept, PixCharged, PixIssued,
             PixRefused, PixPaid, PixStray, PixCancelled, PixSettled, PixRefundAsked, PixRefundEnded, PixBankState,
             TillClosed, LogDamaged>;

/// The variant with its making, copies, moves and comparison compiled once, in event.cpp: they grow with the square
/// of the number of bodies, and took half the build time of each of the many files that hold an Event.
struct EventBody : EventBodies::Variant
{
    EventBody();
    EventBody(const EventBody &);
    EventBody(EventBody &&) noexcept;
    EventBody &operator=(const EventBody &);
    EventBody &operator=(EventBody &&) noexcept;
    ~EventBody();
    template <class Body>
    requires EventBodies::kHolds<Body> EventBody(Body body);
    friend bool operator==(const EventBody &, const EventBody &);
};

/// The kind of a known body; empty for Blank and UnknownBody.
QLatin1StringView kindOf(const EventBody &body);
bool isKnownEventKind(QStringView kind);

struct Event
{
    qint64 seq = 0; ///< grows, with gaps
    qint64 at = 0;  ///< relay time, UTC ms
    QString kind;
    int v = kBodyVersion;
    Subject subject;
    Actor actor;
    std::optional<DeskId> desk;     ///< where it was done
    std::optional<CommandId> cause; ///< the command that it answers
    EventBody body;

    friend bool operator==(const Event &, const Event &) = default;
};

QJsonObject toJson(const Event &event);

/// Problem bad-body when the envelope is malformed. A body that cannot be read makes an event with
/// UnknownBody, so that one of them never holds up those behind it.
Parsed<Event> eventFromJson(const QJsonObject &json);

/// The body alone, as the relay's log stores it: {} or more; a null object for Blank.
QJsonObject bodyToJson(const EventBody &body);
EventBody bodyFromJson(const QString &kind, int v, const QJsonObject &json);

} // namespace balcao::wire
