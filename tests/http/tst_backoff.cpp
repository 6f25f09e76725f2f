// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "http/backoff.h"
#include "support/testmain.h"

#include <QSet>

using namespace balcao::http;
using namespace std::chrono_literals;

class tst_backoff : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void delaysDoubleUpToTheCap()
    {
        QRandomGenerator random(7);
        Backoff backoff(1000ms, 30000ms, random);
        for (const qint64 whole : {1000, 2000, 4000, 8000, 16000, 30000, 30000, 30000}) {
            const auto delay = backoff.nextDelay().count();
            QVERIFY2(delay >= whole / 2 && delay <= whole, qPrintable(QString::number(delay)));
        }
    }

    void successStartsOver()
    {
        QRandomGenerator random(7);
        Backoff backoff(1000ms, 30000ms, random);
        for (int i = 0; i < 6; ++i)
            (void)backoff.nextDelay();
        backoff.reset();
        QVERIFY(backoff.nextDelay() <= 1000ms);
    }

    void desksDoNotComeBackTogether()
    {
        QSet<qint64> delays;
        for (quint32 desk = 0; desk < 50; ++desk) {
            QRandomGenerator random(desk);
            delays << Backoff(10000ms, 30000ms, random).nextDelay().count();
        }
        QVERIFY(delays.size() > 40);
    }

    void theSameChanceGivesTheSameDelays()
    {
        QRandomGenerator one(3);
        QRandomGenerator two(3);
        Backoff first(500ms, 8000ms, one);
        Backoff second(500ms, 8000ms, two);
        for (int i = 0; i < 10; ++i)
            QCOMPARE(first.nextDelay(), second.nextDelay());
    }

    void oddSettingsStaySane()
    {
        QRandomGenerator random(1);
        Backoff none(0ms, 0ms, random);
        Backoff capBelowFirst(100ms, 10ms, random);
        Backoff endless(1ms, std::chrono::milliseconds::max(), random);
        for (int i = 0; i < 100; ++i) {
            QVERIFY(none.nextDelay() <= 1ms);
            QVERIFY(capBelowFirst.nextDelay() <= 100ms);
            QVERIFY(endless.nextDelay() >= 0ms);
        }
    }
};

BALCAO_TEST(tst_backoff)
#include "tst_backoff.moc"
