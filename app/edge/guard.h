// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Refuses what the proxy in front and this server could read differently: that is how one request is smuggled in
// another. Works on plain values.
#pragma once

#include "edge/httpedge.h"

namespace balcao::edge {

/// `version`: 10 or 11, as in HTTP/1.1. `fields`: as they came, values trimmed. False: 400, and the connection closes.
[[nodiscard]] bool isWellFormed(unsigned version, QByteArrayView target, const QList<Header> &fields, int maxFields);

} // namespace balcao::edge
