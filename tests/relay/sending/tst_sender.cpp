// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The sender inside a whole relay, against a Graph API that answers as each test wants.

#include "sendingshop.h"
#include "sql/connection.h"
#include "support/testmain.h"

#include <algorithm>

using namespace balcao;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;

namespace {

using Answer = ScriptedGraph::Answer;

} // namespace

class tst_sender : public QObject, private SendingShop
{
    Q_OBJECT

private Q_SLOTS:
    void deadTokenPausesTheChannelUntilResumed();
    void whatWaitedGoesToTheNumberOfNow();
    void pausedChannelStaysPausedOverARestart();
    void whatComesWhileThePauseIsWrittenWaits();
    void closedWindowFailsAtOnceAndForGood();
    void pairLimitHoldsOnlyThisChat();
    void rateLimitHoldsTheChannel_data();
    void rateLimitHoldsTheChannel();
    void nobodyKnowsBecomesIncerta_data();
    void nobodyKnowsBecomesIncerta();
    void aClockSetBackProlongsNoDoubt();
    void statusWithinTheMinuteSettlesTheDoubt();
    void attemptUnderWayAtAStopIsIncerta();
    void graphThatIsDownIsTriedUntilItIsUp();
    void chatsDoNotBlockEachOtherAndKeepTheirOrder();
    void limitsDoNotUseUpTheTries();
    void whatCannotBeWrittenHoldsNobodyUp_data();
    void whatCannotBeWrittenHoldsNobodyUp();
    void recipientThatCannotBeLearntChangesNothing();
    void onlyTheFirstReadGoesToMeta();
    void bothChatsOfAMergedCustomerAreMarked();
    void shopMayKeepItsReadsToItself();
    void init() { start(); }
    void cleanup() { stop(); }
};

void tst_sender::deadTokenPausesTheChannelUntilResumed()
{
    m_graph->script(kRosaNumber, {ScriptedGraph::refusal(190, 401)});
    const MessageId first = send(m_rosa, u"um"_s);
    QTRY_COMPARE(told<wire::QueuePaused>().size(), 1);
    QCOMPARE(told<wire::QueuePaused>().first(), (wire::QueuePaused{TestRelay::kPhoneNumberId, 190}));
    const MessageId second = send(m_rosa, u"dois"_s);
    const MessageId other = send(m_joao, u"três"_s);
    settle();
    advance(kHourMs);
    QCOMPARE(m_graph->textsTo(kRosaNumber), QStringList({u"um"_s}));
    QCOMPARE(m_graph->textsTo(kJoaoNumber), QStringList());
    QVERIFY(statesOf(first).isEmpty());
    resume();
    QCOMPARE(told<wire::QueueResumed>().size(), 1);
    QTRY_COMPARE(m_graph->textsTo(kRosaNumber), QStringList({u"um"_s, u"um"_s, u"dois"_s}));
    QTRY_COMPARE(m_graph->textsTo(kJoaoNumber), QStringList({u"três"_s}));
    advance(kHourMs);
    for (const MessageId &message : {first, second, other}) {
        QCOMPARE(m_graph->accepted(message.text()), 1);
        QCOMPARE(statesOf(message), QList<MessageState>({MessageState::Submitted}));
    }
    QCOMPARE(m_graph->textsTo(kRosaNumber).size(), 3);
    QCOMPARE(told<wire::QueuePaused>().size(), 1);
}

