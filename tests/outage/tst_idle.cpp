// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// What a desk costs that nobody touches and to which nobody writes: CPU, and how often any of its threads wakes up.
// BALCAO_IDLE_S says for how long it is looked at.

#include "paintedrun.h"
#include "support/processfacts.h"
#include "support/testmain.h"

using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;

class tst_idle : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nobodyIsThere()
    {
        const int wanted = qEnvironmentVariableIntValue("BALCAO_IDLE_S");
        const int seconds = wanted > 0 ? wanted : 30;
        PaintedRun run;
        QVERIFY(run.measure(20, 50));
        QElapsedTimer calm;
        calm.start();
        QTRY_VERIFY(calm.hasExpired(3000));
        const qint64 self = QCoreApplication::applicationPid();
        const double cpu = cpuSeconds(self);
        const qint64 wakes = voluntarySwitches(self);
        // One loop as the program has it: QTest's own waiting wakes up every few milliseconds.
        QEventLoop loop;
        QTimer::singleShot(seconds * 1000, &loop, &QEventLoop::quit);
        loop.exec();
        printMetric(u"idle.cpu"_s, (cpuSeconds(self) - cpu) * 100 / seconds, u"%"_s, 0.2);
        printMetric(u"idle.wakeups"_s, static_cast<double>(voluntarySwitches(self) - wakes) / seconds, u"per s"_s, 3);
    }
};

BALCAO_TEST(tst_idle)
#include "tst_idle.moc"
