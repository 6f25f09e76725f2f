// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// What the bank says was paid, and went back, as events say it.
#pragma once

#include "relay/bank/bank.h"
#include "wire/pixevents.h"

namespace balcao::relay {

wire::PixReturn returnOf(const BankReturn &back);
QList<wire::PixPayment> paymentsOf(const QList<BankPayment> &payments);

} // namespace balcao::relay
