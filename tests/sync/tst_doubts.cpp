// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "sending.h"
#include "support/testmain.h"

using namespace balcao;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;
using Fault = FakeRelay::Fault;
using State = store::PendingRow::State;

Q_DECLARE_METATYPE(balcao::test::FakeRelay::Fault)

// What a restore of the relay makes of sends that are on their way: never twice by itself, never lost.
class tst_doubts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void postedBeforeARestoreIsForAPersonToDecide_data();
    void postedBeforeARestoreIsForAPersonToDecide();
    void ofAnotherLogNothingIsJudged();
    void whatWasRefusedWholeIsNotInDoubt();
};

void tst_doubts::postedBeforeARestoreIsForAPersonToDecide_data()
{
    QTest::addColumn<Fault>("fault");
    QTest::addColumn<bool>("mayHaveLeft");
    QTest::addColumn<bool>("keepsItsName");
    QTest::newRow("answer lost") << Fault::LostAnswer << true << false;
    QTest::newRow("answer lost, disk set back") << Fault::LostAnswer << true << true;
    QTest::newRow("no answer in time") << Fault::TimedOut << true << false;
    QTest::newRow("busy") << Fault::Busy << false << false;
    QTest::newRow("never reached") << Fault::NoConnection << false << false;
    QTest::newRow("never reached, disk set back") << Fault::NoConnection << false << true;
    QTest::newRow("slowed down") << Fault::Slower << false << false;
}

// The backup is older than the answer that was lost: what the new log does not know may have left all the same.
void tst_doubts::postedBeforeARestoreIsForAPersonToDecide()
{
    QFETCH(const Fault, fault);
    QFETCH(const bool, mayHaveLeft);
    QFETCH(const bool, keepsItsName);
    Sending s;
    s.relay.log.open();
    s.relay.always = fault;
    s.outbox->start();
    s.say(u"Bom dia"_s);
    sync::Work(*s.outbox).resolve(s.chat, s.ana);
    QTRY_VERIFY(!s.relay.requests.isEmpty());
    QTRY_COMPARE(s.unsent(), 2);
    const qsizetype before = s.relay.commandBodies.size();
    s.restoreRelay(keepsItsName);
    QTRY_COMPARE(s.unsent(), 0); // what has no words goes once more by itself
    const QList<store::PendingRow> pending = s.pending(s.chat);
    QCOMPARE(pending.size(), 1);
    QCOMPARE(pending.first().state == State::Uncertain, mayHaveLeft);
    QStringList after = s.arrived();
    after.erase(after.begin(), after.begin() + (before > 0 ? 2 * before : 0));
    QCOMPARE(after.contains(u"Bom dia"_s), !mayHaveLeft);
}

void tst_doubts::ofAnotherLogNothingIsJudged()
{
    Sending s;
    s.relay.log.log = LogId::create(); // restored; this desk has not seen that yet
    s.outbox->start();
    s.say(u"Bom dia"_s);
    QTRY_COMPARE(s.relay.commandBodies.size(), 1);
    QTRY_COMPARE(s.unsent(), 1);
    QVERIFY(s.refused().isEmpty());
    s.outbox->setSeen(s.seen());
    s.outbox->pump();
    QTRY_COMPARE(s.unsent(), 0);
    QCOMPARE(s.arrived(), QStringList({u"Bom dia"_s, u"Bom dia"_s}));
    QVERIFY(s.pending(s.chat).first().state == State::Waiting); // for its event
}

// The page that shows the other log may be applied before the refusal of the batch is heard.
void tst_doubts::whatWasRefusedWholeIsNotInDoubt()
{
    Sending s;
    s.relay.log.open();
    s.say(u"Bom dia"_s);
    QTRY_COMPARE(s.unsent(), 1);
    const LogId log = s.relay.log.log;
    const auto batch = s.write([log](store::StoreWriter &w) { return w.outbox().toSend(10, log); });
    QVERIFY(batch.first().isFirstTry);
    s.relay.always = Fault::NoConnection;
    s.restoreRelay(false);
    QTRY_VERIFY(s.pending(s.chat).first().state == State::Uncertain);
    s.write([id = batch.first().id](store::StoreWriter &w) { return w.outbox().notTried({id}); });
    QCOMPARE(s.unsent(), 1);
}

BALCAO_TEST(tst_doubts)
#include "tst_doubts.moc"
