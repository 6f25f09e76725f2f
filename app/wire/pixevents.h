// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Events about money: the shop's Pix record and its charges. Amounts are whole centavos. Subject of a charge's events:
// customer, conversation, episode, charge; of pix.charged also the message that carries it.
// Source: Banco Central, API Pix 2.9.0 (Cob, Pix, Devolucao); what the bank says is told as it said it.
#pragma once

#include "core/bankstate.h"
#include "core/chargestate.h"
#include "core/pixkey.h"
#include "wire/codec.h"

namespace balcao {
std::span<const wire::EnumName<ChargeKind>> wireNames(ChargeKind);
std::span<const wire::EnumName<PixKeyType>> wireNames(PixKeyType);
std::span<const wire::EnumName<BankState>> wireNames(BankState);
} // namespace balcao

namespace balcao::wire {

/// As core/payee.h checks it before it comes here.
struct PixRecord
{
    PixKeyType keyType = PixKeyType::Random;
    QString key;
    QString name;
    QString city;

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit("key_type", self.keyType);
        visit("key", self.key, 77);
        visit("name", self.name, 25);
        visit("city", self.city, 15);
    }
    friend bool operator==(const PixRecord &, const PixRecord &) = default;
};

/// Somebody wants another record; until it is confirmed the old one stands.
struct PixAccountProposed
{
    static constexpr QLatin1StringView kKind{"pix.account_proposed"};
    PixRecord account;
    qint64 ripeAt = 0; ///< from when on whoever proposed it may confirm it, too

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit("account", self.account);
        visit("ripe_at", self.ripeAt);
    }
    friend bool operator==(const PixAccountProposed &, const PixAccountProposed &) = default;
};

/// Who receives from now on. Desks say so for seven days.
struct PixAccountChanged
{
    static constexpr QLatin1StringView kKind{"pix.account_changed"};
    PixRecord account;

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit("account", self.account);
    }
    friend bool operator==(const PixAccountChanged &, const PixAccountChanged &) = default;
};

/// What was proposed is off the table.
struct PixAccountKept
{
    static constexpr QLatin1StringView kKind{"pix.account_kept"};

    template <class Self, class Visitor>
    static void fields(Self &, Visitor &)
    {
    }
    friend bool operator==(const PixAccountKept &, const PixAccountKept &) = default;
};

/// Staff ask for money. The event is the acceptance of its message, too: `sends` false: it is only shown at the
/// counter. `code` at once for the shop's own, with pix.issued for the bank's.
struct PixCharged
{
    static constexpr QLatin1StringView kKind{"pix.charged"};
    QString channel;
    ChargeKind kind = ChargeKind::Shop;
    QString txid;
    Money amount;
    QString description; ///< shown to the payer
    QString text;        ///< what the customer reads with it
    std::optional<qint64> expiresAt;
    QString code; ///< BR Code
    bool sends = true;

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit("channel", self.channel, 64);
        visit("kind", self.kind);
        visit("txid", self.txid, 35);
        visit("amount", self.amount);
        visit.maybe("description", self.description, 140);
        visit.maybe("text", self.text, 1024);
        visit("expires_at", self.expiresAt);
        visit.maybe("code", self.code, 512);
        visit("sends", self.sends);
    }
    friend bool operator==(const PixCharged &, const PixCharged &) = default;
};

/// The bank has registered it.
struct PixIssued
{
    static constexpr QLatin1StringView kKind{"pix.issued"};
    QString code;
    QString key;          ///< that it pays, by the bank's word: it does not stand in the code
    qint64 expiresAt = 0; ///< by the bank's clock

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit("code", self.code, 512);
        visit.maybe("key", self.key, 77);
        visit("expires_at", self.expiresAt);
    }
    friend bool operator==(const PixIssued &, const PixIssued &) = default;
};

/// It will not be: the bank said no, or its answer does not pay the shop. Nothing was sent.
struct PixRefused
{
    static constexpr QLatin1StringView kKind{"pix.refused"};
    QString reason; ///< "payee-key"… (core/payee.h), or the bank's problem by its last word, "CobOperacaoInvalida"

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit("reason", self.reason, 64);
    }
    friend bool operator==(const PixRefused &, const PixRefused &) = default;
};

enum class ReturnStatus { UnderWay, Done, Failed };
std::span<const EnumName<ReturnStatus>> wireNames(ReturnStatus);
constexpr ReturnStatus wireFallback(ReturnStatus)
{
    return ReturnStatus::UnderWay;
}

