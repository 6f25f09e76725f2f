// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "deskstore.h"
#include "projection.h"
#include "support/testmain.h"

using namespace balcao;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;

namespace {

/// A chat in which nobody knows whether our answer arrived.
struct Doubt : EventLog
{
    OperatorId ana = OperatorId::create();
    Chat other = open();
    Chat chat = open();
    MessageId sent;

    Doubt()
    {
        wire::Subject who;
        who.operatorId = ana;
        add(wire::OperatorAdded{u"Ana"_s, Role::Attendant}, who);
        receive(chat, u"Tem broa?"_s);
        sent = accept(chat, u"Temos"_s);
        status(chat, sent, MessageState::Uncertain);
    }
};

struct Read
{
    store::ThreadRow message;
    store::ConversationRow chat;
};

} // namespace

// A doubtful message that somebody has left at that: in its thread and in the list, from the log and before it.
class tst_dismissed : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void threadAndListSayIt();
    void aLateStatusSettlesIt();
    void theNextMessageIsAnother();
    void itGoesAlongWithAMergeAndBack();
    void whatIsNotKnownIsPassedOver();
    void aRestoreForgetsNone_data();
    void aRestoreForgetsNone();
    void ownActsShowUntilTheyAreRefused();
};

void tst_dismissed::threadAndListSayIt()
{
    Doubt log;
    Projection p;
    p.apply(log.page());
    QVERIFY(!p.thread(log.chat.conversation).last().dismissed);
    log.dismiss(log.chat, log.sent, log.ana);
    const store::ChangeSet changes = p.apply(log.page()).changes;
    QVERIFY(changes.threads.contains(log.chat.conversation));
    QVERIFY(changes.conversations.contains(log.chat.conversation));
    QVERIFY(p.thread(log.chat.conversation).last().dismissed);
    QCOMPARE(p.thread(log.chat.conversation).last().dismissedBy, u"Ana"_s);
    QCOMPARE(p.thread(log.chat.conversation).last().state, MessageState::Uncertain);
    QVERIFY(p.row(log.chat.conversation).previewed == log.sent);
    QVERIFY(p.row(log.chat.conversation).lastOutDismissed);
    Projection anew;
    anew.apply(log.page());
    QCOMPARE(anew.dump(), p.dump());
    log.dismiss(log.chat, log.sent, log.ana, false);
    p.apply(log.page());
    QVERIFY(!p.thread(log.chat.conversation).last().dismissed);
    QCOMPARE(p.thread(log.chat.conversation).last().dismissedBy, QString());
    QVERIFY(!p.row(log.chat.conversation).lastOutDismissed);
}

void tst_dismissed::aLateStatusSettlesIt()
{
    Doubt log;
    log.dismiss(log.chat, log.sent, log.ana);
    log.status(log.chat, log.sent, MessageState::Delivered);
    Projection p;
    p.apply(log.page());
    QCOMPARE(p.thread(log.chat.conversation).last().state, MessageState::Delivered);
    QCOMPARE(p.row(log.chat.conversation).lastOutState, MessageState::Delivered);
}

void tst_dismissed::theNextMessageIsAnother()
{
    Doubt log;
    log.dismiss(log.chat, log.sent, log.ana);
    log.accept(log.chat, u"Chegou?"_s);
    Projection p;
    p.apply(log.page());
    QVERIFY(!p.row(log.chat.conversation).lastOutDismissed);
    log.dismiss(log.chat, log.sent, log.ana, false);
    log.dismiss(log.chat, log.sent, log.ana);
    p.apply(log.page());
    QVERIFY(!p.row(log.chat.conversation).lastOutDismissed); // the list speaks of the other
}

void tst_dismissed::itGoesAlongWithAMergeAndBack()
{
    Doubt log;
    const Chat into = log.other;
    log.dismiss(log.chat, log.sent, log.ana);
    const QList<wire::ConversationMove> moves{{log.chat.conversation, into.conversation, {}, {}, {}}};
    wire::Subject subject = into.subject();
    wire::CustomerMerged merged;
    merged.from = log.chat.customer;
    merged.into = into.customer;
    merged.conversations = moves;
    log.add(merged, subject);
    Projection p;
    p.apply(log.page());
    QVERIFY(p.thread(into.conversation).last().dismissed);
    QVERIFY(p.row(into.conversation).lastOutDismissed);
    wire::CustomerUnmerged parted;
    parted.from = log.chat.customer;
    parted.into = into.customer;
    parted.conversations = moves;
    log.add(parted, subject);
    p.apply(log.page());
    QVERIFY(p.row(log.chat.conversation).lastOutDismissed);
    QVERIFY(!p.row(into.conversation).lastOutDismissed);
}

