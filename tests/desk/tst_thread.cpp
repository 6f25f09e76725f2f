// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "counter.h"
#include "desk/roles.h"
#include "desk/threadpresenter.h"
#include "support/testmain.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace balcao;
using namespace balcao::desk;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;

namespace {

struct Open : Counter
{
    ThreadPresenter presenter{source, actions, wording, clock};
    QAbstractItemModelTester tester{&presenter.model(), QAbstractItemModelTester::FailureReportingMode::Fatal};
    Chat chat = log.open(u"Rosa"_s);

    void show()
    {
        take();
        QSignalSpy loaded(&presenter, presenter.isOpen() ? &ThreadPresenter::changed : &ThreadPresenter::opened);
        if (presenter.isOpen())
            presenter.reload();
        else
            presenter.open(chat.conversation);
        QVERIFY(loaded.wait());
    }
    QVariant at(int row, int role) { return presenter.model().index(row).data(role); }
    QStringList texts()
    {
        QStringList found;
        for (int row = 0; row < presenter.model().rowCount(); ++row)
            found.append(at(row, ThreadTextRole).toString());
        return found;
    }
    store::OutboxEntry typed(const QString &text) const
    {
        return {CommandId::create(),
                u"message.send"_s,
                chat.conversation,
                MessageId::create(),
                text,
                OperatorId::create(),
                kLogStart,
                "{}"};
    }
};

} // namespace

class tst_thread : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bubblesAreInOrderWithWhatWaitsLast();
    void stateHasItsTick_data();
    void stateHasItsTick();
    void failureSaysWhyAndOffersAgain();
    void doubtIsSaidAndOffered();
    void lineSaysSinceWhenThereIsNoConnection();
    void refusedKeepsItsWordsAndTwoActions();
    void newDayHasItsWords();
    void readingMarksReadOnce();
    void markupIsText();
    void olderPagesComeWhenAskedFor();
    void closedWindowIsSaid();
    void systemLinesSayWho();
    void handedOverSaysToWhom();
};

void tst_thread::bubblesAreInOrderWithWhatWaitsLast()
{
    Open open;
    open.log.receive(open.chat, u"Tem broa?"_s);
    open.log.accept(open.chat, u"Temos"_s);
    open.take();
    open.pend(open.typed(u"Quantas?"_s));
    open.show();
    QTRY_COMPARE(open.texts(), QStringList({u"Tem broa?"_s, u"Temos"_s, u"Quantas?"_s}));
    QCOMPARE(open.at(0, ThreadKindRole).toInt(), int(BubbleKind::Inbound));
    QCOMPARE(open.at(1, ThreadKindRole).toInt(), int(BubbleKind::Outbound));
    QCOMPARE(open.at(2, ThreadStateRole).toInt(), int(MessageState::Pending));
    QCOMPARE(open.presenter.title(), u"Rosa"_s);
}

void tst_thread::stateHasItsTick_data()
{
    QTest::addColumn<int>("state");
    for (const MessageState state : {MessageState::Submitted, MessageState::Sent, MessageState::Delivered,
                                     MessageState::Read, MessageState::Failed, MessageState::Uncertain})
        QTest::newRow(qPrintable(QString::number(int(state)))) << int(state);
}

void tst_thread::stateHasItsTick()
{
    QFETCH(const int, state);
    Open open;
    const MessageId sent = open.log.accept(open.chat, u"Bom dia"_s);
    open.log.status(open.chat, sent, static_cast<MessageState>(state));
    open.show();
    QTRY_COMPARE(open.at(0, ThreadStateRole).toInt(), state);
}

void tst_thread::failureSaysWhyAndOffersAgain()
{
    Open open;
    const MessageId sent = open.log.accept(open.chat, u"Bom dia"_s);
    open.log.status(open.chat, sent, MessageState::Failed, wire::SendError{131026, u"details"_s});
    open.show();
    QTRY_COMPARE(open.presenter.model().rowCount(), 1);
    QCOMPARE(open.at(0, ThreadProblemRole).toString(), Wording::failure(131026));
    QCOMPARE(open.at(0, ThreadActionsRole).toStringList().size(), 1);
    open.presenter.act(0, 0);
    QCOMPARE(open.actions.again, QStringList{u"Bom dia as new"_s});
    QCOMPARE(open.actions.lastAgain, sent);
    open.presenter.act(0, 1);
    open.presenter.act(7, 0);
    open.presenter.act(-1, 0);
    QCOMPARE(open.actions.again.size(), 1);
}

