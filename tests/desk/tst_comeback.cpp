// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "desk/comeback.h"
#include "desk/undopresenter.h"
#include "support/testmain.h"

using namespace balcao;
using namespace balcao::desk;
using namespace Qt::Literals::StringLiterals;

namespace {

struct Desk
{
    ManualClock clock{1'795'000'000'000};
    ComeBack back{clock};
    QStringList said;

    Desk()
    {
        QObject::connect(&back, &ComeBack::told, &back, [this](const QString &words) { said.append(words); });
    }
};

} // namespace

class tst_comeback : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWentAndCameIsSaidOnceAllHasLeft();
    void aMomentIsNotWorthAWord();
    void whatWasNotTakenIsNotCalledSent();
    void aLineThatFallsAgainIsOneAbsence();
    void whatCanBeTakenBackIsNotWipedAway();
};

void tst_comeback::whatWentAndCameIsSaidOnceAllHasLeft()
{
    Desk d;
    d.back.received(5); // nobody was away
    d.back.setAway();
    d.clock.advanceMs(kMinuteMs);
    d.back.setWaiting(2);
    d.back.setWaiting(5);
    d.back.setWaiting(4); // taken back
    d.back.received(2);
    d.back.setReached();
    d.back.setWaiting(3);
    d.back.received(6);
    d.back.setBack();
    QVERIFY(d.said.isEmpty());
    d.back.setWaiting(1);
    QVERIFY(d.said.isEmpty());
    d.back.setWaiting(0);
    QCOMPARE(d.said, QStringList{u"The connection is back. 4 message(s) sent, 8 received, none lost."_s});
    d.back.setBack();
    d.back.setWaiting(1); // of now
    d.back.setWaiting(0);
    QCOMPARE(d.said.size(), 1);
}

void tst_comeback::aMomentIsNotWorthAWord()
{
    Desk d;
    d.back.setBack(); // the first connection is no return
    d.back.setAway();
    d.clock.advanceMs(ComeBack::kNoticedMs - 1);
    d.back.setBack();
    QVERIFY(d.said.isEmpty());
    d.back.setAway();
    d.clock.advanceMs(ComeBack::kNoticedMs);
    d.back.setBack();
    QCOMPARE(d.said, QStringList{u"The connection is back."_s});
}

void tst_comeback::whatWasNotTakenIsNotCalledSent()
{
    Desk d;
    d.back.setAway();
    d.clock.advanceMs(kMinuteMs);
    d.back.setWaiting(2);
    d.back.setBack();
    d.back.refused();
    d.back.setWaiting(0);
    QCOMPARE(d.said.size(), 1);
    QVERIFY2(d.said.first().contains(u"1 message(s) sent"_s) && d.said.first().contains(u"1 not accepted"_s),
             qPrintable(d.said.first()));
    QVERIFY(!d.said.first().contains(u"none lost"_s));
}

void tst_comeback::aLineThatFallsAgainIsOneAbsence()
{
    Desk d;
    d.back.setAway();
    d.clock.advanceMs(kMinuteMs);
    d.back.setWaiting(3);
    d.back.setBack();
    d.back.setWaiting(2);
    d.back.setAway();
    d.back.received(1);
    d.back.setBack();
    d.back.setWaiting(0);
    QCOMPARE(d.said.size(), 1);
    QVERIFY(d.said.first().contains(u"3 message(s) sent, 1 received"_s));
}

void tst_comeback::whatCanBeTakenBackIsNotWipedAway()
{
    UndoPresenter bar;
    int undone = 0;
    bar.offer(u"Resolved"_s, [&undone] { ++undone; });
    bar.mention(u"back"_s);
    QVERIFY(bar.canUndo());
    QCOMPARE(bar.text(), u"Resolved"_s);
    bar.undo();
    QCOMPARE(undone, 1);
    QCOMPARE(bar.text(), u"back"_s);
    QVERIFY(!bar.canUndo());
    bar.dismiss();
    QVERIFY(bar.text().isEmpty());
    bar.mention(u"again"_s);
    QCOMPARE(bar.text(), u"again"_s);
}

BALCAO_TEST(tst_comeback)
#include "tst_comeback.moc"