void tst_dismissed::whatIsNotKnownIsPassedOver()
{
    Doubt log;
    Projection p;
    p.apply(log.page());
    const QStringList before = p.dump();
    log.dismiss(log.chat, MessageId::create(), log.ana);
    QCOMPARE(p.apply(log.page()).skipped, 0);
    QCOMPARE(p.dump(), before);
}

void tst_dismissed::aRestoreForgetsNone_data()
{
    QTest::addColumn<bool>("inTheCopy");
    QTest::newRow("in the copy") << true;
    QTest::newRow("after the copy was made") << false;
}

void tst_dismissed::aRestoreForgetsNone()
{
    QFETCH(const bool, inTheCopy);
    Doubt log;
    DeskStore desk;
    const wire::Command left = wire::makeCommand(wire::DismissMessage{log.sent, true}, log.ana, 1);
    store::OutboxEntry one = entry(left.id, left.kind, log.chat);
    one.command = wire::canonicalJson(wire::toJson(left));
    EventLog copy = log;
    log.dismiss(log.chat, log.sent, log.ana);
    log.events.last().cause = left.id;
    if (inTheCopy)
        copy = log;
    copy.log = LogId::create();
    const wire::RestoredFrom from{log.log, copy.head()};
    desk.catchUp(log);
    desk.write([&](store::StoreWriter &w) -> Result<void> {
        BALCAO_TRY(w.outbox().add(one));
        return w.outbox().answered(left.id, false, log.head(), 1);
    });
    desk.reopen();
    QCOMPARE(desk.unsent(), QStringList());
    desk.catchUp(copy, from);
    // It is said again, and shows until it is back; what the copy knows is not.
    QCOMPARE(desk.unsent(), inTheCopy ? QStringList() : QStringList{left.kind});
    const auto shown = desk.read([&log](store::StoreReader &r) -> Result<store::ThreadRow> {
        BALCAO_TAKE(const store::PendingWork work, r.pendingWork());
        BALCAO_TAKE(const auto thread, r.threads().newest(log.chat.conversation, 9));
        store::ThreadRow row = thread.last();
        work.applyTo(row, {{log.ana, u"Ana"_s}});
        return row;
    });
    QVERIFY(shown.dismissed);
    QCOMPARE(shown.dismissedBy, u"Ana"_s);
    QCOMPARE(shown.state, MessageState::Uncertain);
}

void tst_dismissed::ownActsShowUntilTheyAreRefused()
{
    Doubt log;
    DeskStore desk;
    desk.catchUp(log);
    const auto shown = [&] {
        return desk.read([&](store::StoreReader &r) -> Result<Read> {
            BALCAO_TAKE(const store::PendingWork work, r.pendingWork());
            BALCAO_TAKE(const auto thread, r.threads().newest(log.chat.conversation, 9));
            BALCAO_TAKE(const auto chat, r.conversations().find(log.chat.conversation));
            Read read{thread.last(), *chat};
            const QHash<OperatorId, QString> names{{log.ana, u"Ana"_s}};
            work.applyTo(read.message, names);
            work.applyTo(read.chat, names, {});
            return read;
        });
    };
    const auto act = [&](bool dismissed) {
        const wire::Command command = wire::makeCommand(wire::DismissMessage{log.sent, dismissed}, log.ana, 1);
        store::OutboxEntry one = entry(command.id, command.kind, log.chat);
        one.command = wire::canonicalJson(wire::toJson(command));
        desk.write([&one](store::StoreWriter &w) { return w.outbox().add(one); });
        return command.id;
    };
    QVERIFY(!shown().message.dismissed);
    const CommandId left = act(true);
    QVERIFY(shown().message.dismissed && shown().chat.lastOutDismissed);
    QCOMPARE(shown().message.dismissedBy, u"Ana"_s);
    const CommandId back = act(false);
    QVERIFY(!shown().message.dismissed && !shown().chat.lastOutDismissed);
    QCOMPARE(shown().message.dismissedBy, QString());
    for (const CommandId &id : {back, left}) {
        desk.write([&](store::StoreWriter &w) { return w.outbox().refused(id, QString(problem::kStale), desk.now); });
        QCOMPARE(shown().message.dismissed, id == back); // the one that still waits
    }
}

BALCAO_TEST(tst_dismissed)
#include "tst_dismissed.moc"
