// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "desk/chargepresenter.h"

namespace balcao::desk {

ChargePresenter::ChargePresenter(PixSource &source, PixActions &actions, PixSigner &signer, const Wording &wording,
                                 const Clock &clock, QObject *parent)
    : QObject(parent),
      m_source(source),
      m_actions(actions),
      m_wording(wording),
      m_clock(clock),
      m_settling(signer),
      m_refunding(signer)
{
}

void ChargePresenter::setOperator(OperatorId who, Role role)
{
    m_operator = who;
    m_role = role;
    m_settling.setOperator(who);
    m_refunding.setOperator(who);
}

bool ChargePresenter::isWaiting(const store::ChargeRow &charge) const
{
    return isPayable(chargeState(charge.facts, m_clock.nowMs()));
}

bool ChargePresenter::maySettle(const store::ChargeRow &charge) const
{
    const ChargeState state = chargeState(charge.facts, m_clock.nowMs());
    return state == ChargeState::Waiting || state == ChargeState::Expired;
}

bool ChargePresenter::mayCancel(const store::ChargeRow &charge) const
{
    return maySettle(charge) || chargeState(charge.facts, m_clock.nowMs()) == ChargeState::Creating;
}

bool ChargePresenter::mayRefund(const store::ChargeRow &charge) const
{
    const bool isInTime = m_clock.nowMs() - charge.paidAt < kRefundableMs;
    return m_hasRefunds && m_role == Role::Manager && charge.refundable > Money{} && isInTime &&
           charge.refund.state != store::RefundState::UnderWay;
}

void ChargePresenter::showQr(const store::ChargeRow &charge)
{
    hand(charge, PixPresenter::Handout::Show);
}

void ChargePresenter::copyCode(const store::ChargeRow &charge)
{
    hand(charge, PixPresenter::Handout::Copy);
}

// Against the record as it stands now: a charge of before it changed pays the old key, and is not shown any more. The
// key of a bank's code does not stand in it.
void ChargePresenter::hand(const store::ChargeRow &charge, PixPresenter::Handout how)
{
    if (!isWaiting(charge))
        return Q_EMIT refused(tr("This charge is not waiting to be paid any more."));
    m_source.account([this, charge, how](const store::PixAccountRow &row) {
        if (!row.account)
            return Q_EMIT refused(tr("The shop has not said yet to which key it is paid."));
        if (charge.kind == ChargeKind::Bank && charge.key != row.account->key.value)
            return Q_EMIT refused(PayeeWords::fault(PayeeFault::Key));
        PixCode code = PayeeWords::checked(charge.code, {charge.kind, *row.account, charge.facts.amount, charge.txid});
        if (code.code.isEmpty())
            return Q_EMIT refused(code.fault);
        code.about = charge.description;
        if (charge.facts.expiresAt)
            code.about = tr("valid until %1").arg(m_wording.moment(*charge.facts.expiresAt, m_clock.nowMs()));
        Q_EMIT codeReady(code, how);
    });
}

void ChargePresenter::cancel(const store::ChargeRow &charge)
{
    if (m_isOffline)
        return Q_EMIT refused(
            tr("Not cancelled: without the connection to the shop's server the customer could still pay "
               "it. Try again once it is back."));
    m_actions.cancel(charge.id, charge.conversation, m_operator);
}

} // namespace balcao::desk
