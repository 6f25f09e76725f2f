// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// What staff do about money, as it travels to POST /v1/commands. A charge is never queued offline: its command carries
// expires_at, a minute or two.
#pragma once

#include "core/id.h"
#include "wire/pixevents.h"

namespace balcao::wire {

/// `charge` decides the txid (core/txid.h): one draft is one charge, whatever is sent how often. `message` is the row in
/// the thread; `codeMessage` carries the code alone, should WhatsApp's own form not be had.
struct ChargePix
{
    static constexpr QLatin1StringView kKind{"pix.charge"};
    ChargeId charge;
    ConversationId conversation;
    MessageId message;
    MessageId codeMessage;
    ChargeKind kind = ChargeKind::Shop;
    Money amount;
    QString description;
    QString text;
    std::optional<qint64> expiresAt; ///< the bank's kind only
    bool sends = true;               ///< false: "Só copiar o código", for a customer at the counter
    QString paidText;                ///< the customer reads it once the bank says so, where WhatsApp has a form for it
    QString cancelledText;           ///< the same, when nobody is to pay it any more

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit("charge", self.charge);
        visit("conversation", self.conversation);
        visit("message", self.message);
        visit("code_message", self.codeMessage);
        visit("kind", self.kind);
        visit("amount", self.amount);
        visit.maybe("description", self.description, 140);
        visit.maybe("text", self.text, 1024);
        visit("expires_at", self.expiresAt);
        visit("sends", self.sends);
        visit.maybe("paid_text", self.paidText, 1024);
        visit.maybe("cancelled_text", self.cancelledText, 1024);
    }
    friend bool operator==(const ChargePix &, const ChargePix &) = default;
};

struct CancelCharge
{
    static constexpr QLatin1StringView kKind{"pix.cancel"};
    ChargeId charge;

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit("charge", self.charge);
    }
    friend bool operator==(const CancelCharge &, const CancelCharge &) = default;
};

/// "Baixa manual". Needs a session of whoever does it, manager or not: the PIN says that it was they.
struct SettleCharge
{
    static constexpr QLatin1StringView kKind{"pix.settle"};
    ChargeId charge;
    QString reason;

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit("charge", self.charge);
        visit("reason", self.reason, 256);
    }
    friend bool operator==(const SettleCharge &, const SettleCharge &) = default;
};

/// Devolução: to where it came from, and nowhere else; of the newest payment of which so much is left. `refund` is its
/// id at the bank: one draft is one refund, however often it is sent. `returned`: what had gone back of the charge as far
/// as the manager could see; stale when more has since.
struct RefundPix
{
    static constexpr QLatin1StringView kKind{"pix.refund"};
    RefundId refund;
    ChargeId charge;
    Money amount;
    Money returned;
    QString reason;

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit("refund", self.refund);
        visit("charge", self.charge);
        visit("amount", self.amount);
        visit("returned", self.returned);
        visit("reason", self.reason, 256);
    }
    friend bool operator==(const RefundPix &, const RefundPix &) = default;
};

/// The first one stands at once; a change waits for another manager, or for a day.
struct ProposePixAccount
{
    static constexpr QLatin1StringView kKind{"pix.propose_account"};
    PixRecord account;

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit("account", self.account);
    }
    friend bool operator==(const ProposePixAccount &, const ProposePixAccount &) = default;
};

/// Names what it confirms, so that nothing else is confirmed with it.
struct ConfirmPixAccount
{
    static constexpr QLatin1StringView kKind{"pix.confirm_account"};
    PixRecord account;

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit("account", self.account);
    }
    friend bool operator==(const ConfirmPixAccount &, const ConfirmPixAccount &) = default;
};

struct KeepPixAccount
{
    static constexpr QLatin1StringView kKind{"pix.keep_account"};

    template <class Self, class Visitor>
    static void fields(Self &, Visitor &)
    {
    }
    friend bool operator==(const KeepPixAccount &, const KeepPixAccount &) = default;
};

/// What came without a charge is known: a sale at the counter or, with a conversation, that customer's; or it is not
/// after all. What a charge has claimed stays its. With `wasSale` it is for what stood so, and stale when all of it was
/// said otherwise meanwhile, or is not known here.
struct SortStrays
{
    static constexpr QLatin1StringView kKind{"pix.sort_strays"};
    QList<QString> endToEndIds;
    bool sale = true;
    std::optional<ConversationId> conversation = {};
    std::optional<bool> wasSale = {}; ///< as whoever says it saw it, with the next
    std::optional<ConversationId> wasConversation = {};

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit("e2eids", self.endToEndIds, 64);
        visit("sale", self.sale);
        visit("conversation", self.conversation);
        visit("was_sale", self.wasSale);
        visit("was_conversation", self.wasConversation);
    }
    friend bool operator==(const SortStrays &, const SortStrays &) = default;
};

/// Needs a session of whoever closes. The number of a day that is closed already comes back as what stands. `number`:
/// the one that it would get, as its desk saw it; another report came between when it is another. `seen`: the last event
/// in what was looked at; stale when a charge or a payment has changed the sums since.
struct CloseTill
{
    static constexpr QLatin1StringView kKind{"till.close"};
    QString day; ///< "2026-11-25", the shop's
    std::optional<qint64> number;
    std::optional<qint64> seen;

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit("day", self.day, 10);
        visit("number", self.number);
        visit("seen", self.seen);
    }
    friend bool operator==(const CloseTill &, const CloseTill &) = default;
};

} // namespace balcao::wire