/// A devolução.
struct PixReturn
{
    QString id;
    Money amount;
    ReturnStatus status = ReturnStatus::UnderWay;
    bool byBank = false; ///< MED: the bank took it back
    qint64 at = 0;

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit("id", self.id, 64);
        visit("amount", self.amount);
        visit("status", self.status);
        visit("by_bank", self.byBank);
        visit("at", self.at);
    }
    friend bool operator==(const PixReturn &, const PixReturn &) = default;
};

struct PixPayment
{
    QString endToEndId;
    Money amount;
    qint64 at = 0;
    QString payer; ///< only where the bank names one
    QList<PixReturn> returns;

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit("e2eid", self.endToEndId, 64);
        visit("amount", self.amount);
        visit("at", self.at);
        visit.maybe("payer", self.payer, 200);
        visit.maybe("returns", self.returns);
    }
    friend bool operator==(const PixPayment &, const PixPayment &) = default;
};

/// What came of those, and of it what went back for good.
struct PixSums
{
    Money paid;
    Money returned;  ///< by the shop's will
    Money withdrawn; ///< by the bank (MED)

    friend bool operator==(const PixSums &, const PixSums &) = default;
};
PixSums sumsOf(const QList<PixPayment> &payments);
/// What may still go back of it: less what did, and what is under way.
Money leftOf(const PixPayment &payment);
/// What was said before and is not said again: a return that came to its end does not go back to being under way, and
/// none is unsaid.
void addReturns(QList<PixReturn> &into, const QList<PixReturn> &before);

/// All that the bank says of what was paid: confirmed by the relay's own GET, never by a webhook alone.
struct PixPaid
{
    static constexpr QLatin1StringView kKind{"pix.paid"};
    QList<PixPayment> payments;

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit("payments", self.payments);
    }
    friend bool operator==(const PixPaid &, const PixPaid &) = default;
};

/// What came to the shop's account and no charge of ours asked for, by the bank's own word. Told again when some of it
/// goes back, when staff say what it was, and when it was a charge's after all. No subject, and no payer: the money
/// outlives whoever asks to be forgotten, and a conversation that is gone names nobody.
struct PixStray
{
    static constexpr QLatin1StringView kKind{"pix.stray"};
    PixPayment payment;
    std::optional<ChargeId> charge;                  ///< whose it was: it counts there
    std::optional<bool> sale;                        ///< staff have said whether they know what it was for
    std::optional<ConversationId> conversation = {}; ///< and whose it is; none: a sale at the counter

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit("payment", self.payment);
        visit("charge", self.charge);
        visit("sale", self.sale);
        visit("conversation", self.conversation);
    }
    friend bool operator==(const PixStray &, const PixStray &) = default;
};

/// Staff want it no more; the bank is told until it has heard. Who pays before that has paid.
struct PixCancelled
{
    static constexpr QLatin1StringView kKind{"pix.cancelled"};

    template <class Self, class Visitor>
    static void fields(Self &, Visitor &)
    {
    }
    friend bool operator==(const PixCancelled &, const PixCancelled &) = default;
};

/// "Baixa manual": the actor says that it was paid, and why; no bank does.
struct PixSettled
{
    static constexpr QLatin1StringView kKind{"pix.settled"};
    QString reason;

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit("reason", self.reason, 256);
    }
    friend bool operator==(const PixSettled &, const PixSettled &) = default;
};

/// How the bank goes that confirms charges. No subject.
struct PixBankState
{
    static constexpr QLatin1StringView kKind{"pix.bank_state"};
    BankState state = BankState::Well;
    qint64 since = 0; ///< of the first call that had no answer; 0 when it is well

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit("state", self.state);
        visit("since", self.since);
    }
    friend bool operator==(const PixBankState &, const PixBankState &) = default;
};

/// A manager sends some of it back. What the bank makes of it comes with pix.paid, and its end with pix.refund_ended.
struct PixRefundAsked
{
    static constexpr QLatin1StringView kKind{"pix.refund_asked"};
    RefundId refund;
    QString endToEndId; ///< of the payment
    Money amount;
    QString reason; ///< for the shop's own eyes

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit("refund", self.refund);
        visit("e2eid", self.endToEndId, 64);
        visit("amount", self.amount);
        visit("reason", self.reason, 256);
    }
    friend bool operator==(const PixRefundAsked &, const PixRefundAsked &) = default;
};

/// By the bank's word: the money went back, or it did not and why.
struct PixRefundEnded
{
    static constexpr QLatin1StringView kKind{"pix.refund_ended"};
    RefundId refund;
    bool done = false;
    QString fault; ///< the bank's problem by its last word, "PixDevolucaoInvalida"; "not-done"

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit("refund", self.refund);
        visit("done", self.done);
        visit.maybe("fault", self.fault, 64);
    }
    friend bool operator==(const PixRefundEnded &, const PixRefundEnded &) = default;
};

} // namespace balcao::wire
