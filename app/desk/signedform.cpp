// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "desk/signedform.h"

#include "core/pin.h"
#include "desk/signedwords.h"

namespace balcao::desk {

bool SignedForm::open(const store::ChargeRow &charge)
{
    if (m_isBusy)
        return false;
    m_charge = charge;
    m_reason.clear();
    m_pin.clear();
    m_text.clear();
    Q_EMIT wanted();
    return true;
}

QString SignedForm::title() const
{
    const QString amount = reaisShown(m_charge.facts.amount);
    return m_charge.description.isEmpty() ? amount : tr("%1 · %2").arg(amount, m_charge.description);
}

void SignedForm::touch()
{
    m_text.clear();
    Q_EMIT changed();
}

void SignedForm::setReason(const QString &text)
{
    m_reason = text.left(kLongestReason);
    touch();
}

void SignedForm::setPin(const QString &pin)
{
    m_pin = pin;
    touch();
}

bool SignedForm::canSign() const
{
    return !m_isBusy && couldBePin(m_pin) && !m_reason.trimmed().isEmpty();
}

void SignedForm::sign()
{
    if (!canSign())
        return;
    m_isBusy = true;
    Q_EMIT changed();
    perform(m_reason.trimmed(), m_pin, [this](const PixSigner::Answer &answer) {
        m_isBusy = false;
        m_pin.clear();
        Q_EMIT cleared();
        m_text = SignedWords::of(answer);
        answered(answer);
        Q_EMIT changed();
        if (answer.outcome == PixSigner::Outcome::Done)
            Q_EMIT done();
    });
}

void SettleForm::perform(const QString &reason, const QString &pin, PixSigner::Done done)
{
    signer().settle(charge().id, reason, who(), pin, std::move(done));
}

void RefundForm::begin(const store::ChargeRow &charge, Money amount)
{
    if (isBusy())
        return;
    const Money most = charge.refundable;
    m_typed = moneyShown(amount > Money{} && amount < most ? amount : most);
    open(charge);
}

void RefundForm::setAmount(const QString &typed)
{
    m_typed = typed;
    touch();
}

std::optional<Money> RefundForm::typed() const
{
    const std::optional<Money> amount = moneyTyped(m_typed);
    const bool fits = amount && *amount > Money{} && *amount <= charge().refundable;
    return fits ? amount : std::nullopt;
}

bool RefundForm::isWrong() const
{
    return !m_typed.trimmed().isEmpty() && !typed();
}

QString RefundForm::help() const
{
    const std::optional<Money> amount = moneyTyped(m_typed);
    if (amount && *amount > charge().refundable)
        return tr("At most %1 can go back.").arg(reaisShown(charge().refundable));
    if (isWrong())
        return tr("An amount like 25,00.");
    return tr("At most %1. It goes back to the account that paid, and nowhere else.")
        .arg(reaisShown(charge().refundable));
}

bool RefundForm::canSign() const
{
    return SignedForm::canSign() && typed();
}

void RefundForm::perform(const QString &reason, const QString &pin, PixSigner::Done done)
{
    const Money amount = *typed();
    Act &act = m_open[charge().id];
    if (act.refund.isNull() || act.amount != amount)
        act = {RefundId::create(), amount};
    signer().refund({act.refund, charge().id, amount, charge().facts.returned}, reason, who(), pin, std::move(done));
}

void RefundForm::answered(const PixSigner::Answer &answer)
{
    using Outcome = PixSigner::Outcome;
    if (answer.outcome == Outcome::Done || answer.outcome == Outcome::Refused)
        m_open.remove(charge().id);
}

} // namespace balcao::desk
