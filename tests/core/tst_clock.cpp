// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "core/clock.h"
#include "support/testmain.h"

#include <QDateTime>
#include <QTest>

using namespace balcao;

class tst_clock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void manualClockMovesOnlyWhenTold()
    {
        ManualClock clock(1'000);
        QCOMPARE(clock.nowMs(), 1'000);
        QCOMPARE(clock.nowMs(), 1'000);
        clock.advanceMs(kMinuteMs);
        QCOMPARE(clock.nowMs(), 61'000);
        clock.setMs(5);
        QCOMPARE(clock.nowMs(), 5);
    }

    void offsetClockFollowsItsBase()
    {
        ManualClock desk(10 * kDayMs);
        OffsetClock relay(desk, -kHourMs);
        QCOMPARE(relay.nowMs(), 10 * kDayMs - kHourMs);
        desk.advanceMs(kSecondMs);
        QCOMPARE(relay.nowMs(), 10 * kDayMs - kHourMs + kSecondMs);
    }

    void offsetMayChangeWhileRunning()
    {
        ManualClock desk(kDayMs);
        OffsetClock relay(desk);
        QCOMPARE(relay.nowMs(), kDayMs);
        relay.setOffsetMs(3 * kSecondMs);
        QCOMPARE(relay.offsetMs(), 3 * kSecondMs);
        QCOMPARE(relay.nowMs(), kDayMs + 3 * kSecondMs);
    }

    void systemClockSpeaksUtcMilliseconds()
    {
        const qint64 before = QDateTime::currentDateTimeUtc().toMSecsSinceEpoch();
        const qint64 now = SystemClock().nowMs();
        const qint64 after = QDateTime::currentDateTimeUtc().toMSecsSinceEpoch();
        QVERIFY(before <= now && now <= after);
    }

    void unitsAddUp()
    {
        QCOMPARE(kDayMs, qint64(86'400'000));
        QCOMPARE(kDayMs, 24 * 60 * 60 * kSecondMs);
    }
};

BALCAO_TEST(tst_clock)
#include "tst_clock.moc"
