// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// What the rig of the painted bubble must catch: a window that is held up, and one that does not paint.

#include "paintedrun.h"
#include "support/testmain.h"
#include "watchedapplication.h"

using namespace balcao;
using namespace balcao::test;

class tst_paintedrig : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDelayIsSeen()
    {
        constexpr int kDelayMs = 350;
        PaintedRun run;
        QVERIFY(run.measure(10, 50));
        QVERIFY(run.isOnTheScreen());
        QVERIFY(run.answered().percentile(50) <= run.painted().percentile(50));
        {
            const auto held = connect(&run.desk().session, &ShopSession::heard, this, [] {
                QElapsedTimer busy; // as somebody's slow slot is
                busy.start();
                while (!busy.hasExpired(kDelayMs)) {
                }
            });
            QVERIFY(run.measure(10, 400));
            disconnect(held);
        }
        QVERIFY2(run.painted().percentile(50) >= kDelayMs, QByteArray::number(run.painted().percentile(50)));
    }
};

BALCAO_TEST(tst_paintedrig)
#include "tst_paintedrig.moc"
