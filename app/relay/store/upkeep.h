// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// What the relay does by the clock or on demand: wakes snoozed conversations, purges old webhooks, erases
// a customer, makes a marked backup.
#pragma once

#include "relay/store/relaydata.h"

namespace balcao::relay {

inline constexpr qint64 kRawKeptMs = 30 * kDayMs;

/// Snoozes that are due become conversation.woke; webhooks older than 30 days go.
Result<void> runTimers(RelayData &data);

/// LGPD art. 18: bodies of this customer's events are blanked, identifiers, raw webhooks and waiting
/// texts go; envelopes stay, so that the order and every id still stand.
Result<void> eraseCustomer(RelayData &data, CustomerId customer);

/// A consistent copy while the relay runs, marked so that the first serve on it begins a new incarnation.
Result<void> backUpTo(sql::Connection &connection, const QString &path);

} // namespace balcao::relay