void tst_thread::doubtIsSaidAndOffered()
{
    Open open;
    const MessageId sent = open.log.accept(open.chat, u"Bom dia"_s);
    open.log.status(open.chat, sent, MessageState::Uncertain);
    open.show();
    QTRY_VERIFY(!open.at(0, ThreadProblemRole).toString().isEmpty());
    QCOMPARE(open.at(0, ThreadActionsRole).toStringList().size(), 2);
}

void tst_thread::lineSaysSinceWhenThereIsNoConnection()
{
    Open open;
    open.log.receive(open.chat, u"Tem broa?"_s);
    open.take();
    const qint64 since = open.clock.nowMs() + kMinuteMs;
    qint64 at = since - 1;
    for (const QString &text : {u"antes"_s, u"primeira"_s, u"segunda"_s}) {
        store::OutboxEntry entry = open.typed(text);
        entry.madeAt = at++;
        open.pend(entry);
    }
    open.show();
    const auto lines = [&open] {
        QStringList all;
        for (int i = 0; i < open.presenter.model().rowCount(); ++i)
            all.append(open.at(i, ThreadOfflineRole).toString());
        return all;
    };
    QCOMPARE(lines(), (QStringList{{}, {}, {}, {}}));
    const auto stamp = open.at(2, ThreadStampRole);
    open.presenter.setOfflineSince(since);
    QCOMPARE(open.presenter.toSend(), 3);
    const QString words = u"No connection since "_s + open.wording.clock(since);
    QCOMPARE(lines(), (QStringList{{}, {}, words, {}}));
    QVERIFY(open.at(2, ThreadStampRole) != stamp);
    open.presenter.setOfflineSince(0);
    QCOMPARE(lines(), (QStringList{{}, {}, {}, {}}));
}

void tst_thread::refusedKeepsItsWordsAndTwoActions()
{
    Open open;
    open.take();
    const store::OutboxEntry entry = open.typed(u"Fica R$ 42,00"_s);
    open.pend(entry, QString(problem::kExpired));
    open.show();
    QTRY_COMPARE(open.texts(), QStringList{u"Fica R$ 42,00"_s});
    QCOMPARE(open.at(0, ThreadStateRole).toInt(), int(MessageState::Rejected));
    QCOMPARE(open.at(0, ThreadProblemRole).toString(), Wording::refusal(QString(problem::kExpired)));
    QCOMPARE(open.at(0, ThreadActionsRole).toStringList().size(), 2);
    open.presenter.act(0, 0);
    QCOMPARE(open.actions.again, QStringList{u"Fica R$ 42,00 instead"_s});
    open.presenter.act(0, 1);
    QCOMPARE(open.actions.discarded, QList<CommandId>{entry.id});
}

void tst_thread::newDayHasItsWords()
{
    Open open;
    open.log.receive(open.chat, u"ontem"_s, kLogStart - kDayMs);
    open.log.receive(open.chat, u"hoje"_s);
    open.log.receive(open.chat, u"hoje também"_s);
    open.show();
    QTRY_COMPARE(open.presenter.model().rowCount(), 3);
    QVERIFY(!open.at(0, ThreadDayRole).toString().isEmpty());
    QVERIFY(!open.at(1, ThreadDayRole).toString().isEmpty());
    QVERIFY(open.at(0, ThreadDayRole) != open.at(1, ThreadDayRole));
    QVERIFY(open.at(2, ThreadDayRole).toString().isEmpty());
}

