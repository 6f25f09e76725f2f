// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Events about conversations and their thread notes. Subject: customer, conversation, episode.
#pragma once

#include "wire/codec.h"

namespace balcao::wire {

/// A conversation is (customer, channel); it opens together with its first episode.
struct ConversationOpened
{
    static constexpr QLatin1StringView kKind{"conversation.opened"};
    QString channel; ///< Meta's phone_number_id

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit("channel", self.channel, 64);
    }
    friend bool operator==(const ConversationOpened &, const ConversationOpened &) = default;
};

/// A new episode after a resolve; in the transaction of the message that caused it.
struct ConversationReopened
{
    static constexpr QLatin1StringView kKind{"conversation.reopened"};

    template <class Self, class Visitor>
    static void fields(Self &, Visitor &)
    {
    }
    friend bool operator==(const ConversationReopened &, const ConversationReopened &) = default;
};

/// `to` absent: nobody's.
struct ConversationAssigned
{
    static constexpr QLatin1StringView kKind{"conversation.assigned"};
    std::optional<OperatorId> to;
    QString note;

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit("to", self.to);
        visit.maybe("note", self.note, 4096);
    }
    friend bool operator==(const ConversationAssigned &, const ConversationAssigned &) = default;
};

struct ConversationSnoozed
{
    static constexpr QLatin1StringView kKind{"conversation.snoozed"};
    qint64 until = 0;

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit("until", self.until);
    }
    friend bool operator==(const ConversationSnoozed &, const ConversationSnoozed &) = default;
};

enum class WakeReason { Timer, Inbound, Operator };
std::span<const EnumName<WakeReason>> wireNames(WakeReason);
constexpr WakeReason wireFallback(WakeReason)
{
    return WakeReason::Timer;
}

struct ConversationWoke
{
    static constexpr QLatin1StringView kKind{"conversation.woke"};
    WakeReason reason = WakeReason::Timer;

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit("reason", self.reason);
    }
    friend bool operator==(const ConversationWoke &, const ConversationWoke &) = default;
};

struct ConversationResolved
{
    static constexpr QLatin1StringView kKind{"conversation.resolved"};

    template <class Self, class Visitor>
    static void fields(Self &, Visitor &)
    {
    }
    friend bool operator==(const ConversationResolved &, const ConversationResolved &) = default;
};

/// Shop-wide: everything up to that event has been seen by somebody.
struct ConversationRead
{
    static constexpr QLatin1StringView kKind{"conversation.read"};
    qint64 uptoSeq = 0;

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit("upto_seq", self.uptoSeq);
    }
    friend bool operator==(const ConversationRead &, const ConversationRead &) = default;
};

/// A thread note: only the team sees it. Subject: conversation, note.
struct NoteAdded
{
    static constexpr QLatin1StringView kKind{"note.added"};
    QString text;

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit("text", self.text, 4096);
    }
    friend bool operator==(const NoteAdded &, const NoteAdded &) = default;
};

struct NoteRemoved
{
    static constexpr QLatin1StringView kKind{"note.removed"};

    template <class Self, class Visitor>
    static void fields(Self &, Visitor &)
    {
    }
    friend bool operator==(const NoteRemoved &, const NoteRemoved &) = default;
};

} // namespace balcao::wire
