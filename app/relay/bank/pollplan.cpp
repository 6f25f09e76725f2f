// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "relay/bank/pollplan.h"

#include "core/clock.h"

#include <algorithm>

namespace balcao::relay {

namespace {

struct Step
{
    qint64 upToAgeMs;
    qint64 gapMs;
};

// A customer who has the code in hand pays within minutes, most of them at once.
constexpr Step kWhileOpen[] = {{2 * kMinuteMs, 5 * kSecondMs},
                               {10 * kMinuteMs, 15 * kSecondMs},
                               {kHourMs, kMinuteMs},
                               {6 * kHourMs, 5 * kMinuteMs}};
constexpr qint64 kSlowestMs = 15 * kMinuteMs;

// What was on its way when the charge ended is settled within seconds, seldom within the hour.
constexpr Step kAfterExpiry[] = {{2 * kMinuteMs, 15 * kSecondMs}, {15 * kMinuteMs, kMinuteMs}};
constexpr qint64 kSlowestAfterMs = 10 * kMinuteMs;

constexpr qint64 kLeastGapMs = 2 * kSecondMs; ///< however many webhooks name it
constexpr qint64 kLongestFailureWaitMs = 5 * kMinuteMs;
constexpr qint64 kDailyOverlapMs = kHourMs;
constexpr qint64 kRecentOverlapMs = 5 * kMinuteMs;
constexpr qint64 kFirstDailyLookMs = 2 * kDayMs;
constexpr qint64 kWindowMs = 30 * kDayMs;

template <std::size_t N>
qint64 gapIn(const Step (&steps)[N], qint64 ageMs, qint64 beyond)
{
    const auto step = std::find_if(std::begin(steps), std::end(steps), [ageMs](Step s) { return ageMs < s.upToAgeMs; });
    return step == std::end(steps) ? beyond : step->gapMs;
}

/// Doubles with each try that had no answer: a bank that is down is not helped by haste.
qint64 slowed(qint64 gapMs, int failures)
{
    for (int i = 0; i < failures && gapMs < kLongestFailureWaitMs; ++i)
        gapMs = std::min(2 * gapMs, kLongestFailureWaitMs);
    return gapMs;
}

/// As the schedule goes, without hints.
qint64 plannedAt(const Watched &charge, qint64 from)
{
    const bool open = from < charge.expiresAt;
    const qint64 gap =
        open ? lookGapMs(from - charge.createdAt) : gapIn(kAfterExpiry, from - charge.expiresAt, kSlowestAfterMs);
    const qint64 next = from + slowed(gap, charge.failures);
    // The moment at which it ends is worth a look of its own.
    return open && charge.failures == 0 ? std::min(next, charge.expiresAt) : next;
}

} // namespace

qint64 lookGapMs(qint64 ageMs)
{
    return gapIn(kWhileOpen, ageMs, kSlowestMs);
}

std::optional<qint64> nextLookAt(const Watched &charge, qint64 nowMs)
{
    // A clock that was set back must not put the next look off by as much.
    const qint64 last = std::min(charge.lastLookAt, nowMs);
    const qint64 end = charge.expiresAt + kGraceAfterExpiryMs;
    const bool answered = charge.failures == 0;
    const bool hinted = charge.hintedAt > charge.lastLookAt;
    if (answered && !hinted && last >= end)
        return {};
    qint64 next = charge.createdAt;
    if (answered && hinted)
        next = std::max(charge.hintedAt, last + kLeastGapMs);
    else if (last > 0)
        next = answered ? std::min(plannedAt(charge, last), end) : plannedAt(charge, last);
    return std::max(next, charge.notBefore);
}

qint64 nextDailyLookAt(qint64 lastDailyLookAt, qint64 nowMs)
{
    const bool isAhead = lastDailyLookAt > nowMs; // the clock was set back: not put off by as much
    return lastDailyLookAt <= 0 || isAhead ? nowMs : lastDailyLookAt + kDailyLookMs;
}

std::optional<qint64> recentLookFrom(qint64 lastLookAt, qint64 startedAt, qint64 lastDailyLookAt, qint64 nowMs)
{
    const qint64 last = lastLookAt > 0 ? lastLookAt : startedAt;
    const bool isAhead = last > nowMs; // the clock was set back: not put off by as much
    if (!isAhead && nowMs - last < kRecentLookMs)
        return {};
    if (lastLookAt > 0 && !isAhead)
        return last - kRecentOverlapMs;
    return std::max(std::min(lastDailyLookAt, nowMs), nowMs - kDayMs) - kRecentOverlapMs;
}

QList<DailyLook> dailyLooks(qint64 lastDailyLookAt, qint64 nowMs)
{
    const qint64 earliest = nowMs - kReturnDays * kDayMs;
    const qint64 since =
        lastDailyLookAt > 0 ? std::min(lastDailyLookAt, nowMs) - kDailyOverlapMs : nowMs - kFirstDailyLookMs;
    QList<DailyLook> looks;
    const auto add = [&looks, nowMs](qint64 from, bool onlyReturned) {
        for (; from < nowMs; from += kWindowMs)
            looks.append({from, std::min(from + kWindowMs, nowMs), onlyReturned});
    };
    add(std::max(since, earliest), false);
    add(earliest, true);
    return looks;
}

} // namespace balcao::relay
