// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "desk/syncpix.h"

namespace balcao::desk {

namespace {

wire::PixRecord recordOf(const PixAccount &account)
{
    return {account.key.type, account.key.value, account.name, account.city};
}

PixSigner::Outcome outcomeOf(sync::SignedOutcome outcome)
{
    using Outcome = PixSigner::Outcome;
    switch (outcome) {
    case sync::SignedOutcome::Done:
        return Outcome::Done;
    case sync::SignedOutcome::PinWrong:
        return Outcome::PinWrong;
    case sync::SignedOutcome::NoPinYet:
        return Outcome::NoPinYet;
    case sync::SignedOutcome::TooManyTries:
        return Outcome::TooManyTries;
    case sync::SignedOutcome::Refused:
        return Outcome::Refused;
    case sync::SignedOutcome::NeedsConnection:
        return Outcome::NeedsConnection;
    case sync::SignedOutcome::Unknown:
        return Outcome::Unknown;
    }
    return Outcome::Failed;
}

sync::SignedAct::Done translated(PixSigner::Done done)
{
    return [done = std::move(done)](const sync::SignedAnswer &answer) {
        done({outcomeOf(answer.outcome), answer.number, answer.problem});
    };
}

} // namespace

void SyncPix::charge(const PixOrder &order, OperatorId by, std::function<void(bool)> done)
{
    m_work.charge(order.command,
                  {order.charge, order.conversation, order.message, order.codeMessage, order.kind, order.amount,
                   order.description, order.text, order.validUntil, order.sends, order.paidText, order.cancelledText},
                  by, std::move(done));
}

void SyncPix::cancel(ChargeId charge, ConversationId conversation, OperatorId by)
{
    m_work.cancelCharge(charge, conversation, by);
}

void SyncPix::sortStrays(const QStringList &endToEndIds, const StraySorting &as, const StraySorting &was, OperatorId by,
                         std::function<void(bool)> done)
{
    m_work.sortStrays(endToEndIds, {as.isKnown, as.whose}, {was.isKnown, was.whose}, by, std::move(done));
}

void SyncPix::propose(const PixAccount &account, OperatorId by, const QString &pin, Done done)
{
    m_signed.perform(wire::ProposePixAccount{recordOf(account)}, by, pin, translated(std::move(done)));
}

void SyncPix::confirm(const PixAccount &account, OperatorId by, const QString &pin, Done done)
{
    m_signed.perform(wire::ConfirmPixAccount{recordOf(account)}, by, pin, translated(std::move(done)));
}

void SyncPix::keep(OperatorId by, const QString &pin, Done done)
{
    m_signed.perform(wire::KeepPixAccount{}, by, pin, translated(std::move(done)));
}

void SyncPix::settle(ChargeId charge, const QString &reason, OperatorId by, const QString &pin, Done done)
{
    m_signed.perform(wire::SettleCharge{charge, reason}, by, pin, translated(std::move(done)));
}

void SyncPix::refund(const RefundOrder &order, const QString &reason, OperatorId by, const QString &pin, Done done)
{
    m_signed.perform(wire::RefundPix{order.refund, order.charge, order.amount, order.returned, reason}, by, pin,
                     translated(std::move(done)));
}

void SyncPix::closeDay(const TillClosing &closing, OperatorId by, const QString &pin, Done done)
{
    m_signed.perform(wire::CloseTill{closing.day, closing.number, closing.seen}, by, pin, translated(std::move(done)));
}

} // namespace balcao::desk