void tst_sender::whatWaitedGoesToTheNumberOfNow()
{
    m_graph->script(kRosaNumber, {ScriptedGraph::refusal(190, 401)});
    const MessageId refused = send(m_rosa, u"um"_s);
    QTRY_COMPARE(told<wire::QueuePaused>().size(), 1);
    const MessageId waiting = send(m_rosa, u"dois"_s);
    settle();
    const QString now = u"5511912345678"_s;
    const QByteArray changed =
        uR"({"entry":[{"changes":[{"field":"messages","value":{"metadata":{"phone_number_id":"%1"},"messages":[)"
        R"({"from":"%2","id":"wamid.S","timestamp":"1795000000","type":"system","system":{"body":"mudou",)"
        R"("wa_id":"%3","type":"user_changed_number"}}]}}]}]})"_s.arg(TestRelay::kPhoneNumberId, kRosaNumber, now)
            .toLatin1();
    QCOMPARE(m_relay->webhook(changed).status, 200);
    QCOMPARE(told<wire::CustomerIdentified>().last().identifiers.waId, now);
    resume();
    QTRY_COMPARE(m_graph->accepted(waiting.text()), 1);
    QCOMPARE(m_graph->accepted(refused.text()), 1);
    QCOMPARE(m_graph->textsTo(kRosaNumber), QStringList({u"um"_s}));
    QCOMPARE(m_graph->textsTo(now), QStringList({u"um"_s, u"dois"_s}));
}

void tst_sender::pausedChannelStaysPausedOverARestart()
{
    m_graph->script(kRosaNumber, {ScriptedGraph::refusal(190, 401)});
    const MessageId message = send(m_rosa, u"um"_s);
    QTRY_COMPARE(told<wire::QueuePaused>().size(), 1);
    settle();
    m_relay->stop();
    m_relay->start();
    advance(kHourMs);
    QCOMPARE(m_graph->textsTo(kRosaNumber).size(), 1);
    QVERIFY(m_relay->console({u"resume"_s}).first().contains(u"paused by 190"_s));
    m_relay->console({u"resume"_s, TestRelay::kPhoneNumberId});
    QVERIFY(m_relay->console({u"resume"_s}).first().contains(u"sending"_s));
    QTRY_COMPARE(m_graph->accepted(message.text()), 1);
    advance(kHourMs);
    QCOMPARE(m_graph->textsTo(kRosaNumber).size(), 2);
    QCOMPARE(statesOf(message), QList<MessageState>({MessageState::Submitted}));
}

void tst_sender::whatComesWhileThePauseIsWrittenWaits()
{
    // The refusal arrives while a look at the log is being committed, which still says "not paused".
    m_graph->script(kRosaNumber, {{Answer::Hold, 0, 0}});
    send(m_rosa, u"um"_s);
    QTRY_COMPARE(m_graph->held(), 1);
    m_gate.lock();
    m_gateAt = m_commits + 2; // the next is the command, then the look that it causes
    send(m_joao, u"dois"_s);
    QTRY_VERIFY(m_isAtGate);
    m_graph->release(ScriptedGraph::refusal(190, 401));
    QTRY_VERIFY(m_relay->logged().contains("send-refused"));
    m_gate.unlock();
    QTRY_COMPARE(told<wire::QueuePaused>().size(), 1);
    settle();
    QCOMPARE(m_graph->textsTo(kJoaoNumber), QStringList());
}

void tst_sender::closedWindowFailsAtOnceAndForGood()
{
    m_graph->script(kRosaNumber, {ScriptedGraph::refusal(131047)});
    const MessageId refused = send(m_rosa, u"um"_s);
    const MessageId next = send(m_rosa, u"dois"_s);
    QTRY_COMPARE(m_graph->accepted(next.text()), 1);
    advance(kHourMs);
    QCOMPARE(m_graph->textsTo(kRosaNumber), QStringList({u"um"_s, u"dois"_s}));
    QCOMPARE(statesOf(refused), QList<MessageState>({MessageState::Failed}));
    const auto statuses = told<wire::MessageStatus>();
    const auto failed = std::ranges::find(statuses, MessageState::Failed, &wire::MessageStatus::state);
    QVERIFY(failed != statuses.end() && failed->error);
    QCOMPARE(failed->error->code, 131047);
    QVERIFY(told<wire::QueuePaused>().isEmpty());
}

