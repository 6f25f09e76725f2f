// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "relay/bank/bankpayments.h"

namespace balcao::relay {

namespace {

wire::ReturnStatus statusOf(BankReturnStatus status)
{
    switch (status) {
    case BankReturnStatus::Returned:
        return wire::ReturnStatus::Done;
    case BankReturnStatus::NotDone:
        return wire::ReturnStatus::Failed;
    case BankReturnStatus::InProgress:
    case BankReturnStatus::Other:
        break;
    }
    return wire::ReturnStatus::UnderWay;
}

wire::PixPayment paymentOf(const BankPayment &payment)
{
    wire::PixPayment said{payment.endToEndId, payment.amount, payment.at, payment.payerName, {}};
    for (const BankReturn &one : payment.returns)
        said.returns.append(returnOf(one));
    return said;
}

} // namespace

wire::PixReturn returnOf(const BankReturn &back)
{
    return {back.id, back.amount, statusOf(back.status), isByBank(back.nature), back.at};
}

QList<wire::PixPayment> paymentsOf(const QList<BankPayment> &payments)
{
    QList<wire::PixPayment> said;
    for (const BankPayment &payment : payments)
        said.append(paymentOf(payment));
    return said;
}

} // namespace balcao::relay
