// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The customer service window: free text is allowed for 24 hours after the customer last wrote.
// Source: Meta, conversation windows; outside of it the Graph API answers 131047.
#pragma once

#include "core/clock.h"

namespace balcao {

inline constexpr qint64 kServiceWindowMs = 24 * kHourMs;
/// An answer is due within this, or it needs a template: what desks warn of.
inline constexpr qint64 kExpiringMs = 3 * kHourMs;

/// 0 when the customer has never written. Relay time in, relay time out.
inline qint64 windowUntilMs(qint64 lastInboundMs)
{
    return lastInboundMs > 0 ? lastInboundMs + kServiceWindowMs : 0;
}

inline bool isWindowOpen(qint64 lastInboundMs, qint64 nowMs)
{
    return lastInboundMs > 0 && nowMs < windowUntilMs(lastInboundMs);
}

} // namespace balcao
