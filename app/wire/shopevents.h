// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Events about the shop itself: tags, operators, desks, quick replies, channels. Each names its own
// subject (tag, operator, desk, reply).
#pragma once

#include "core/role.h"
#include "wire/codec.h"

namespace balcao {
std::span<const wire::EnumName<Role>> wireNames(Role);
}

namespace balcao::wire {

struct TagDefined
{
    static constexpr QLatin1StringView kKind{"tag.defined"};
    QString name;
    QString colour; ///< "#rrggbb"

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit("name", self.name, 64);
        visit("colour", self.colour, 16);
    }
    friend bool operator==(const TagDefined &, const TagDefined &) = default;
};

struct TagChanged
{
    static constexpr QLatin1StringView kKind{"tag.changed"};
    std::optional<QString> name;
    std::optional<QString> colour;

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit("name", self.name, 64);
        visit("colour", self.colour, 16);
    }
    friend bool operator==(const TagChanged &, const TagChanged &) = default;
};

struct TagRetired
{
    static constexpr QLatin1StringView kKind{"tag.retired"};

    template <class Self, class Visitor>
    static void fields(Self &, Visitor &)
    {
    }
    friend bool operator==(const TagRetired &, const TagRetired &) = default;
};

struct OperatorAdded
{
    static constexpr QLatin1StringView kKind{"operator.added"};
    QString name;
    Role role = Role::Attendant;

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit("name", self.name, 128);
        visit("role", self.role);
    }
    friend bool operator==(const OperatorAdded &, const OperatorAdded &) = default;
};

struct OperatorChanged
{
    static constexpr QLatin1StringView kKind{"operator.changed"};
    std::optional<QString> name;
    std::optional<Role> role;

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit("name", self.name, 128);
        visit("role", self.role);
    }
    friend bool operator==(const OperatorChanged &, const OperatorChanged &) = default;
};

struct OperatorDisabled
{
    static constexpr QLatin1StringView kKind{"operator.disabled"};

    template <class Self, class Visitor>
    static void fields(Self &, Visitor &)
    {
    }
    friend bool operator==(const OperatorDisabled &, const OperatorDisabled &) = default;
};

struct DeskPaired
{
    static constexpr QLatin1StringView kKind{"desk.paired"};
    QString name;

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit("name", self.name, 128);
    }
    friend bool operator==(const DeskPaired &, const DeskPaired &) = default;
};

struct DeskRevoked
{
    static constexpr QLatin1StringView kKind{"desk.revoked"};

    template <class Self, class Visitor>
    static void fields(Self &, Visitor &)
    {
    }
    friend bool operator==(const DeskRevoked &, const DeskRevoked &) = default;
};

struct ReplyDefined
{
    static constexpr QLatin1StringView kKind{"reply.defined"};
    QString title;
    QString text;

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit("title", self.title, 128);
        visit("text", self.text, 4096);
    }
    friend bool operator==(const ReplyDefined &, const ReplyDefined &) = default;
};

struct ReplyChanged
{
    static constexpr QLatin1StringView kKind{"reply.changed"};
    std::optional<QString> title;
    std::optional<QString> text;

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit("title", self.title, 128);
        visit("text", self.text, 4096);
    }
    friend bool operator==(const ReplyChanged &, const ReplyChanged &) = default;
};

struct ReplyRetired
{
    static constexpr QLatin1StringView kKind{"reply.retired"};

    template <class Self, class Visitor>
    static void fields(Self &, Visitor &)
    {
    }
    friend bool operator==(const ReplyRetired &, const ReplyRetired &) = default;
};

/// What Meta says of one number. Free names as Meta spells them; empty: not said. Without a number it is the shop's own
/// label alone.
/// Source: Meta, reference/whatsapp-business-phone-number (2026).
struct ChannelHealth
{
    static constexpr QLatin1StringView kKind{"channel.health"};
    QString channel;
    QString label;
    QString verifiedName;
    QString quality;      ///< GREEN, YELLOW, RED, UNKNOWN
    QString nameStatus;   ///< APPROVED, AVAILABLE_WITHOUT_REVIEW, PENDING_REVIEW, DECLINED, EXPIRED, NONE
    QString verification; ///< VERIFIED, NOT_VERIFIED, EXPIRED
    QString status;       ///< CONNECTED, or why not; kNumberUnheard of core/numberstate.h
    QString number;       ///< as Meta writes it; for people, not for routing
    QString detail;

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit("channel", self.channel, 64);
        visit.maybe("label", self.label, 128);
        visit.maybe("verified_name", self.verifiedName, 256);
        visit.maybe("quality", self.quality, 32);
        visit.maybe("name_status", self.nameStatus, 64);
        visit.maybe("verification", self.verification, 64);
        visit.maybe("status", self.status, 64);
        visit.maybe("number", self.number, 64);
        visit.maybe("detail", self.detail, 256);
    }
    friend bool operator==(const ChannelHealth &, const ChannelHealth &) = default;
};

/// Sending stopped for a reason that only a person can mend; `code` is Meta's error.
struct QueuePaused
{
    static constexpr QLatin1StringView kKind{"queue.paused"};
    QString channel;
    int code = 0;

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit("channel", self.channel, 64);
        visit("code", self.code);
    }
    friend bool operator==(const QueuePaused &, const QueuePaused &) = default;
};

struct QueueResumed
{
    static constexpr QLatin1StringView kKind{"queue.resumed"};
    QString channel;

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit("channel", self.channel, 64);
    }
    friend bool operator==(const QueueResumed &, const QueueResumed &) = default;
};

struct ShopChanged
{
    static constexpr QLatin1StringView kKind{"shop.changed"};
    std::optional<QString> name;
    std::optional<QString> timezone;           ///< IANA
    std::optional<bool> markRead;              ///< blue ticks on the first human open
    std::optional<QString> bank;               ///< that confirms charges, as people call it; empty: none
    std::optional<bool> refunds;               ///< a manager may send back what was paid
    std::optional<qint64> bankCertificateEnds; ///< UTC ms; 0: the bank asks for none

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit("name", self.name, 128);
        visit("timezone", self.timezone, 64);
        visit("mark_read", self.markRead);
        visit("bank", self.bank, 64);
        visit("refunds", self.refunds);
        visit("bank_certificate_ends", self.bankCertificateEnds);
    }
    friend bool operator==(const ShopChanged &, const ShopChanged &) = default;
};

/// Stands where the relay's disk has changed an event: what it said is not known there any more. No subject, no time.
struct LogDamaged
{
    static constexpr QLatin1StringView kKind{"log.damaged"};

    template <class Self, class Visitor>
    static void fields(Self &, Visitor &)
    {
    }
    friend bool operator==(const LogDamaged &, const LogDamaged &) = default;
};

} // namespace balcao::wire