void tst_sender::pairLimitHoldsOnlyThisChat()
{
    m_graph->script(kRosaNumber, {ScriptedGraph::refusal(131056), ScriptedGraph::refusal(131056)});
    const MessageId held = send(m_rosa, u"um"_s);
    const MessageId behind = send(m_rosa, u"dois"_s);
    QTRY_COMPARE(m_graph->textsTo(kRosaNumber).size(), 1);
    const MessageId other = send(m_joao, u"três"_s);
    QTRY_COMPARE(m_graph->accepted(other.text()), 1);
    advance(kSecondMs - 1); // 4^0 s
    QCOMPARE(m_graph->textsTo(kRosaNumber).size(), 1);
    advance(1);
    QTRY_COMPARE(m_graph->textsTo(kRosaNumber).size(), 2);
    settle();
    advance(4 * kSecondMs - 1); // 4^1 s
    QCOMPARE(m_graph->textsTo(kRosaNumber).size(), 2);
    advance(1);
    QTRY_COMPARE(m_graph->accepted(behind.text()), 1);
    advance(kHourMs);
    QCOMPARE(m_graph->textsTo(kRosaNumber), QStringList({u"um"_s, u"um"_s, u"um"_s, u"dois"_s}));
    QCOMPARE(statesOf(held), QList<MessageState>({MessageState::Submitted}));
}

void tst_sender::rateLimitHoldsTheChannel_data()
{
    QTest::addColumn<ScriptedGraph::Reply>("reply");
    QTest::addColumn<qint64>("waitMs");
    QTest::newRow("80007") << ScriptedGraph::refusal(80007) << kMinuteMs;
    QTest::newRow("130429") << ScriptedGraph::refusal(130429, 429) << kSecondMs;
    QTest::newRow("bare 429") << ScriptedGraph::bare(429) << kSecondMs;
}

void tst_sender::rateLimitHoldsTheChannel()
{
    QFETCH(const ScriptedGraph::Reply, reply);
    QFETCH(const qint64, waitMs);
    m_graph->script(kRosaNumber, {reply});
    const MessageId held = send(m_rosa, u"um"_s);
    QTRY_VERIFY(m_relay->logged().contains("send-refused"));
    const MessageId other = send(m_joao, u"dois"_s);
    advance(waitMs - 1);
    QCOMPARE(m_graph->textsTo(kRosaNumber).size(), 1);
    QCOMPARE(m_graph->textsTo(kJoaoNumber).size(), 0);
    advance(1);
    QTRY_COMPARE(m_graph->accepted(held.text()), 1);
    QTRY_COMPARE(m_graph->accepted(other.text()), 1);
    advance(kHourMs);
    QCOMPARE(m_graph->textsTo(kRosaNumber).size(), 2);
    QCOMPARE(m_graph->textsTo(kJoaoNumber).size(), 1);
    QCOMPARE(statesOf(held), QList<MessageState>({MessageState::Submitted}));
    QVERIFY(told<wire::QueuePaused>().isEmpty());
}

void tst_sender::nobodyKnowsBecomesIncerta_data()
{
    QTest::addColumn<ScriptedGraph::Reply>("reply");
    QTest::newRow("bare 500") << ScriptedGraph::bare(500);
    QTest::newRow("bare 503") << ScriptedGraph::bare(503);
    QTest::newRow("no answer") << ScriptedGraph::Reply{Answer::Cut, 0, 0};
}

