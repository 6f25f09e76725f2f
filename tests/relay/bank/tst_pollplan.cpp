// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "core/clock.h"
#include "relay/bank/pollplan.h"
#include "support/testmain.h"

using namespace balcao;
using namespace balcao::relay;

namespace {

constexpr qint64 kStart = 1'795'000'000'000;

Watched aCharge(qint64 lastedMs = kHourMs)
{
    Watched charge;
    charge.createdAt = kStart;
    charge.expiresAt = kStart + lastedMs;
    return charge;
}

} // namespace

class tst_pollplan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void looksSlowDown_data()
    {
        QTest::addColumn<qint64>("last"); // after the charge was made
        QTest::addColumn<qint64>("gap");
        QTest::newRow("at once") << 1000LL << 5 * kSecondMs;
        QTest::newRow("two minutes") << 2 * kMinuteMs << 15 * kSecondMs;
        QTest::newRow("ten minutes") << 10 * kMinuteMs << kMinuteMs;
        QTest::newRow("an hour") << kHourMs << 5 * kMinuteMs;
        QTest::newRow("six hours") << 6 * kHourMs << 15 * kMinuteMs;
        QTest::newRow("expired") << kDayMs << 15 * kSecondMs;
        QTest::newRow("expired two minutes") << kDayMs + 2 * kMinuteMs << kMinuteMs;
        QTest::newRow("expired a quarter") << kDayMs + 15 * kMinuteMs << 10 * kMinuteMs;
    }
    void looksSlowDown()
    {
        QFETCH(const qint64, last);
        QFETCH(const qint64, gap);
        Watched charge = aCharge(kDayMs);
        charge.lastLookAt = kStart + last;
        QCOMPARE(nextLookAt(charge, charge.lastLookAt).value_or(0), charge.lastLookAt + gap);
    }

    void theFirstLookIsAtOnce() { QCOMPARE(nextLookAt(aCharge(), kStart).value_or(0), kStart); }

    void theEndIsLookedAt()
    {
        Watched charge = aCharge();
        charge.lastLookAt = charge.expiresAt - kSecondMs;
        QCOMPARE(nextLookAt(charge, charge.lastLookAt).value_or(0), charge.expiresAt);
    }

    // What was paid in the very last moment of the grace is still seen, and then it ends.
    void theLastLookIsAtTheEndOfTheGrace()
    {
        Watched charge = aCharge();
        qint64 now = kStart;
        int looks = 0;
        while (const auto next = nextLookAt(charge, now)) {
            QVERIFY(*next >= now);
            now = *next;
            charge.lastLookAt = now;
            ++looks;
            QVERIFY(looks < 1000);
        }
        QCOMPARE(now, charge.expiresAt + kGraceAfterExpiryMs);
        QVERIFY2(looks > 100 && looks < 160, qPrintable(QString::number(looks)));
    }

    void withoutAnAnswerItGoesOn()
    {
        Watched charge = aCharge();
        charge.lastLookAt = charge.expiresAt + kGraceAfterExpiryMs + kHourMs;
        charge.failures = 30;
        const auto next = nextLookAt(charge, charge.lastLookAt);
        QVERIFY(next.has_value());
        QCOMPARE(*next, charge.lastLookAt + 10 * kMinuteMs);
    }

    void aBankThatIsDownIsAskedLess()
    {
        Watched charge = aCharge();
        charge.lastLookAt = kStart + kSecondMs;
        qint64 before = 0;
        for (charge.failures = 0; charge.failures < 10; ++charge.failures) {
            const qint64 gap = nextLookAt(charge, charge.lastLookAt).value_or(0) - charge.lastLookAt;
            QVERIFY(gap >= before && gap <= 5 * kMinuteMs);
            before = gap;
        }
        QCOMPARE(before, 5 * kMinuteMs);
    }

    void aHintIsLookedAtSoon()
    {
        Watched charge = aCharge(kDayMs);
        charge.lastLookAt = kStart + 8 * kHourMs;
        charge.hintedAt = charge.lastLookAt + kMinuteMs;
        QCOMPARE(nextLookAt(charge, charge.hintedAt).value_or(0), charge.hintedAt);
    }

    void aHintWakesWhatHadEnded()
    {
        Watched charge = aCharge();
        charge.lastLookAt = charge.expiresAt + kGraceAfterExpiryMs;
        QVERIFY(!nextLookAt(charge, charge.lastLookAt).has_value());
        charge.hintedAt = charge.lastLookAt + kDayMs;
        QCOMPARE(nextLookAt(charge, charge.hintedAt).value_or(0), charge.hintedAt);
    }

    // Forged ones, a hundred a second, are two seconds apart for the bank.
    void manyHintsAreOneLook()
    {
        Watched charge = aCharge();
        charge.lastLookAt = kStart + kMinuteMs;
        charge.hintedAt = charge.lastLookAt + 10;
        QCOMPARE(nextLookAt(charge, charge.hintedAt).value_or(0), charge.lastLookAt + 2 * kSecondMs);
    }

    void retryAfterIsKept()
    {
        Watched charge = aCharge();
        charge.lastLookAt = kStart + kSecondMs;
        charge.hintedAt = kStart + 2 * kSecondMs;
        charge.notBefore = kStart + kMinuteMs;
        QCOMPARE(nextLookAt(charge, kStart + 2 * kSecondMs).value_or(0), charge.notBefore);
    }

    void aClockThatWasSetBackStopsNothing()
    {
        Watched charge = aCharge();
        charge.lastLookAt = kStart + 30 * kDayMs;
        const auto next = nextLookAt(charge, kStart + kMinuteMs);
        QVERIFY(next && *next <= kStart + 2 * kMinuteMs);
        QCOMPARE(nextDailyLookAt(kStart + 30 * kDayMs, kStart), kStart);
        QVERIFY(recentLookFrom(kStart + 30 * kDayMs, 1, kStart + 30 * kDayMs, kStart).value_or(kStart) < kStart);
    }

    void theDayIsLookedAtOnce()
    {
        QCOMPARE(nextDailyLookAt(0, kStart), kStart);
        QCOMPARE(nextDailyLookAt(kStart, kStart + kHourMs), kStart + kDayMs);
    }

    void whatHasJustComeIsListedWithoutGaps()
    {
        const qint64 then = kStart + kRecentLookMs;
        QCOMPARE(recentLookFrom(0, kStart, kStart - kHourMs, then - 1), std::optional<qint64>());
        QCOMPARE(recentLookFrom(0, kStart, kStart - kHourMs, then), std::optional(kStart - kHourMs - 5 * kMinuteMs));
        QCOMPARE(recentLookFrom(0, kStart, 0, then), std::optional(then - kDayMs - 5 * kMinuteMs));
        QCOMPARE(recentLookFrom(kStart, 1, 0, then - 1), std::optional<qint64>());
        QCOMPARE(recentLookFrom(kStart, 1, 0, then), std::optional(kStart - 5 * kMinuteMs));
        QCOMPARE(recentLookFrom(kStart, 1, 0, kStart + 40 * kDayMs), std::optional(kStart - 5 * kMinuteMs));
    }

    // Whatever the distance of two daily looks: no gap in what came in, and all days in which a Pix can go back.
    void dailyLooksLeaveNoGap_data()
    {
        QTest::addColumn<qint64>("since");
        QTest::newRow("a day") << kDayMs;
        QTest::newRow("five weeks off") << 35 * kDayMs;
        QTest::newRow("a year off") << 365 * kDayMs;
        QTest::newRow("clock set back") << -kDayMs;
    }
    void dailyLooksLeaveNoGap()
    {
        QFETCH(const qint64, since);
        const qint64 now = kStart;
        const qint64 last = now - since;
        qint64 receivedFrom[] = {0, 0};
        qint64 upTo[] = {0, 0};
        for (const DailyLook &look : dailyLooks(last, now)) {
            QVERIFY(look.toMs - look.fromMs <= 30 * kDayMs && look.toMs > look.fromMs);
            if (upTo[look.onlyReturned] == 0)
                receivedFrom[look.onlyReturned] = look.fromMs;
            else
                QCOMPARE(look.fromMs, upTo[look.onlyReturned]);
            upTo[look.onlyReturned] = look.toMs;
        }
        QCOMPARE(upTo[0], now);
        QCOMPARE(upTo[1], now);
        QVERIFY(receivedFrom[0] < qMax(last, now - 91 * kDayMs));
        QVERIFY(receivedFrom[1] < now - 91 * kDayMs);
    }
};

BALCAO_TEST(tst_pollplan)
#include "tst_pollplan.moc"
