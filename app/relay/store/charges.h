// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Charges as they stand: what was asked for, what the bank said of it, and when it is asked next. Every change is an
// event in the same transaction. Words and codes stay until the customer is forgotten; amounts stay.
#pragma once

#include "core/payee.h"
#include "relay/store/log.h"

namespace balcao::relay {

class RelayData;
struct Conversation;
struct MessageRow;
struct SendJob;
struct Stamp;

/// In meta: the bank that the configuration names, as desks show it; empty: none.
inline constexpr QLatin1StringView kBankKey("bank");
/// In meta: relay time of the last daily look at it that was answered whole.
inline constexpr QLatin1StringView kDailyLookKey("bank_daily");

struct Charge
{
    ChargeId id;
    QString txid;
    ConversationId conversation; ///< as it was named then
    qint64 seq = 0;              ///< of pix.charged
    ChargeKind kind = ChargeKind::Shop;
    ChargeFacts facts;
    qint64 createdAt = 0;
    MessageId message;
    MessageId codeMessage;
    bool sends = true;
    QString description;
    QString words;
    QString paidWords;      ///< what the customer reads then, in WhatsApp's own form
    QString cancelledWords; ///< the same
    QString code;
    QString key;              ///< that it pays
    bool asOrder = false;     ///< is to go in WhatsApp's own form
    qint64 expirySeconds = 0; ///< as the bank is asked for it
    bool tried = false;       ///< the bank may have heard of it: ask before asking again
    bool withdraw = false;    ///< the bank has yet to hear that nobody is to pay it
    std::optional<qint64> lookAt;

    /// Nothing more is to come: all is paid, or it never was one.
    [[nodiscard]] bool isOver() const { return facts.paid >= facts.amount || facts.refused; }
};

enum class OrderEnd { Paid, Cancelled };

/// How its words left; not to be renumbered (resources/sql/relay/0014_forms.sql).
enum class ChargeForm {
    Words = 0,
    Order = 1,    ///< WhatsApp's own
    Picture = 2,  ///< below one of the code
    NotShown = 3, ///< below one that WhatsApp found it cannot show
};

/// What a customer who has its order is to know; nothing while it is open. No thank-you for what has gone back already,
/// nor on a card that says that nobody is to pay it.
std::optional<OrderEnd> endOf(const ChargeFacts &facts, qint64 nowMs);

/// Of an order that the customer has got.
struct OrderStatus
{
    MessageId order; ///< the message that brought it, by whose id Meta knows it
    OrderEnd end = OrderEnd::Paid;
    qint64 paidAt = 0; ///< UTC ms; Paid only
};

class Charges
{
public:
    explicit Charges(RelayData &data) : m_data(data) {}

    Result<std::optional<Charge>> find(ChargeId id);
    Result<std::optional<Charge>> ofTxid(const QString &txid);
    /// For which this payment counts.
    Result<std::optional<Charge>> ofPayment(const QString &endToEndId);
    /// Whose words or whose code that message was made to carry.
    Result<std::optional<Charge>> ofMessage(MessageId message);
    /// Of a message that stands, the same of what was sent again. chargemessages.cpp
    Result<std::optional<Charge>> carriedBy(const MessageRow &message);
    /// What carries its words (Pix) or its code (PixCode): the first, then what was sent again in its place.
    Result<QList<MessageRow>> messagesOf(const Charge &charge, ContentType type);
    /// With the attempt that sends it. chargeforms.cpp
    Result<void> leavesAs(MessageId message, ChargeForm form);
    /// Meta says of a message that it failed after all, by that code. chargeforms.cpp
    Result<void> failedAtMeta(MessageId message, int code);
    /// One of its pictures was not shown: another would not be, either. chargeforms.cpp
    Result<bool> goesUnpictured(const Charge &charge);
    /// Those that the bank is to be asked about by then, the longest overdue first.
    Result<QList<Charge>> due(qint64 nowMs, int limit);
    /// The first time after `nowMs` at which one falls due.
    Result<std::optional<qint64>> nextLook(qint64 nowMs);
    /// What that customer could still pay.
    Result<QList<Charge>> openOf(CustomerId customer);

