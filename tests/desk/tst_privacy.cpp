// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "desk/keytable.h"
#include "desk/privacypresenter.h"
#include "support/testmain.h"

#include <QSet>
#include <QSignalSpy>

using namespace balcao;
using namespace balcao::desk;
using namespace Qt::Literals::StringLiterals;

namespace {

struct Screen
{
    ManualClock clock{1'795'000'000'000};
    PrivacyPresenter privacy{clock};

    Screen()
    {
        privacy.setServing(true);
        privacy.setIdleMinutes(5);
    }
    void pass(qint64 ms)
    {
        clock.advanceMs(ms);
        privacy.look();
    }
};

} // namespace

// The screen hides itself when nobody is there, and only then.
class tst_privacy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hidesAfterTheMinutesWithoutATouch();
    void aTouchPutsItOff();
    void neverMeansNever();
    void nobodyServingIsNothingToHide();
    void aClockSetBackDoesNotKeepItOpenForEver();
    void comingBackBeginsTheMinutesAnew();
    void keysAreUnique();
};

void tst_privacy::hidesAfterTheMinutesWithoutATouch()
{
    Screen s;
    const QSignalSpy changed(&s.privacy, &PrivacyPresenter::changed);
    s.pass(5 * kMinuteMs - 1);
    QVERIFY(!s.privacy.isProtected());
    s.pass(1);
    QVERIFY(s.privacy.isProtected());
    QCOMPARE(changed.size(), 1);
}

void tst_privacy::aTouchPutsItOff()
{
    Screen s;
    s.pass(4 * kMinuteMs);
    s.privacy.touched();
    s.pass(4 * kMinuteMs);
    QVERIFY(!s.privacy.isProtected());
    s.pass(kMinuteMs);
    QVERIFY(s.privacy.isProtected());
}

void tst_privacy::neverMeansNever()
{
    Screen s;
    s.privacy.setIdleMinutes(0);
    s.pass(30 * kDayMs);
    QVERIFY(!s.privacy.isProtected());
    s.privacy.protect(); // by hand it still does
    QVERIFY(s.privacy.isProtected());
}

void tst_privacy::nobodyServingIsNothingToHide()
{
    Screen s;
    s.privacy.setServing(false);
    s.pass(kHourMs);
    s.privacy.protect();
    QVERIFY(!s.privacy.isProtected());
}

void tst_privacy::aClockSetBackDoesNotKeepItOpenForEver()
{
    Screen s;
    s.clock.advanceMs(-kDayMs);
    s.privacy.look();
    QVERIFY(!s.privacy.isProtected());
    s.pass(5 * kMinuteMs);
    QVERIFY(s.privacy.isProtected());
}

void tst_privacy::comingBackBeginsTheMinutesAnew()
{
    Screen s;
    s.pass(kHourMs);
    s.privacy.release();
    QVERIFY(!s.privacy.isProtected());
    s.pass(4 * kMinuteMs);
    QVERIFY(!s.privacy.isProtected());
}

void tst_privacy::keysAreUnique()
{
    QSet<QString> keys;
    for (const KeyTable::Row &row : KeyTable::rows()) {
        QVERIFY(!row.words.isEmpty());
        QVERIFY2(row.keys.isEmpty() || !keys.contains(row.keys), qPrintable(row.keys));
        QVERIFY(KeyTable::groups().contains(row.group));
        keys.insert(row.keys);
    }
    QCOMPARE(KeyTable::keysOf(Act::Hide), u"F12"_s);
}

BALCAO_TEST(tst_privacy)
#include "tst_privacy.moc"
