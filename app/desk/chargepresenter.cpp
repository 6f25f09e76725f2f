// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "desk/chargepresenter.h"

#include "core/pin.h"
#include "desk/signedwords.h"

namespace balcao::desk {

ChargePresenter::ChargePresenter(PixSource &source, PixActions &actions, PixSigner &signer, const Wording &wording,
                                 const Clock &clock, QObject *parent)
    : QObject(parent), m_source(source), m_actions(actions), m_signer(signer), m_wording(wording), m_clock(clock)
{
}

void ChargePresenter::setOperator(OperatorId who)
{
    m_operator = who;
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
    m_actions.cancel(charge.id, charge.conversation, m_operator);
}

void ChargePresenter::beginSettling(const store::ChargeRow &charge)
{
    m_charge = charge;
    m_reason.clear();
    m_pin.clear();
    m_text.clear();
    m_isBusy = false;
    Q_EMIT settleWanted();
}

QString ChargePresenter::settleTitle() const
{
    const QString amount = reaisShown(m_charge.facts.amount);
    return m_charge.description.isEmpty() ? amount : tr("%1 · %2").arg(amount, m_charge.description);
}

void ChargePresenter::setReason(const QString &text)
{
    m_reason = text.left(kLongestReason);
    m_text.clear();
    Q_EMIT changed();
}

void ChargePresenter::setPin(const QString &pin)
{
    m_pin = pin;
    m_text.clear();
    Q_EMIT changed();
}

bool ChargePresenter::canSettle() const
{
    return !m_isBusy && couldBePin(m_pin) && !m_reason.trimmed().isEmpty();
}

void ChargePresenter::settle()
{
    if (!canSettle())
        return;
    m_isBusy = true;
    Q_EMIT changed();
    m_signer.settle(m_charge.id, m_reason.trimmed(), m_operator, m_pin, [this](const PixSigner::Answer &answer) {
        m_isBusy = false;
        m_pin.clear();
        Q_EMIT cleared();
        m_text = SignedWords::of(answer);
        Q_EMIT changed();
        if (answer.outcome == PixSigner::Outcome::Done)
            Q_EMIT settled();
    });
}

} // namespace balcao::desk