void tst_thread::readingMarksReadOnce()
{
    Open open;
    open.presenter.setOperator(OperatorId::create());
    open.log.receive(open.chat, u"Oi"_s);
    const qint64 newest = open.log.head();
    open.show();
    QTRY_COMPARE(open.actions.read, QList<qint64>{newest});
    // Read again before the relay has answered: it has been said.
    for (int i = 0; i < 3; ++i)
        open.show();
    QCOMPARE(open.actions.read.size(), 1);
    wire::ConversationRead read;
    read.uptoSeq = newest;
    open.log.add(read, open.chat.subject());
    open.show();
    QTRY_COMPARE(open.presenter.head()->unread, 0);
    QCOMPARE(open.actions.read.size(), 1);
}

void tst_thread::markupIsText()
{
    Open open;
    const QString evil = u"<b>x</b><img src=\"http://evil.example/a.png\"> %1 %n {0}"_s;
    open.log.receive(open.chat, evil);
    open.show();
    QTRY_COMPARE(open.texts(), QStringList{evil});
    QVERIFY(open.at(0, Qt::AccessibleTextRole).toString().contains(evil));
}

void tst_thread::olderPagesComeWhenAskedFor()
{
    Open open;
    for (int i = 0; i < 70; ++i)
        open.log.accept(open.chat, QString::number(i));
    open.show();
    QTRY_COMPARE(open.presenter.model().rowCount(), ThreadWindow::kPage);
    QCOMPARE(open.texts().last(), u"69"_s);
    open.presenter.loadOlder();
    QTRY_COMPARE(open.presenter.model().rowCount(), 70);
    QCOMPARE(open.texts().first(), u"0"_s);
    open.presenter.loadOlder(); // there is no more
    QCOMPARE(open.presenter.model().rowCount(), 70);
}

void tst_thread::closedWindowIsSaid()
{
    Open open;
    open.log.receive(open.chat, u"Oi"_s);
    open.show();
    QTRY_VERIFY(open.presenter.head()->windowUntil > 0);
    const QString counting = open.presenter.windowText();
    open.clock.advanceMs(25 * kHourMs);
    QVERIFY(open.presenter.windowText() != counting);
}

void tst_thread::systemLinesSayWho()
{
    Open open;
    wire::Subject who;
    who.operatorId = OperatorId::create();
    open.log.add(wire::OperatorAdded{u"Ana"_s, Role::Manager}, who);
    open.log.add(wire::ConversationResolved(), open.chat.subject()).actor = wire::Actor::person(*who.operatorId);
    open.show();
    QTRY_COMPARE(open.presenter.model().rowCount(), 1);
    QCOMPARE(open.at(0, ThreadKindRole).toInt(), int(BubbleKind::System));
    QVERIFY(open.at(0, ThreadTextRole).toString().contains(u"Ana"_s));
}

void tst_thread::handedOverSaysToWhom()
{
    Open open;
    wire::Subject ana;
    wire::Subject bruno;
    ana.operatorId = OperatorId::create();
    bruno.operatorId = OperatorId::create();
    open.log.add(wire::OperatorAdded{u"Ana"_s, Role::Manager}, ana);
    open.log.add(wire::OperatorAdded{u"Bruno"_s, Role::Attendant}, bruno);
    const auto hand = [&](std::optional<OperatorId> to) {
        open.log.add(wire::ConversationAssigned{to, {}}, open.chat.subject()).actor =
            wire::Actor::person(*bruno.operatorId);
    };
    hand(ana.operatorId);
    hand(bruno.operatorId);
    hand({});
    open.show();
    QTRY_COMPARE(open.presenter.model().rowCount(), 3);
    const auto said = [&open](int row) {
        return open.at(row, ThreadTextRole)
            .toString()
            .remove(QChar(0x2068))
            .remove(QChar(0x2069))
            .section(u" · "_s, 0, 0);
    };
    QCOMPARE(said(0), u"Bruno handed the conversation over to Ana"_s);
    QCOMPARE(said(1), u"Bruno took the conversation over"_s);
    QCOMPARE(said(2), u"Bruno gave the conversation back to the queue of all"_s);
}

BALCAO_TEST(tst_thread)
#include "tst_thread.moc"
