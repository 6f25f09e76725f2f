// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// What staff do, as it travels to POST /v1/commands: bodies in the imperative that mirror the events.
// Ids of things that a desk creates are in the body; who and where are in the envelope.
#pragma once

#include "wire/content.h"
#include "wire/customerevents.h"
#include "wire/shopevents.h"

namespace balcao::wire {

/// `message` is the desk's own new id; `resendOf` only for a failed or incerta one ("Enviar de novo"). Stale when the
/// customer was parted from another after `expect`: the answer may be for that one.
struct SendMessage
{
    static constexpr QLatin1StringView kKind{"message.send"};
    MessageId message;
    ConversationId conversation;
    Content content;
    std::optional<MessageId> resendOf;

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit("message", self.message);
        visit("conversation", self.conversation);
        visit("content", self.content);
        visit("resend_of", self.resendOf);
    }
    friend bool operator==(const SendMessage &, const SendMessage &) = default;
};

/// "Deixar" of an incerta message, and its inverse. Answered `noop` when it is settled or stands so already; stale when
/// another desk said otherwise after `expect`.
struct DismissMessage
{
    static constexpr QLatin1StringView kKind{"message.dismiss"};
    MessageId message;
    bool dismissed = false;

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit("message", self.message);
        visit("dismissed", self.dismissed);
    }
    friend bool operator==(const DismissMessage &, const DismissMessage &) = default;
};

/// The shop writes first. Answered `noop` with `exists` when the conversation stands already.
struct OpenConversation
{
    static constexpr QLatin1StringView kKind{"conversation.open"};
    ConversationId conversation;
    CustomerId customer;
    QString channel;

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit("conversation", self.conversation);
        visit("customer", self.customer);
        visit("channel", self.channel, 64);
    }
    friend bool operator==(const OpenConversation &, const OpenConversation &) = default;
};

struct AssignConversation
{
    static constexpr QLatin1StringView kKind{"conversation.assign"};
    ConversationId conversation;
    std::optional<OperatorId> to;
    QString note;

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit("conversation", self.conversation);
        visit("to", self.to);
        visit.maybe("note", self.note, 4096);
    }
    friend bool operator==(const AssignConversation &, const AssignConversation &) = default;
};

struct SnoozeConversation
{
    static constexpr QLatin1StringView kKind{"conversation.snooze"};
    ConversationId conversation;
    qint64 until = 0;

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit("conversation", self.conversation);
        visit("until", self.until);
    }
    friend bool operator==(const SnoozeConversation &, const SnoozeConversation &) = default;
};

/// Stale when it was changed by another desk after `expect`.
struct WakeConversation
{
    static constexpr QLatin1StringView kKind{"conversation.wake"};
    ConversationId conversation;

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit("conversation", self.conversation);
    }
    friend bool operator==(const WakeConversation &, const WakeConversation &) = default;
};

/// Stale when the customer wrote after `expect`.
struct ResolveConversation
{
    static constexpr QLatin1StringView kKind{"conversation.resolve"};
    ConversationId conversation;

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit("conversation", self.conversation);
    }
    friend bool operator==(const ResolveConversation &, const ResolveConversation &) = default;
};

struct ReopenConversation
{
    static constexpr QLatin1StringView kKind{"conversation.reopen"};
    ConversationId conversation;

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit("conversation", self.conversation);
    }
    friend bool operator==(const ReopenConversation &, const ReopenConversation &) = default;
};

struct ReadConversation
{
    static constexpr QLatin1StringView kKind{"conversation.read"};
    ConversationId conversation;
    qint64 uptoSeq = 0;

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit("conversation", self.conversation);
        visit("upto_seq", self.uptoSeq);
    }
    friend bool operator==(const ReadConversation &, const ReadConversation &) = default;
};

struct AddNote
{
    static constexpr QLatin1StringView kKind{"note.add"};
    NoteId note;
    ConversationId conversation;
    QString text;

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit("note", self.note);
        visit("conversation", self.conversation);
        visit("text", self.text, 4096);
    }
    friend bool operator==(const AddNote &, const AddNote &) = default;
};

struct RemoveNote
{
    static constexpr QLatin1StringView kKind{"note.remove"};
    NoteId note;

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit("note", self.note);
    }
    friend bool operator==(const RemoveNote &, const RemoveNote &) = default;
};

/// Answered `noop` with `exists` when a customer with that phone stands already.
struct CreateCustomer
{
    static constexpr QLatin1StringView kKind{"customer.create"};
    CustomerId customer;
    QString name;
    QString phone; ///< any spelling; digits are what counts

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit("customer", self.customer);
        visit.maybe("name", self.name, 1024);
        visit("phone", self.phone, 64);
    }
    friend bool operator==(const CreateCustomer &, const CreateCustomer &) = default;
};

struct RenameCustomer
{
    static constexpr QLatin1StringView kKind{"customer.rename"};
    CustomerId customer;
    QString name;

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit("customer", self.customer);
        visit("name", self.name, 1024);
    }
    friend bool operator==(const RenameCustomer &, const RenameCustomer &) = default;
};

struct TagCustomer
{
    static constexpr QLatin1StringView kKind{"customer.tag"};
    CustomerId customer;
    TagId tag;

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit("customer", self.customer);
        visit("tag", self.tag);
    }
    friend bool operator==(const TagCustomer &, const TagCustomer &) = default;
};

struct UntagCustomer
{
    static constexpr QLatin1StringView kKind{"customer.untag"};
    CustomerId customer;
    TagId tag;

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit("customer", self.customer);
        visit("tag", self.tag);
    }
    friend bool operator==(const UntagCustomer &, const UntagCustomer &) = default;
};

/// Stale when the note changed after `expect`; the desk shows both.
struct NoteCustomer
{
    static constexpr QLatin1StringView kKind{"customer.note"};
    CustomerId customer;
    QString text;

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit("customer", self.customer);
        visit.maybe("text", self.text, 4096);
    }
    friend bool operator==(const NoteCustomer &, const NoteCustomer &) = default;
};

struct RecordConsent
{
    static constexpr QLatin1StringView kKind{"customer.consent"};
    CustomerId customer;
    CustomerConsented consent;

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit("customer", self.customer);
        visit("consent", self.consent);
    }
    friend bool operator==(const RecordConsent &, const RecordConsent &) = default;
};

struct RevealCustomer
{
    static constexpr QLatin1StringView kKind{"customer.reveal"};
    CustomerId customer;
    QString what;

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit("customer", self.customer);
        visit("what", self.what, 64);
    }
    friend bool operator==(const RevealCustomer &, const RevealCustomer &) = default;
};

struct MergeCustomers
{
    static constexpr QLatin1StringView kKind{"customer.merge"};
    CustomerId one;
    CustomerId other;

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit("one", self.one);
        visit("other", self.other);
    }
    friend bool operator==(const MergeCustomers &, const MergeCustomers &) = default;
};

struct UnmergeCustomer
{
    static constexpr QLatin1StringView kKind{"customer.unmerge"};
    CustomerId customer; ///< the one that was merged away

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit("customer", self.customer);
    }
    friend bool operator==(const UnmergeCustomer &, const UnmergeCustomer &) = default;
};

struct EraseCustomer
{
    static constexpr QLatin1StringView kKind{"customer.erase"};
    CustomerId customer;
    QString reason;

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit("customer", self.customer);
        visit("reason", self.reason, 256);
    }
    friend bool operator==(const EraseCustomer &, const EraseCustomer &) = default;
};

} // namespace balcao::wire