    /// Says pix.charged and, for what needs no bank, sends it.
    Result<void> make(Charge charge, const wire::Subject &subject, const QString &channel, const Stamp &stamp);
    /// The bank has registered it: says so and sends it. Nothing happens when it stands so already.
    Result<void> issued(const Charge &charge, const QString &code, const QString &key, qint64 expiresAt);
    Result<void> refuse(const Charge &charge, const QString &reason);
    Result<void> cancel(const Charge &charge, const Stamp &stamp);
    Result<void> settle(const Charge &charge, const QString &reason, const Stamp &stamp);
    /// What the bank says was paid, and went back: added to what it has said, for a payment never becomes another
    /// charge's and is never unsaid. Nothing happens when it is nothing new. chargepayments.cpp
    Result<void> paid(const Charge &charge, const QList<wire::PixPayment> &payments);
    /// Its customer is.
    Result<bool> isForgotten(const Charge &charge);
    /// What it has said so far, oldest first.
    Result<QList<wire::PixPayment>> knownPayments(const Charge &charge);
    /// What became of it, in WhatsApp's own form: "pago" on the customer's card, or that nobody is to pay it any more.
    /// Nothing where it did not go in that form, or the service window has closed. orderstatus.cpp
    Result<void> tellCustomer(const Charge &charge, OrderEnd end);
    /// Meta has a message, whoever says so and how late: what became of its order meanwhile is told. orderstatus.cpp
    Result<void> arrived(const MessageRow &message);
    /// What that message says of which order; nothing when it says of none.
    Result<std::optional<OrderStatus>> statusOf(const SendJob &job);
    /// An event about it.
    Result<void> say(const Charge &charge, const Stamp &stamp, wire::EventBody body);

    /// A webhook named it: asked about at once, or looked up when it is no charge's that we know.
    Result<void> hinted(const QString &endToEndId, const QString &txid);
    Result<QList<QString>> hints(int limit);
    Result<void> forgetHint(const QString &endToEndId);

    /// The bank could not be asked about it now: others come first.
    Result<void> postponeHint(const QString &endToEndId);
    Result<void> dropOldHints();

    /// Durable before the bank is asked to register it, for so long.
    Result<void> tried(ChargeId id, qint64 expirySeconds);
    /// The bank has heard that nobody is to pay it, or that it is too late for that.
    Result<void> withdrawn(ChargeId id);
    Result<void> lookAgain(ChargeId id, std::optional<qint64> at);

    /// Meta does not take it in its own form: the words go as they are, and the code after them.
    Result<void> sendPlainly(const Charge &charge);
    /// Nobody is to pay it any more: what has not left stays here.
    Result<bool> isOverBefore(const SendJob &job);
    /// Whether anything of it may have reached the customer.
    Result<bool> hasLeft(const Charge &charge);
    /// What is wrong with a message that is about to leave, when it carries a code.
    Result<std::optional<PayeeFault>> faultOf(const SendJob &job);
    /// The same words and code once more.
    static wire::Content contentFor(const Charge &charge, ContentType type);

private:
    Result<void> close(const Charge &charge, const QString &how);
    Result<ChargeForm> formOf(MessageId message);
    Result<wire::Subject> subjectOf(const Charge &charge);
    Result<void> tellOf(const Charge &charge, const Conversation &in, MessageId message, const QString &words);
    Result<void> sendCode(const Charge &charge, const Conversation &in, const Stamp &stamp);
    /// `at`: of the event that lets it go; what sends looks for newer ones than it has seen.
    Result<void> send(const Charge &charge, qint64 at, const Stamp &stamp);
    Result<QList<wire::PixPayment>> ownPayments(const Charge &charge, const QList<wire::PixPayment> &payments);

    RelayData &m_data;
};

} // namespace balcao::relay
