// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "counter.h"
#include "desk/composerpresenter.h"
#include "support/testmain.h"

#include <QSignalSpy>

using namespace balcao;
using namespace balcao::desk;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;

namespace {

struct Writing : Counter
{
    Chat rosa = log.open(u"Rosa"_s);
    Chat dita = log.open(u"Dita"_s);
    OperatorId ana = OperatorId::create();
    ThreadPresenter thread{source, actions, wording, clock};
    UndoPresenter undo;
    WorkPresenter work{workDone, thread, undo, wording, clock};
    ComposerPresenter composer{source, actions, thread, work, clock};

    Writing()
    {
        log.receive(rosa, u"Oi"_s);
        log.receive(dita, u"Oi"_s);
        take();
        composer.setOperator(ana, u"Ana"_s);
        thread.setOperator(ana);
        work.setOperator(ana);
        go(rosa);
    }
    void go(const Chat &chat)
    {
        thread.open(chat.conversation);
        QTRY_VERIFY(thread.head() && thread.head()->id == chat.conversation);
        clock.advanceMs(ComposerPresenter::kGuardMs);
    }
    QString draft(const Chat &chat)
    {
        return *store.write([&](store::StoreWriter &w) { return w.drafts().find(chat.conversation, ana); }).result();
    }
};

} // namespace

// What was typed stays until it is certain that it is kept elsewhere.
class tst_composer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textGoesOnlyWhenItIsDurable();
    void textStaysWhenTheDiskCannot();
    void enterTwiceSendsOnce();
    void whatIsTypedMeanwhileStays();
    void draftsBelongToTheirChatAndOperator();
    void sentTextIsNoDraftForWhoWentElsewhere();
    void draftThatWasNotReadYetIsNotLost();
    void noteNeverComesBackAsAReply();
    void noteBegunWhileTheDraftIsReadStaysOne();
    void bracesThatAreMeantGoWithASecondEnter();
    void emptyAndTooLongAreNotSent();
    void closedWindowLocksAndKeepsTheText();
    void draftIsSaidToBeKeptOnlyWhenItIs();
    void windowCountsDownAndSaysWhose();
};

void tst_composer::textGoesOnlyWhenItIsDurable()
{
    Writing w;
    w.composer.setText(u"  Bom dia "_s);
    w.composer.send();
    QCOMPARE(w.actions.sent.size(), 1);
    QCOMPARE(w.actions.sent.first().text, u"Bom dia"_s);
    QVERIFY(w.actions.sent.first().in == w.rosa.conversation);
    QCOMPARE(w.composer.text(), u"  Bom dia "_s);
    w.actions.sent.first().done(true);
    QCOMPARE(w.composer.text(), QString());
    QCOMPARE(w.draft(w.rosa), QString());
}

void tst_composer::textStaysWhenTheDiskCannot()
{
    Writing w;
    w.composer.setText(u"Bom dia"_s);
    w.composer.send();
    w.actions.sent.first().done(false);
    QCOMPARE(w.composer.text(), u"Bom dia"_s);
    QVERIFY(w.composer.isWarning());
    QVERIFY(w.composer.canSend());
    w.composer.setText(u"Bom dia!"_s);
    QVERIFY(!w.composer.isWarning());
}

void tst_composer::enterTwiceSendsOnce()
{
    Writing w;
    w.composer.setText(u"Bom dia"_s);
    w.composer.send();
    w.composer.send();
    QCOMPARE(w.actions.sent.size(), 1);
    w.actions.sent.first().done(true);
    w.composer.send();
    QCOMPARE(w.actions.sent.size(), 1);
}

void tst_composer::whatIsTypedMeanwhileStays()
{
    Writing w;
    w.composer.setText(u"Bom dia"_s);
    w.composer.send();
    w.composer.setText(u"Bom dia, tudo bem?"_s);
    w.actions.sent.first().done(true);
    QCOMPARE(w.composer.text(), u", tudo bem?"_s); // what is sent already does not go again
}

void tst_composer::draftsBelongToTheirChatAndOperator()
{
    Writing w;
    w.composer.setText(u"para a Rosa"_s);
    w.go(w.dita);
    QCOMPARE(w.composer.text(), QString());
    QCOMPARE(w.draft(w.rosa), u"para a Rosa"_s);
    w.composer.setText(u"para a Dita"_s);
    w.go(w.rosa);
    QTRY_COMPARE(w.composer.text(), u"para a Rosa"_s);
    w.composer.setOperator(OperatorId::create(), u"Bruno"_s);
    QTRY_COMPARE(w.composer.text(), QString());
    w.composer.setOperator(w.ana, u"Ana"_s);
    QTRY_COMPARE(w.composer.text(), u"para a Rosa"_s);
    w.composer.setText(u"mais"_s); // saved by itself after a moment
    QTRY_COMPARE(w.draft(w.rosa), u"mais"_s);
}

void tst_composer::sentTextIsNoDraftForWhoWentElsewhere()
{
    Writing w;
    w.composer.setText(u"Fica R$ 42,00"_s);
    w.composer.send();
    w.go(w.dita);
    w.actions.sent.first().done(true);
    QTRY_COMPARE(w.draft(w.rosa), QString());
    // Had it not been kept, the draft would be all that is left of it.
    w.composer.setText(u"Oi, Dita"_s);
    w.composer.send();
    w.go(w.rosa);
    w.actions.sent.last().done(false);
    w.go(w.dita);
    QTRY_COMPARE(w.composer.text(), u"Oi, Dita"_s);
}

