// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "wire/pixevents.h"

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

} // namespace balcao::wire
