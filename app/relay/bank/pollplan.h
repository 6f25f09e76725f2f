// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// When to look at the bank without being told: webhooks get lost, and some shops cannot have any. Quick while the
// customer is likely to be paying, slower and slower, a while beyond the end (a Pix that was on its way), then no
// more. And once a day back over what was paid, for what the bank took back. Pure.
#pragma once

#include <QList>
#include <QtGlobal>

#include <optional>

namespace balcao::relay {

inline constexpr qint64 kGraceAfterExpiryMs = 60 * 60 * 1000;
inline constexpr qint64 kDailyLookMs = 24LL * 60 * 60 * 1000;
/// A refund is possible for 90 days; a payer complains within 80, and the banks take up to 11 for it.
inline constexpr int kReturnDays = 95;

/// An open charge, in the bank's or the relay's time.
struct Watched
{
    qint64 createdAt = 0;
    qint64 expiresAt = 0;
    qint64 lastLookAt = 0; ///< last answer, or try; 0: never
    qint64 hintedAt = 0;   ///< last webhook that named it; 0: none
    int failures = 0;      ///< tries without an answer since then
    qint64 notBefore = 0;  ///< the bank's Retry-After
};

/// When to look next: now, if that has passed; nothing means no more. The last look that gets an answer is never before
/// the end of the grace. Of a charge that is closed (all paid, cancelled) nobody needs to ask this.
std::optional<qint64> nextLookAt(const Watched &charge, qint64 nowMs);

/// How long between two looks at a charge of that age that is open.
qint64 lookGapMs(qint64 ageMs);

/// Money that no charge asked for is in no webhook: it is listed this often.
inline constexpr qint64 kRecentLookMs = 10 * 60 * 1000;
/// From when on to list then; nothing: it is not due. `lastLookAt` 0: none since this run began, at `startedAt`.
std::optional<qint64> recentLookFrom(qint64 lastLookAt, qint64 startedAt, qint64 lastDailyLookAt, qint64 nowMs);

struct DailyLook
{
    qint64 fromMs = 0;
    qint64 toMs = 0;
    bool onlyReturned = false;

    friend bool operator==(const DailyLook &, const DailyLook &) = default;
};

/// When the next daily look is due; at once when there never was one.
qint64 nextDailyLookAt(qint64 lastDailyLookAt, qint64 nowMs);

/// What to list then: all that came in since shortly before the last look (also what no charge waits for any more),
/// and returns over the days in which a Pix can go back, in windows of at most 30 days.
QList<DailyLook> dailyLooks(qint64 lastDailyLookAt, qint64 nowMs);

} // namespace balcao::relay
