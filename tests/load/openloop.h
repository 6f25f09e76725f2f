// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Requests at a fixed rate whatever the answers do: each has its moment, and its time counts from then, so that a
// server that stalls cannot make its own figures better by holding up who asks.
#pragma once

#include "support/figures.h"

#include <functional>

namespace balcao::test {

struct LoadResult
{
    Samples times; ///< ms from the moment at which it was due to its whole answer
    qint64 asked = 0;
    qint64 errors = 0; ///< anything but 200
    double seconds = 0;
};

/// `request(n)` makes the nth one; called before its moment, off the clock of the others as far as it is quick.
LoadResult askAtRate(quint16 port, int connections, double perSecond, double seconds,
                     const std::function<QByteArray(qint64)> &request);

} // namespace balcao::test
