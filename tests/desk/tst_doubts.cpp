// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "desk/roles.h"
#include "shop.h"
#include "support/testmain.h"

using namespace balcao;
using namespace balcao::desk;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;

namespace {

/// Nobody knows whether Ana's answer to Rosa arrived.
struct Doubt : Shop
{
    MessageId sent = log.accept(rosa, u"Temos"_s);

    Doubt()
    {
        log.status(rosa, sent, MessageState::Uncertain);
        show();
    }
    void show()
    {
        take();
        read();
    }
    void read()
    {
        QSignalSpy changed(&thread, &ThreadPresenter::changed);
        thread.reload();
        QVERIFY(changed.wait());
        names(store::View::All);
    }
    [[nodiscard]] QVariant at(int role) { return thread.model().index(row()).data(role); }
    [[nodiscard]] int row() { return thread.model().rowOf(sent); }
    [[nodiscard]] QStringList offered() { return at(ThreadActionsRole).toStringList(); }
    [[nodiscard]] QString said() { return at(ThreadProblemRole).toString(); }
    /// Of the list's row: says that something of ours may not have arrived.
    [[nodiscard]] bool isListed() { return inbox.model().index(0).data(InboxChipIconRole).toString() == u"failed"_s; }
};

} // namespace

// A message of the log that is in doubt: it can be left at that by anybody, for all.
class tst_doubts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leavingIsASharedActThatCanBeTakenBack();
    void ownActShowsAtOnceAndARefusedOneDoesNot();
    void everybodySeesWhoLeftIt();
    void whoeverIsNotKnownIsNotNamed();
    void aLateStatusIsAsIfItHadNeverBeen_data();
    void aLateStatusIsAsIfItHadNeverBeen();
    void nobodyServesNobodyLeaves();
};

void tst_doubts::leavingIsASharedActThatCanBeTakenBack()
{
    Doubt s;
    QCOMPARE(s.offered().size(), 2);
    QVERIFY(s.isListed());
    s.thread.act(s.row(), 1);
    QVERIFY(s.actions.discarded.isEmpty());
    QCOMPARE(s.workDone.did, QStringList{u"dismiss"_s});
    QVERIFY(s.workDone.lastDismissed == s.sent);
    QVERIFY(s.undo.canUndo() && !s.undo.text().isEmpty());
    s.undo.undo();
    QCOMPARE(s.workDone.did.last(), u"dismiss no more"_s);
    QVERIFY(s.workDone.lastDismissed == s.sent);
    s.thread.act(s.row(), 0);
    QCOMPARE(s.actions.again, QStringList{u"Temos as new"_s});
}

void tst_doubts::ownActShowsAtOnceAndARefusedOneDoesNot()
{
    Doubt s;
    const QString doubt = s.said();
    s.pendWork(wire::DismissMessage{s.sent, true}, QString(problem::kStale));
    s.read();
    QCOMPARE(s.offered().size(), 2);
    QVERIFY(s.isListed());
    const QVariant before = s.at(ThreadStampRole);
    s.pendWork(wire::DismissMessage{s.sent, true});
    s.read();
    QVERIFY(s.offered().isEmpty());
    QVERIFY(s.said().startsWith(doubt) && s.said().contains(u"Ana"_s));
    QVERIFY(!s.isListed());
    QVERIFY(s.at(ThreadStampRole) != before);
    s.pendWork(wire::DismissMessage{s.sent, false});
    s.read();
    QCOMPARE(s.offered().size(), 2);
    QCOMPARE(s.said(), doubt);
    QVERIFY(s.isListed());
}

void tst_doubts::everybodySeesWhoLeftIt()
{
    Doubt s;
    const QString doubt = s.said();
    s.log.dismiss(s.rosa, s.sent, s.bruno);
    s.show();
    QVERIFY(s.offered().isEmpty());
    QVERIFY(s.said().startsWith(doubt) && s.said().contains(u"Bruno"_s));
    QVERIFY(s.at(Qt::AccessibleTextRole).toString().endsWith(s.said()));
    QCOMPARE(s.at(ThreadStateRole).toInt(), int(MessageState::Uncertain));
    QVERIFY(!s.isListed());
    s.thread.act(s.row(), 0);
    QVERIFY(s.actions.again.isEmpty() && s.workDone.did.isEmpty());
    s.log.dismiss(s.rosa, s.sent, s.ana, false);
    s.show();
    QCOMPARE(s.offered().size(), 2);
    QCOMPARE(s.said(), doubt);
    QVERIFY(s.isListed());
}

void tst_doubts::whoeverIsNotKnownIsNotNamed()
{
    Doubt s;
    const QString doubt = s.said();
    s.log.dismiss(s.rosa, s.sent, OperatorId::create());
    s.show();
    QVERIFY(s.said().startsWith(doubt) && s.said() != doubt);
}

void tst_doubts::aLateStatusIsAsIfItHadNeverBeen_data()
{
    QTest::addColumn<int>("state");
    QTest::addColumn<int>("offered");
    QTest::newRow("delivered") << int(MessageState::Delivered) << 0;
    QTest::newRow("failed") << int(MessageState::Failed) << 1;
}

void tst_doubts::aLateStatusIsAsIfItHadNeverBeen()
{
    QFETCH(const int, state);
    QFETCH(const int, offered);
    Doubt s;
    s.log.dismiss(s.rosa, s.sent, s.bruno);
    s.log.status(s.rosa, s.sent, static_cast<MessageState>(state), wire::SendError{131026, {}});
    s.show();
    QCOMPARE(s.at(ThreadStateRole).toInt(), state);
    QCOMPARE(s.offered().size(), offered);
    QVERIFY(!s.said().contains(u"Bruno"_s));
    QCOMPARE(s.isListed(), offered > 0);
}

void tst_doubts::nobodyServesNobodyLeaves()
{
    Doubt s;
    s.work.setOperator({});
    s.thread.act(s.row(), 1);
    QVERIFY(s.workDone.did.isEmpty());
}

BALCAO_TEST(tst_doubts)
#include "tst_doubts.moc"