void tst_sender::nobodyKnowsBecomesIncerta()
{
    QFETCH(const ScriptedGraph::Reply, reply);
    m_graph->script(kRosaNumber, {reply});
    const MessageId doubtful = send(m_rosa, u"um"_s);
    QTRY_VERIFY(m_relay->logged().contains("send-in-doubt"));
    const MessageId behind = send(m_rosa, u"dois"_s);
    advance(kDoubtMs - 1);
    QVERIFY(statesOf(doubtful).isEmpty());
    QCOMPARE(m_graph->textsTo(kRosaNumber), QStringList({u"um"_s}));
    advance(1);
    QTRY_COMPARE(statesOf(doubtful), QList<MessageState>({MessageState::Uncertain}));
    QTRY_COMPARE(m_graph->accepted(behind.text()), 1);
    advance(12 * kHourMs);
    m_relay->stop();
    m_relay->start();
    advance(kHourMs);
    QCOMPARE(m_graph->textsTo(kRosaNumber), QStringList({u"um"_s, u"dois"_s}));
    QCOMPARE(statesOf(doubtful), QList<MessageState>({MessageState::Uncertain}));
}

void tst_sender::aClockSetBackProlongsNoDoubt()
{
    m_graph->script(kRosaNumber, {ScriptedGraph::bare(500)});
    const MessageId doubtful = send(m_rosa, u"um"_s);
    QTRY_VERIFY(m_relay->logged().contains("send-in-doubt"));
    settle();
    advance(-kDayMs);
    advance(kDoubtMs);
    QTRY_COMPARE(statesOf(doubtful), QList<MessageState>({MessageState::Uncertain}));
}

void tst_sender::statusWithinTheMinuteSettlesTheDoubt()
{
    m_graph->script(kRosaNumber, {ScriptedGraph::bare(500)});
    const MessageId doubtful = send(m_rosa, u"um"_s);
    QTRY_VERIFY(m_relay->logged().contains("send-in-doubt"));
    const MessageId behind = send(m_rosa, u"dois"_s);
    settle();
    QCOMPARE(m_graph->textsTo(kRosaNumber), QStringList({u"um"_s}));
    const QByteArray status =
        uR"({"entry":[{"changes":[{"field":"messages","value":{"metadata":{"phone_number_id":"%1"},"statuses":[)"
        R"({"id":"wamid.S","status":"delivered","timestamp":"1795000000","biz_opaque_callback_data":"%2"}]}}]}]})"_s
            .arg(TestRelay::kPhoneNumberId, doubtful.text())
            .toLatin1();
    QCOMPARE(m_relay->webhook(status).status, 200);
    QTRY_COMPARE(m_graph->accepted(behind.text()), 1);
    advance(kHourMs);
    QCOMPARE(statesOf(doubtful), QList<MessageState>({MessageState::Delivered}));
    QCOMPARE(m_graph->textsTo(kRosaNumber), QStringList({u"um"_s, u"dois"_s}));
}

void tst_sender::attemptUnderWayAtAStopIsIncerta()
{
    m_graph->script(kRosaNumber, {{Answer::Hold, 0, 0}});
    const MessageId cut = send(m_rosa, u"um"_s);
    const MessageId behind = send(m_rosa, u"dois"_s);
    QTRY_COMPARE(m_graph->held(), 1);
    m_relay->stop();
    m_relay->start();
    advance(kDoubtMs - 1);
    QVERIFY(statesOf(cut).isEmpty());
    QCOMPARE(m_graph->textsTo(kRosaNumber), QStringList({u"um"_s}));
    advance(1);
    QTRY_COMPARE(statesOf(cut), QList<MessageState>({MessageState::Uncertain}));
    QTRY_COMPARE(m_graph->accepted(behind.text()), 1);
    advance(kHourMs);
    QCOMPARE(m_graph->textsTo(kRosaNumber), QStringList({u"um"_s, u"dois"_s}));
}

