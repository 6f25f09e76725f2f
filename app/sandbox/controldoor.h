// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The loopback door by which people and scripts make things go wrong in a running sandbox, on the port of the
// FakeGraph: GET and POST /_sandbox/faults (JSON of Faults; POST changes what it names), POST /_sandbox/say
// {"customer": index, "text": "…"}, GET /_sandbox/sends (every accepted send), GET /_sandbox/media?id= (a file of one).
// POSTs must be application/json, which no page in a browser can send here unasked.
#pragma once

#include "sandbox/fakegraph.h"

namespace balcao::sandbox {

/// Makes somebody of the cast write now; false when there is no such customer.
using Say = std::function<bool(int customer, const QString &text)>;

/// Before graph.start(). `faults`, and what `say` refers to, outlive `graph`.
void addControlDoor(FakeGraph &graph, FaultBoard &faults, Say say);

} // namespace balcao::sandbox
