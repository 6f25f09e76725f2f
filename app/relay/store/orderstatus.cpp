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

/// The same whatever happens how often.
MessageId messageOf(const Charge &charge, OrderEnd end)
{
    const QByteArray name = end == OrderEnd::Paid ? "paid" : "cancelled";
    return MessageId(QUuid::createUuidV5(charge.id.uuid(), name));
}

bool hasArrivedAtMeta(MessageState state)
{
    return state == MessageState::Submitted || state == MessageState::Sent || state == MessageState::Delivered ||
           state == MessageState::Read;
}

} // namespace

Result<void> Charges::tellCustomer(const Charge &charge, OrderEnd end)
{
    const QString words = end == OrderEnd::Paid ? charge.paidWords : charge.cancelledWords;
    if (!charge.asOrder || words.isEmpty())
        return {};
    // A copy does not know what was told after it was made.
    BALCAO_TAKE(const qint64 restoredAt, m_data.log().restoredAt());
    if (charge.createdAt <= restoredAt)
        return {};
    BALCAO_TAKE(const std::optional<MessageRow> order, m_data.messages().find(charge.message));
    BALCAO_TAKE(const std::optional<Conversation> in, m_data.conversations().find(charge.conversation));
    if (!order || !hasArrivedAtMeta(order->state) || !in || !isWindowOpen(in->inboundAt, m_data.clock().nowMs()))
        return {};
    const MessageId message = messageOf(charge, end);
    BALCAO_TAKE(const std::optional<MessageRow> told, m_data.messages().find(message));
    if (told)
        return {};
    wire::Content content;
    content.type = ContentType::PixStatus;
    content.text = words;
    wire::Subject about = in->subject(charge.conversation);
    about.charge = charge.id;
    about.message = message;
    Stamp stamp; // nobody has answered: whoever waits for a person still does
    stamp.actor.type = wire::ActorType::Automation;
    BALCAO_TAKE(const qint64 seq, m_data.announce(about, stamp, wire::MessageAccepted{in->channel, content, {}}));
    BALCAO_TRY(m_data.messages().add({message, charge.conversation, seq, true, MessageState::Accepted}));
    content.charge = charge.id; // for whoever sends it; in the thread it is no card of its own
    return m_data.outgoing().add(message, seq, charge.conversation, in->channel, content, {});
}

Result<std::optional<OrderStatus>> Charges::statusOf(const SendJob &job)
{
    using Status = std::optional<OrderStatus>;
    if (job.content.type != ContentType::PixStatus || !job.content.charge)
        return Status();
    BALCAO_TAKE(const std::optional<Charge> charge, find(*job.content.charge));
    if (!charge)
        return Status();
    if (job.message != messageOf(*charge, OrderEnd::Paid))
        return Status(OrderStatus{charge->message, OrderEnd::Cancelled, 0});
    BALCAO_TAKE(const QList<wire::PixPayment> payments, knownPayments(*charge));
    return Status(OrderStatus{charge->message, OrderEnd::Paid, payments.isEmpty() ? 0 : payments.last().at});
}

} // namespace balcao::relay
