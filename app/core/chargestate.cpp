// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "core/chargestate.h"

namespace balcao {

namespace {

/// Of a charge that money came for.
ChargeState stateOfPaid(const ChargeFacts &facts)
{
    if (facts.withdrawn.centavos > 0)
        return ChargeState::Withdrawn;
    const qint64 kept = facts.paid.centavos - facts.returned.centavos;
    if (kept <= 0)
        return ChargeState::Returned;
    // What was too much and went back leaves a charge that is paid, and nothing else to say.
    if (kept == facts.amount.centavos)
        return ChargeState::Paid;
    if (facts.returned.centavos > 0 && kept < facts.amount.centavos)
        return ChargeState::PartlyReturned;
    return kept < facts.amount.centavos ? ChargeState::PaidLess : ChargeState::PaidMore;
}

} // namespace

ChargeState chargeState(const ChargeFacts &facts, qint64 nowMs)
{
    if (facts.paid.centavos > 0)
        return stateOfPaid(facts);
    if (facts.settled)
        return ChargeState::Settled;
    if (facts.refused)
        return ChargeState::Refused;
    if (facts.cancelled)
        return ChargeState::Cancelled;
    if (!facts.hasCode)
        return ChargeState::Creating;
    return facts.expiresAt && nowMs > *facts.expiresAt ? ChargeState::Expired : ChargeState::Waiting;
}

} // namespace balcao
