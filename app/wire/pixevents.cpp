// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "wire/pixevents.h"

#include <algorithm>

namespace balcao::wire {

PixSums sumsOf(const QList<PixPayment> &payments)
{
    PixSums sums;
    for (const PixPayment &payment : payments) {
        sums.paid.centavos += payment.amount.centavos;
        for (const PixReturn &back : payment.returns) {
            if (back.status == ReturnStatus::Done)
                (back.byBank ? sums.withdrawn : sums.returned).centavos += back.amount.centavos;
        }
    }
    return sums;
}

Money leftOf(const PixPayment &payment)
{
    Money left = payment.amount;
    for (const PixReturn &back : payment.returns) {
        if (back.status != ReturnStatus::Failed)
            left.centavos -= back.amount.centavos;
    }
    return left;
}

void addReturns(QList<PixReturn> &into, const QList<PixReturn> &before)
{
    for (const PixReturn &old : before) {
        const auto known = std::ranges::find(into, old.id, &PixReturn::id);
        if (known == into.end())
            into.append(old);
        else if (old.status == ReturnStatus::Done ||
                 (old.status == ReturnStatus::Failed && known->status == ReturnStatus::UnderWay))
            *known = old;
    }
    std::ranges::sort(into, {}, &PixReturn::id);
}

} // namespace balcao::wire
