// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// What the customer is told of an order once the bank has said that it is paid, or staff that nobody is to pay it (any
// more: it may have been paid in cash). Each is a message that Meta may charge for: one at the end, none on the way.

#include "core/servicewindow.h"
#include "relay/store/charges.h"
#include "relay/store/relaydata.h"

namespace balcao::relay {

using namespace Qt::Literals::StringLiterals;

namespace {

/// The same whatever happens how often. The first order's is the charge's: so it was before there were others.
MessageId messageOf(const Charge &charge, MessageId order, OrderEnd end)
{
    const QByteArray name = end == OrderEnd::Paid ? "paid" : "cancelled";
    return MessageId(QUuid::createUuidV5(order == charge.message ? charge.id.uuid() : order.uuid(), name));
}

} // namespace

std::optional<OrderEnd> endOf(const ChargeFacts &facts, qint64 nowMs)
{
    const ChargeState state = chargeState(facts, nowMs);
    if (!facts.cancelled && (state == ChargeState::Paid || state == ChargeState::PaidMore))
        return OrderEnd::Paid;
    return facts.cancelled || facts.settled ? std::optional(OrderEnd::Cancelled) : std::nullopt;
}

Result<void> Charges::tellCustomer(const Charge &charge, OrderEnd end)
{
    const QString words = end == OrderEnd::Paid ? charge.paidWords : charge.cancelledWords;
    if (words.isEmpty())
        return {};
    // A copy does not know what was told after it was made.
    BALCAO_TAKE(const qint64 restoredAt, m_data.log().restoredAt());
    if (charge.createdAt <= restoredAt)
        return {};
    BALCAO_TAKE(const std::optional<Conversation> in, m_data.conversations().find(charge.conversation));
    if (!in || !isWindowOpen(in->inboundAt, m_data.clock().nowMs()))
        return {};
    // One that was in doubt and sent again may be there twice: each card is ended.
    BALCAO_TAKE(const QList<MessageRow> orders, messagesOf(charge, ContentType::Pix));
    for (const MessageRow &order : orders) {
        BALCAO_TAKE(const ChargeForm form, formOf(order.id));
        if (isAtMeta(order.state) && form == ChargeForm::Order)
            BALCAO_TRY(tellOf(charge, *in, messageOf(charge, order.id, end), words));
    }
    return {};
}

// It was on its way, or nobody knew, when the bank said that it is paid, or staff that nobody is to pay it.
Result<void> Charges::arrived(const MessageRow &message)
{
    BALCAO_TAKE(const std::optional<Charge> charge, carriedBy(message));
    const auto end = charge ? endOf(charge->facts, m_data.clock().nowMs()) : std::nullopt;
    return end ? tellCustomer(*charge, *end) : Result<void>();
}

/// Once.
Result<void> Charges::tellOf(const Charge &charge, const Conversation &in, MessageId message, const QString &words)
{
    BALCAO_TAKE(const std::optional<MessageRow> told, m_data.messages().find(message));
    if (told)
        return {};
    wire::Content content;
    content.type = ContentType::PixStatus;
    content.text = words;
    wire::Subject about = in.subject(charge.conversation);
    about.charge = charge.id;
    about.message = message;
    Stamp stamp; // nobody has answered: whoever waits for a person still does
    stamp.actor.type = wire::ActorType::Automation;
    BALCAO_TAKE(const qint64 seq, m_data.announce(about, stamp, wire::MessageAccepted{in.channel, content, {}}));
    BALCAO_TRY(m_data.messages().add({message, charge.conversation, seq, true, MessageState::Accepted}));
    content.charge = charge.id; // for whoever sends it; in the thread it is no card of its own
    return m_data.outgoing().add(message, seq, charge.conversation, in.channel, content, {});
}

Result<std::optional<OrderStatus>> Charges::statusOf(const SendJob &job)
{
    using Status = std::optional<OrderStatus>;
    if (job.content.type != ContentType::PixStatus || !job.content.charge)
        return Status();
    BALCAO_TAKE(const std::optional<Charge> charge, find(*job.content.charge));
    if (!charge)
        return Status();
    BALCAO_TAKE(const QList<MessageRow> orders, messagesOf(*charge, ContentType::Pix));
    for (const MessageRow &order : orders) {
        if (job.message == messageOf(*charge, order.id, OrderEnd::Cancelled))
            return Status(OrderStatus{order.id, OrderEnd::Cancelled, 0});
        if (job.message == messageOf(*charge, order.id, OrderEnd::Paid)) {
            BALCAO_TAKE(const QList<wire::PixPayment> payments, knownPayments(*charge));
            return Status(OrderStatus{order.id, OrderEnd::Paid, payments.isEmpty() ? 0 : payments.last().at});
        }
    }
    return Status();
}

} // namespace balcao::relay
