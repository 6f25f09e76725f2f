// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "relay/bank/bank.h"

namespace balcao::relay {

using namespace Qt::Literals::StringLiterals;

Bank::~Bank() = default;

bool isByBank(BankReturnNature nature)
{
    switch (nature) {
    case BankReturnNature::MedFraud:
    case BankReturnNature::MedMistake:
    case BankReturnNature::MedRecurrence:
        return true;
    case BankReturnNature::Original:
    case BankReturnNature::Withdrawal:
    case BankReturnNature::Other:
        break;
    }
    return false;
}

Money BankPayment::kept() const
{
    Money left = amount;
    for (const BankReturn &back : returns) {
        if (back.status == BankReturnStatus::Returned)
            left.centavos -= back.amount.centavos;
    }
    return left;
}

Money BankCharge::kept() const
{
    Money sum;
    for (const BankPayment &payment : payments)
        sum.centavos += payment.kept().centavos;
    return sum;
}

QLatin1StringView nameOf(BankTrouble trouble)
{
    switch (trouble) {
    case BankTrouble::Refused:
        return "refused"_L1;
    case BankTrouble::NotFound:
        return "not-found"_L1;
    case BankTrouble::Unauthorized:
        return "unauthorized"_L1;
    case BankTrouble::RateLimited:
        return "rate-limited"_L1;
    case BankTrouble::Unreachable:
        return "unreachable"_L1;
    case BankTrouble::NotAllowed:
        return "not-allowed"_L1;
    case BankTrouble::Unknown:
        break;
    }
    return "unknown"_L1;
}

} // namespace balcao::relay