void tst_sender::graphThatIsDownIsTriedUntilItIsUp()
{
    m_graph->stop();
    const MessageId first = send(m_rosa, u"um"_s);
    const MessageId second = send(m_rosa, u"dois"_s);
    const auto knocksAgain = [&] {
        m_relay->clock.advanceMs(kMinuteMs);
        customerWrites(kBystanderNumber, kOtherChannel);
        return m_graph->accepted(second.text()) == 1;
    };
    for (int i = 0; i < 3; ++i)
        QVERIFY(!knocksAgain());
    m_graph->start();
    QTRY_VERIFY(knocksAgain());
    settle();
    QCOMPARE(m_graph->textsTo(kRosaNumber), QStringList({u"um"_s, u"dois"_s}));
    QCOMPARE(statesOf(first), QList<MessageState>({MessageState::Submitted}));
    QCOMPARE(statesOf(second), QList<MessageState>({MessageState::Submitted}));
}

void tst_sender::chatsDoNotBlockEachOtherAndKeepTheirOrder()
{
    m_graph->script(kRosaNumber, {{Answer::Hold, 0, 0}});
    QStringList rosas;
    QStringList joaos;
    MessageId last;
    for (int i = 0; i < 5; ++i) {
        rosas << u"rosa %1"_s.arg(i);
        joaos << u"joão %1"_s.arg(i);
        send(m_rosa, rosas.last());
        last = send(m_joao, joaos.last());
    }
    QTRY_COMPARE(m_graph->accepted(last.text()), 1);
    settle();
    QCOMPARE(m_graph->textsTo(kJoaoNumber), joaos);
    QCOMPARE(m_graph->textsTo(kRosaNumber), rosas.first(1));
    m_graph->release({});
    QTRY_COMPARE(m_graph->textsTo(kRosaNumber), rosas);
}

void tst_sender::limitsDoNotUseUpTheTries()
{
    QList<ScriptedGraph::Reply> replies(6, ScriptedGraph::refusal(131056));
    replies << ScriptedGraph::refusal(131000, 500);
    m_graph->script(kRosaNumber, replies);
    const MessageId message = send(m_rosa, u"um"_s);
    for (qsizetype i = 1; i <= replies.size(); ++i) {
        QTRY_COMPARE(m_graph->textsTo(kRosaNumber).size(), i);
        QTRY_COMPARE(m_relay->logged().count("send-refused"), i);
        settle();
        advance(kHourMs);
    }
    QTRY_COMPARE(m_graph->accepted(message.text()), 1);
    settle();
    QCOMPARE(statesOf(message), QList<MessageState>({MessageState::Submitted}));
}

void tst_sender::whatCannotBeWrittenHoldsNobodyUp_data()
{
    QTest::addColumn<QString>("forbidden");
    QTest::addColumn<QList<MessageState>>("states");
    QTest::newRow("that it left") << u"NEW.body LIKE '%submitted%'"_s << QList<MessageState>({MessageState::Uncertain});
    QTest::newRow("anything about it") << u"1"_s << QList<MessageState>();
}

void tst_sender::whatCannotBeWrittenHoldsNobodyUp()
{
    QFETCH(const QString, forbidden);
    QFETCH(const QList<MessageState>, states);
    auto other = sql::Connection::open(relay::Relay::dataFile(m_relay->dataDir()));
    QVERIFY(other);
    m_graph->script(kRosaNumber, {{Answer::Hold, 0, 0}});
    const MessageId first = send(m_rosa, u"um"_s);
    const MessageId second = send(m_rosa, u"dois"_s);
    QTRY_COMPARE(m_graph->held(), 1);
    QVERIFY((*other)->exec(u"CREATE TRIGGER broken BEFORE INSERT ON event WHEN NEW.kind = 'message.status' AND %1 "
                           "BEGIN SELECT raise(ABORT, 'a mistake of ours'); END"_s.arg(forbidden)));
    m_graph->release({});
    QTRY_COMPARE(m_graph->accepted(second.text()), 1);
    QVERIFY(m_relay->logged().contains("send-not-written"));
    QCOMPARE(m_graph->textsTo(kRosaNumber), QStringList({u"um"_s, u"dois"_s}));
    QTRY_COMPARE(statesOf(first), states);
}

