// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "core/servicewindow.h"
#include "support/testmain.h"

#include <QTest>

using namespace balcao;

class tst_servicewindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void openForTwentyFourHoursToTheMillisecond()
    {
        const qint64 wrote = 1'790'000'000'000;
        QVERIFY(isWindowOpen(wrote, wrote));
        QVERIFY(isWindowOpen(wrote, wrote + 24 * kHourMs - 1));
        QVERIFY(!isWindowOpen(wrote, wrote + 24 * kHourMs));
        QCOMPARE(windowUntilMs(wrote), wrote + 86'400'000);
    }

    void closedWhenTheCustomerNeverWrote()
    {
        QVERIFY(!isWindowOpen(0, 0));
        QVERIFY(!isWindowOpen(0, 1));
        QCOMPARE(windowUntilMs(0), 0);
    }

    void openWhenTheMessageIsAheadOfTheClock() { QVERIFY(isWindowOpen(2 * kDayMs, kDayMs)); }
};

BALCAO_TEST(tst_servicewindow)
#include "tst_servicewindow.moc"
