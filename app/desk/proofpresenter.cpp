// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "desk/proofpresenter.h"

namespace balcao::desk {

ProofPresenter::ProofPresenter(ThreadPresenter &thread, const Clock &clock, QObject *parent)
    : QObject(parent), m_thread(thread), m_clock(clock)
{
    connect(&thread, &ThreadPresenter::changed, this, [this] {
        mark();
        Q_EMIT changed();
    });
}

void ProofPresenter::mark()
{
    const store::ChargeChip *charge = unproven();
    if (!charge)
        return m_thread.model().setUnproven({}, {});
    m_thread.model().setUnproven(charge->proof,
                                 charge->kind == ChargeKind::Bank ? tr("Bank has not confirmed") : tr("Not confirmed"));
}

const store::ChargeChip *ProofPresenter::unproven() const
{
    const std::optional<store::ConversationRow> &head = m_thread.head();
    if (!head || !head->chip || head->chip->proof.isNull() || m_none.contains(head->chip->proof))
        return nullptr;
    return isPayable(chargeState(head->chip->facts, m_clock.nowMs())) ? &*head->chip : nullptr;
}

QString ProofPresenter::title() const
{
    const store::ChargeChip *charge = unproven();
    if (!charge)
        return {};
    const QString amount = reaisShown(charge->facts.amount);
    return charge->kind == ChargeKind::Bank
               ? tr("A receipt is no payment. The bank has not confirmed %1 yet.").arg(amount)
               : tr("A receipt is no payment. Look for %1 in the shop's account.").arg(amount);
}

QString ProofPresenter::detail() const
{
    const store::ChargeChip *charge = unproven();
    if (!charge)
        return {};
    return charge->kind == ChargeKind::Bank
               ? tr("Balcão asks the bank by itself. You are told here, with a sound, when it comes.")
               : tr("A picture can be made by anybody, and a payment that is only scheduled can be cancelled.");
}

QString ProofPresenter::reply() const
{
    const store::ChargeChip *charge = unproven();
    //: To the customer; {nome} is the customer's first name and stays as it is.
    return charge ? tr("Thank you, {nome}! As soon as %1 arrives here, I let you know and get your order ready.")
                        .arg(reaisShown(charge->facts.amount))
                  : QString();
}

void ProofPresenter::dismiss()
{
    if (const store::ChargeChip *charge = unproven())
        m_none.insert(charge->proof);
    mark();
    Q_EMIT changed();
}

} // namespace balcao::desk
