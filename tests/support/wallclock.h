// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The time of this computer, set by somebody while the program runs; what passes (monotonic time, timers) goes on.
#pragma once

#include <QtGlobal>

namespace balcao::test {

class WallClock
{
public:
    WallClock() = default;
    ~WallClock() { set(0); }
    Q_DISABLE_COPY_MOVE(WallClock)

    /// So many milliseconds off what it really is.
    void set(qint64 offMs);
};

} // namespace balcao::test