void tst_sender::recipientThatCannotBeLearntChangesNothing()
{
    auto other = sql::Connection::open(relay::Relay::dataFile(m_relay->dataDir()));
    QVERIFY(other);
    QVERIFY((*other)->exec(u"CREATE TRIGGER broken BEFORE INSERT ON identifier "
                           "BEGIN SELECT raise(ABORT, 'a mistake of ours'); END"_s));
    m_graph->spell(kRosaNumber, u"551987654471"_s);
    const MessageId message = send(m_rosa, u"um"_s);
    QTRY_COMPARE(statesOf(message), QList<MessageState>({MessageState::Submitted}));
    QTRY_VERIFY(m_relay->logged().contains("send-not-written"));
    const MessageId behind = send(m_rosa, u"dois"_s);
    QTRY_COMPARE(m_graph->accepted(behind.text()), 1);
}

void tst_sender::onlyTheFirstReadGoesToMeta()
{
    const auto head = [this] { return m_relay->events(m_token).last().seq; };
    QCOMPARE(apply(wire::ReadConversation{m_rosa, head()}).status, wire::OutcomeStatus::Accepted);
    QTRY_COMPARE(m_graph->reads().size(), 1);
    settle();
    QCOMPARE(apply(wire::ReadConversation{m_rosa, head()}).status, wire::OutcomeStatus::Accepted); // nothing new
    settle();
    QCOMPARE(m_graph->reads().size(), 1);
    customerWrites(kRosaNumber);
    QCOMPARE(apply(wire::ReadConversation{m_rosa, head()}).status, wire::OutcomeStatus::Accepted);
    QTRY_COMPARE(m_graph->reads().size(), 2);
    QVERIFY(m_graph->reads().first() != m_graph->reads().last());
}

// To Meta they are two chats still, and a mark is of one of them.
void tst_sender::bothChatsOfAMergedCustomerAreMarked()
{
    QList<CustomerId> people;
    const QList<wire::Event> events = m_relay->events(m_token);
    for (const wire::Event &event : events) {
        if (std::holds_alternative<wire::CustomerCreated>(event.body))
            people.append(*event.subject.customer);
    }
    QCOMPARE(apply(wire::MergeCustomers{people.value(0), people.value(1)}, managerSession()).status,
             wire::OutcomeStatus::Accepted);
    const auto readAll = [this] {
        return apply(wire::ReadConversation{m_rosa, m_relay->events(m_token).last().seq}).status;
    };
    QCOMPARE(readAll(), wire::OutcomeStatus::Accepted);
    QTRY_COMPARE(m_graph->reads().size(), 2);
    QStringList marked = m_graph->reads();
    marked.sort();
    QCOMPARE(marked, QStringList({u"wamid.IN1"_s, u"wamid.IN2"_s}));
    customerWrites(kJoaoNumber);
    QCOMPARE(readAll(), wire::OutcomeStatus::Accepted);
    settle();
    QCOMPARE(m_graph->reads().mid(2), QStringList{u"wamid.IN4"_s}); // Rosa's is marked already
}

void tst_sender::shopMayKeepItsReadsToItself()
{
    wire::ChangeShop change;
    change.change.markRead = false;
    QCOMPARE(apply(change, managerSession()).status, wire::OutcomeStatus::Accepted);
    const qint64 head = m_relay->events(m_token).last().seq;
    QCOMPARE(apply(wire::ReadConversation{m_rosa, head}).status, wire::OutcomeStatus::Accepted);
    settle();
    QCOMPARE(m_graph->reads(), QStringList());
    change.change.markRead = true;
    QCOMPARE(apply(change, managerSession()).status, wire::OutcomeStatus::Accepted);
    QCOMPARE(apply(wire::ReadConversation{m_joao, head}).status, wire::OutcomeStatus::Accepted);
    QTRY_COMPARE(m_graph->reads().size(), 1);
}

BALCAO_TEST(tst_sender)
#include "tst_sender.moc"