void tst_composer::draftThatWasNotReadYetIsNotLost()
{
    Writing w;
    w.composer.setText(u"um texto longo"_s);
    w.go(w.dita);
    QTRY_COMPARE(w.draft(w.rosa), u"um texto longo"_s);
    // There and away again, faster than the store can read.
    w.thread.open(w.rosa.conversation);
    w.thread.open(w.dita.conversation);
    w.thread.open(w.rosa.conversation);
    w.composer.setOperator(w.ana, u"Ana"_s);
    w.composer.setOperator(w.ana, u"Ana"_s);
    w.composer.flush();
    QCOMPARE(w.draft(w.rosa), u"um texto longo"_s);
    w.composer.setText(u"!"_s); // before it has been read
    QTRY_COMPARE(w.composer.text(), u"um texto longo !"_s);
}

void tst_composer::noteBegunWhileTheDraftIsReadStaysOne()
{
    Writing w;
    w.composer.setText(u"Oi"_s);
    w.go(w.dita);
    QTRY_COMPARE(w.draft(w.rosa), u"Oi"_s);
    w.thread.open(w.rosa.conversation);
    w.composer.setNote(true);
    w.composer.setText(u"não paga"_s);
    w.composer.flush(); // kept in the draft's place, which nobody has read yet
    QTRY_COMPARE(w.composer.text(), u"Oi não paga"_s);
    QVERIFY(w.composer.isNote());
    w.go(w.dita);
    QTRY_COMPARE(w.draft(w.rosa), store::kNoteDraft + u"Oi não paga"_s);
}

void tst_composer::bracesThatAreMeantGoWithASecondEnter()
{
    Writing w;
    w.composer.setText(u"{tudo bem?}"_s);
    w.composer.send();
    QVERIFY(w.actions.sent.isEmpty());
    w.composer.setText(u"{tudo bem?}!"_s);
    w.composer.send(); // another text, asked about anew
    QVERIFY(w.actions.sent.isEmpty());
    w.composer.send();
    QCOMPARE(w.actions.sent.size(), 1);
}

void tst_composer::noteNeverComesBackAsAReply()
{
    Writing w;
    w.composer.setNote(true);
    w.composer.setText(u"essa cliente não paga"_s);
    w.composer.setOperator(w.ana, u"Ana"_s); // F12 and the PIN
    QTRY_COMPARE(w.composer.text(), u"essa cliente não paga"_s);
    QVERIFY(w.composer.isNote());
    w.go(w.dita);
    QVERIFY(!w.composer.isNote());
    w.go(w.rosa);
    QTRY_VERIFY(w.composer.isNote());
    w.composer.send();
    QVERIFY(w.actions.sent.isEmpty());
    QCOMPARE(w.workDone.did, QStringList{u"note essa cliente não paga"_s});
    QTRY_COMPARE(w.draft(w.rosa), QString());
}

void tst_composer::emptyAndTooLongAreNotSent()
{
    Writing w;
    w.composer.setText(u"   \n"_s);
    QVERIFY(!w.composer.canSend());
    w.composer.setText(QString(ComposerPresenter::kLongest, u'a'));
    QVERIFY(w.composer.canSend());
    w.composer.setText(QString(ComposerPresenter::kLongest + 1, u'a'));
    QVERIFY(!w.composer.canSend());
    QVERIFY(w.composer.noteText().contains(QString::number(ComposerPresenter::kLongest)));
    w.composer.send();
    QVERIFY(w.actions.sent.isEmpty());
}

void tst_composer::closedWindowLocksAndKeepsTheText()
{
    Writing w;
    w.composer.setText(u"Bom dia"_s);
    w.clock.setMs(w.thread.head()->windowUntil);
    QVERIFY(w.composer.isLocked());
    QVERIFY(!w.composer.canSend());
    QVERIFY(!w.composer.lockTitle().isEmpty());
    QVERIFY(w.composer.lockText().contains(u"Rosa"_s));
    QCOMPARE(w.composer.text(), u"Bom dia"_s);
    w.composer.setNote(true); // the team can always be told
    QVERIFY(w.composer.lockTitle().isEmpty());
    QVERIFY(w.composer.canSend());
}

void tst_composer::draftIsSaidToBeKeptOnlyWhenItIs()
{
    Writing w;
    QVERIFY(!w.composer.noteText().contains(u"kept"_s));
    w.composer.setText(u"Bom dia"_s);
    QVERIFY(!w.composer.noteText().contains(u"kept"_s));
    w.composer.flush();
    QVERIFY(w.composer.noteText().contains(u"kept"_s));
    QCOMPARE(w.draft(w.rosa), u"Bom dia"_s);
    w.composer.setText({});
    w.composer.flush();
    QVERIFY(!w.composer.noteText().contains(u"kept"_s));
}

void tst_composer::windowCountsDownAndSaysWhose()
{
    Writing w;
    const qint64 until = w.thread.head()->windowUntil;
    w.clock.setMs(until - 4 * kHourMs);
    QVERIFY(!w.composer.isClosingSoon());
    w.clock.setMs(until - 2 * kHourMs - 14 * kMinuteMs);
    QVERIFY(w.composer.isClosingSoon());
    QVERIFY(w.composer.countdownText().contains(u"2 h 14"_s));
    const QSignalSpy told(&w.composer, &ComposerPresenter::changed);
    w.clock.setMs(until - 5); // the ticker waits for what is left of the minute
    w.composer.tick();
    w.clock.setMs(until);
    QTRY_VERIFY(told.size() >= 2);
    QVERIFY(w.composer.isLocked());
    QVERIFY(w.composer.countdownText().isEmpty());
}

BALCAO_TEST(tst_composer)
#include "tst_composer.moc"
