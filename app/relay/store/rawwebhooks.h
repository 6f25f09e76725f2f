// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Whose the raw webhooks are. Ties name those who are known when one comes; what was never tied is found
// by the identifiers in its bytes when somebody is to be forgotten.
#pragma once

#include "relay/store/relaydata.h"

namespace balcao::relay {

Result<void> tieRaw(RelayData &data, qint64 raw, CustomerId customer);

/// Before the identifiers go. A webhook that is also somebody else's goes too, for its bytes cannot be told
/// apart; what is parked of the others stays, it does not need them.
Result<void> eraseRaws(RelayData &data, CustomerId customer);

} // namespace balcao::relay
