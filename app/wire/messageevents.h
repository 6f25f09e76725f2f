// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Events about messages and their media. `channel` is Meta's phone_number_id. A wamid contains the
// customer's phone: it stands only in these bodies, which can be erased.
#pragma once

#include "core/messagestate.h"
#include "wire/content.h"

namespace balcao {
std::span<const wire::EnumName<MessageState>> wireNames(MessageState);
}

namespace balcao::wire {

/// The customer wrote. Subject: customer, conversation, episode, message.
struct MessageReceived
{
    static constexpr QLatin1StringView kKind{"message.received"};
    QString channel;
    QString wamid;
    qint64 sortAt = 0; ///< Meta's time, never later than the relay's receipt
    bool late = false; ///< arrived more than 60 s after it was written
    Content content;

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit("channel", self.channel, 64);
        visit("wamid", self.wamid, 512);
        visit("sort_at", self.sortAt);
        visit("late", self.late);
        visit("content", self.content);
    }
    friend bool operator==(const MessageReceived &, const MessageReceived &) = default;
};

/// The relay took a send: the bubble exists. Thread key: the event's `at`.
struct MessageAccepted
{
    static constexpr QLatin1StringView kKind{"message.accepted"};
    QString channel;
    Content content;
    std::optional<MessageId> resendOf;

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit("channel", self.channel, 64);
        visit("content", self.content);
        visit("resend_of", self.resendOf);
    }
    friend bool operator==(const MessageAccepted &, const MessageAccepted &) = default;
};

/// Meta's error code, or ours (negative) when no answer came. `detail` is Meta's technical text.
struct SendError
{
    int code = 0;
    QString detail;

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit("code", self.code);
        visit.maybe("detail", self.detail, 1024);
    }
    friend bool operator==(const SendError &, const SendError &) = default;
};

/// As billed by Meta: category "service", "utility"…, type "regular", "free_customer_service"….
struct Pricing
{
    QString category;
    QString type;

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit.maybe("category", self.category, 64);
        visit.maybe("type", self.type, 64);
    }
    friend bool operator==(const Pricing &, const Pricing &) = default;
};

/// submitted, sent, delivered, read, played, failed or uncertain; in any order (core/messagestate.h).
struct MessageStatus
{
    static constexpr QLatin1StringView kKind{"message.status"};
    MessageState state = MessageState::Submitted;
    qint64 statusAt = 0; ///< Meta's time of the change, or the relay's for its own words
    QString wamid;       ///< with submitted, and with a status that came before the answer
    std::optional<SendError> error;
    std::optional<Pricing> pricing;

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit("state", self.state);
        visit("status_at", self.statusAt);
        visit.maybe("wamid", self.wamid, 512);
        visit("error", self.error);
        visit("pricing", self.pricing);
    }
    friend bool operator==(const MessageStatus &, const MessageStatus &) = default;
};

/// Staff need no more reminding of a doubtful send, or do again. No state: a later status still settles it.
struct MessageDismissed
{
    static constexpr QLatin1StringView kKind{"message.dismissed"};
    bool dismissed = false;

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit("dismissed", self.dismissed);
    }
    friend bool operator==(const MessageDismissed &, const MessageDismissed &) = default;
};

/// Something came that the parser cannot read; the raw webhook is kept under `rawId`.
struct MessageUnreadable
{
    static constexpr QLatin1StringView kKind{"message.unreadable"};
    QString channel;
    qint64 rawId = 0;
    QString reason; ///< technical, without content

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit.maybe("channel", self.channel, 64);
        visit("raw_id", self.rawId);
        visit.maybe("reason", self.reason, 256);
    }
    friend bool operator==(const MessageUnreadable &, const MessageUnreadable &) = default;
};

/// A later parser could read it after all. Subject as for message.received.
struct MessageReparsed
{
    static constexpr QLatin1StringView kKind{"message.reparsed"};
    qint64 rawId = 0;
    MessageReceived received;

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit("raw_id", self.rawId);
        visit("received", self.received);
    }
    friend bool operator==(const MessageReparsed &, const MessageReparsed &) = default;
};

struct MessageEdited
{
    static constexpr QLatin1StringView kKind{"message.edited"};
    qint64 editedAt = 0;
    Content content;

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit("edited_at", self.editedAt);
        visit("content", self.content);
    }
    friend bool operator==(const MessageEdited &, const MessageEdited &) = default;
};

struct MessageRevoked
{
    static constexpr QLatin1StringView kKind{"message.revoked"};
    qint64 revokedAt = 0;

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit("revoked_at", self.revokedAt);
    }
    friend bool operator==(const MessageRevoked &, const MessageRevoked &) = default;
};

struct MediaStored
{
    static constexpr QLatin1StringView kKind{"media.stored"};
    QString sha256;
    QString mime;
    qint64 size = 0;

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit("sha256", self.sha256, 64);
        visit("mime", self.mime, 256);
        visit("size", self.size);
    }
    friend bool operator==(const MediaStored &, const MediaStored &) = default;
};

struct MediaFailed
{
    static constexpr QLatin1StringView kKind{"media.failed"};
    QString reason;

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit("reason", self.reason, 256);
    }
    friend bool operator==(const MediaFailed &, const MediaFailed &) = default;
};

} // namespace balcao::wire
