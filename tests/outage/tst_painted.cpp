// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// How long a customer's word takes from the relay's door to the open chat on the screen; printed, not asserted, for a
// busy machine lies. tests/bench/run runs it and judges.

#include "paintedrun.h"
#include "support/testmain.h"

using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;

class tst_painted : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void seldomAndOften()
    {
        PaintedRun run;
        QVERIFY(run.measure(20, 50)); // caches and connections
        for (const auto &[name, count, gapMs] : {std::tuple(u"seldom"_s, 60, 250), std::tuple(u"often"_s, 600, 50)}) {
            QVERIFY(run.measure(count, gapMs));
            QVERIFY(run.isOnTheScreen());
            const QString prefix = u"painted."_s + name;
            printTimes(prefix + u".answered"_s, run.answered(), 0);
            printTimes(prefix + u".held"_s, run.held(), 0);
            printTimes(prefix, run.painted(), 300);
        }
    }
};

BALCAO_TEST(tst_painted)
#include "tst_painted.moc"
