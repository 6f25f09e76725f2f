// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "core/clock.h"

#include <QDateTime>

#include <chrono>
#ifdef Q_OS_LINUX
#include <ctime>
#endif

namespace balcao {

Clock::~Clock() = default;

qint64 SystemClock::nowMs() const
{
    return QDateTime::currentMSecsSinceEpoch();
}

namespace {

/// Since some moment; nobody sets it, and it goes on while the computer sleeps.
qint64 passedMs()
{
#ifdef Q_OS_LINUX
    timespec now{}; // steady_clock stands still during sleep here
    clock_gettime(CLOCK_BOOTTIME, &now);
    return qint64(now.tv_sec) * kSecondMs + now.tv_nsec / 1'000'000;
#else
    using namespace std::chrono;
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
#endif
}

} // namespace

SteadyClock::SteadyClock() : m_startMs(SystemClock().nowMs()), m_passedMs(passedMs()) {}

qint64 SteadyClock::nowMs() const
{
    return m_startMs + passedMs() - m_passedMs;
}

} // namespace balcao
