// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The sandbox's clock: stands where Seeding puts it, days ago, and runs with the system's once the history is
// written. An OffsetClock would go on running between two lines of the same minute and then step back.
#pragma once

#include "core/clock.h"

namespace balcao::sandbox {

/// Any thread.
class SeedClock final : public Clock
{
public:
    explicit SeedClock(const Clock &system) : m_system(system) {}

    [[nodiscard]] qint64 nowMs() const override
    {
        const qint64 stoppedAtMs = m_stoppedAtMs.load();
        return stoppedAtMs > 0 ? stoppedAtMs : m_system.nowMs();
    }
    void stopAt(qint64 ms) { m_stoppedAtMs.store(ms); }
    void run() { m_stoppedAtMs.store(0); }

private:
    const Clock &m_system;
    std::atomic<qint64> m_stoppedAtMs{0};
};

} // namespace balcao::sandbox
