// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The loopback door by which people and scripts play the bank's customers, below /_sandbox/bank/:
// GET, POST faults (JSON of BankFaults; POST changes what it names); POST pay {"txid", "amount"?: "12.34"} (an amount
// pays however it stands with the charge); POST back {"endToEndId", "amount", "nature"?}; POST settle {"done"?};
// POST forge {"txid", "amount"}; GET state (charges, Pix, misdeeds, calls, what is kept).
// POSTs must be application/json, which no page in a browser can send here unasked.
#pragma once

#include "sandbox/fakebank.h"

namespace balcao::sandbox {

using AddBankRoute = std::function<void(const QByteArray &method, const QByteArray &path, FakeBank::Handler handler)>;

/// Before whatever listens is started; `bank` outlives it. The handlers run in the bank's thread.
void addBankDoor(FakeBank &bank, const AddBankRoute &add);

} // namespace balcao::sandbox
