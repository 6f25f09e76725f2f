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
    void aMomentIsNotWorthAWord();
    void whatCanBeTakenBackIsNotWipedAway();
};

void tst_comeback::aMomentIsNotWorthAWord()
{
    Desk d;
    d.back.setBack(); // the first connection is no return
    d.back.setAway();
    d.clock.advanceMs(ComeBack::kNoticedMs - 1);
    d.back.setBack();
    QVERIFY(d.said.isEmpty());
    d.back.setAway();
    d.clock.advanceMs(ComeBack::kNoticedMs - 1);
    d.back.setAway(); // another failure of the same absence
    d.clock.advanceMs(1);
    d.back.setBack();
    d.back.setBack();
    QCOMPARE(d.said, QStringList{u"The connection is back."_s});
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
