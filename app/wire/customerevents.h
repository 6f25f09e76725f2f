// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Events about customers. Subject: customer. The relay has resolved who it is; a desk never guesses.
#pragma once

#include "core/conversationstate.h"
#include "core/identity.h"
#include "wire/codec.h"

namespace balcao {

std::span<const wire::EnumName<ConversationState>> wireNames(ConversationState);

} // namespace balcao

namespace balcao::wire {

/// core's Identifiers as they travel; all may be empty after an erasure.
struct WireIdentifiers
{
    QString bsuid;
    QString parentBsuid;
    QString waId;
    QString username; ///< for display only, never a key

    WireIdentifiers() = default;
    explicit WireIdentifiers(const Identifiers &ids, QString user = {})
        : bsuid(ids.bsuid), parentBsuid(ids.parentBsuid), waId(ids.waId), username(std::move(user))
    {
    }
    [[nodiscard]] Identifiers identifiers() const { return {bsuid, parentBsuid, waId}; }

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit.maybe("bsuid", self.bsuid, 140);
        visit.maybe("parent_bsuid", self.parentBsuid, 140);
        visit.maybe("wa_id", self.waId, 20);
        visit.maybe("username", self.username, 64);
    }
    friend bool operator==(const WireIdentifiers &, const WireIdentifiers &) = default;
};

struct CustomerCreated
{
    static constexpr QLatin1StringView kKind{"customer.created"};
    QString name;
    WireIdentifiers identifiers;

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit.maybe("name", self.name, 1024);
        visit("identifiers", self.identifiers);
    }
    friend bool operator==(const CustomerCreated &, const CustomerCreated &) = default;
};

enum class NameSource { Profile, Operator };
std::span<const EnumName<NameSource>> wireNames(NameSource);
constexpr NameSource wireFallback(NameSource)
{
    return NameSource::Profile;
}

/// A name given by staff stands over the profile's, which may still change below it.
struct CustomerRenamed
{
    static constexpr QLatin1StringView kKind{"customer.renamed"};
    QString name;
    NameSource source = NameSource::Profile;

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit("name", self.name, 1024);
        visit("source", self.source);
    }
    friend bool operator==(const CustomerRenamed &, const CustomerRenamed &) = default;
};

/// New or changed identifiers; fields that are empty stay as they were. Like a profile's name and a consent, of whom they
/// were heard from, also while that one is merged into another.
struct CustomerIdentified
{
    static constexpr QLatin1StringView kKind{"customer.identified"};
    WireIdentifiers identifiers;

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit("identifiers", self.identifiers);
    }
    friend bool operator==(const CustomerIdentified &, const CustomerIdentified &) = default;
};

/// What was decided about a conversation. Said outright where two are joined or parted: what it follows from may be
/// erased by the time a desk reads it.
struct Standing
{
    ConversationState state = ConversationState::Open;
    std::optional<OperatorId> assignee;
    std::optional<qint64> snoozedUntil;
    std::optional<EpisodeId> episode;
    qint64 readUpto = 0;

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit("state", self.state);
        visit("assignee", self.assignee);
        visit("snoozed_until", self.snoozedUntil);
        visit("episode", self.episode);
        visit("read_upto", self.readUpto);
    }
    friend bool operator==(const Standing &, const Standing &) = default;
};

struct ConversationMove
{
    ConversationId from;
    ConversationId into;
    std::optional<Standing> fromStands; ///< unmerged
    std::optional<Standing> intoStands; ///< merged: the joined one; unmerged: without `from`
    std::optional<qint64> intoRead;     ///< merged: its read_upto before, which parting the two gives back

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit("from", self.from);
        visit("into", self.into);
        visit("from_stands", self.fromStands);
        visit("into_stands", self.intoStands);
        visit("into_read", self.intoRead);
    }
    friend bool operator==(const ConversationMove &, const ConversationMove &) = default;
};

/// Two customers turned out to be one. `into`, the older, survives; `conversations` joins those of `from` into those of
/// `into`, channel by channel. Either id may be new: then it is another name of the one that is known, for what is said
/// or told under it from then on. Events go on naming the conversation of whom a message was heard from or sent to, so
/// that parting the two gives each their own; to readers it is a name of the joined one. Said again when more goes along,
/// with that alone.
struct CustomerMerged
{
    static constexpr QLatin1StringView kKind{"customer.merged"};
    CustomerId from;
    CustomerId into;
    QList<ConversationMove> conversations;

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit("from", self.from);
        visit("into", self.into);
        visit.maybe("conversations", self.conversations);
    }
    friend bool operator==(const CustomerMerged &, const CustomerMerged &) = default;
};

/// Takes a merge back, with what it had moved and what was said under `from` since. State, snooze and assignee of the
/// joined one hold for both, but one without a message is resolved; what was heard last is counted anew.
struct CustomerUnmerged
{
    static constexpr QLatin1StringView kKind{"customer.unmerged"};
    CustomerId from;
    CustomerId into;
    QList<ConversationMove> conversations;

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit("from", self.from);
        visit("into", self.into);
        visit.maybe("conversations", self.conversations);
    }
    friend bool operator==(const CustomerUnmerged &, const CustomerUnmerged &) = default;
};

struct CustomerTagged
{
    static constexpr QLatin1StringView kKind{"customer.tagged"};
    TagId tag;

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit("tag", self.tag);
    }
    friend bool operator==(const CustomerTagged &, const CustomerTagged &) = default;
};

struct CustomerUntagged
{
    static constexpr QLatin1StringView kKind{"customer.untagged"};
    TagId tag;

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit("tag", self.tag);
    }
    friend bool operator==(const CustomerUntagged &, const CustomerUntagged &) = default;
};

/// The one note that stands on the customer; empty text clears it.
struct CustomerNoted
{
    static constexpr QLatin1StringView kKind{"customer.noted"};
    QString text;

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit.maybe("text", self.text, 4096);
    }
    friend bool operator==(const CustomerNoted &, const CustomerNoted &) = default;
};

/// LGPD art. 8: what was agreed to or refused, and by which message.
struct CustomerConsented
{
    static constexpr QLatin1StringView kKind{"customer.consented"};
    QString purpose;
    bool granted = false;
    QString textVersion;
    std::optional<MessageId> message;

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit("purpose", self.purpose, 64);
        visit("granted", self.granted);
        visit.maybe("text_version", self.textVersion, 64);
        visit("message", self.message);
    }
    friend bool operator==(const CustomerConsented &, const CustomerConsented &) = default;
};

/// Somebody looked at what is masked ("phone").
struct CustomerRevealed
{
    static constexpr QLatin1StringView kKind{"customer.revealed"};
    QString what;

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit("what", self.what, 64);
    }
    friend bool operator==(const CustomerRevealed &, const CustomerRevealed &) = default;
};

/// Bodies about this customer are blanked, here and on every desk that replays it.
struct CustomerErased
{
    static constexpr QLatin1StringView kKind{"customer.erased"};
    QString reason;

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit.maybe("reason", self.reason, 256);
    }
    friend bool operator==(const CustomerErased &, const CustomerErased &) = default;
};

} // namespace balcao::wire
