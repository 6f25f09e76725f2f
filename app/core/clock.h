// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Time. All instants are milliseconds since 1970-01-01 UTC in a qint64 whose name ends in Ms (or is
// plainly an instant, such as `at`). Nothing else in the repository asks the operating system what
// time it is; tests and the sandbox move time themselves.
#pragma once

#include <QtGlobal>

#include <atomic>

namespace balcao {

class Clock
{
public:
    Clock() = default;
    virtual ~Clock();
    Q_DISABLE_COPY_MOVE(Clock)

    /// UTC milliseconds. Any thread.
    [[nodiscard]] virtual qint64 nowMs() const = 0;
};

class SystemClock final : public Clock
{
public:
    [[nodiscard]] qint64 nowMs() const override;
};

/// The system's time of when this was made, and what has passed since, a computer's sleep included: whoever sets the
/// system's clock meanwhile changes no time that is kept by this one.
class SteadyClock final : public Clock
{
public:
    SteadyClock();

    [[nodiscard]] qint64 nowMs() const override;

private:
    qint64 m_startMs;
    qint64 m_passedMs;
};

/// Moves only when told to. Any thread.
class ManualClock final : public Clock
{
public:
    explicit ManualClock(qint64 startMs) : m_nowMs(startMs) {}

    [[nodiscard]] qint64 nowMs() const override { return m_nowMs.load(); }
    void advanceMs(qint64 byMs) { m_nowMs.fetch_add(byMs); }
    void setMs(qint64 nowMs) { m_nowMs.store(nowMs); }

private:
    std::atomic<qint64> m_nowMs;
};

/// Another clock plus an offset that can be changed: relay time on a desk whose own clock is wrong,
/// and the sandbox, which writes its history "days ago" and then lets time run. Any thread.
class OffsetClock final : public Clock
{
public:
    explicit OffsetClock(const Clock &base, qint64 offsetMs = 0) : m_base(base), m_offsetMs(offsetMs) {}

    [[nodiscard]] qint64 nowMs() const override { return m_base.nowMs() + m_offsetMs.load(); }
    void setOffsetMs(qint64 offsetMs) { m_offsetMs.store(offsetMs); }
    [[nodiscard]] qint64 offsetMs() const { return m_offsetMs.load(); }

private:
    const Clock &m_base;
    std::atomic<qint64> m_offsetMs;
};

inline constexpr qint64 kSecondMs = 1000;
inline constexpr qint64 kMinuteMs = 60 * kSecondMs;
inline constexpr qint64 kHourMs = 60 * kMinuteMs;
inline constexpr qint64 kDayMs = 24 * kHourMs;

} // namespace balcao
