// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "support/testmain.h"
#include "teststore.h"

using namespace balcao;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;

namespace {

const Writer kRosa{u"5519987654471"_s, {}, u"Rosa"_s, {}};

MessageId accept(TestStore &store, const QString &text)
{
    wire::SendMessage send{MessageId::create(), *store.last<wire::MessageReceived>().subject.conversation, {}, {}};
    send.content.text = text;
    if (store.apply(send).status != wire::OutcomeStatus::Accepted)
        qFatal("not accepted");
    return send.message;
}

} // namespace

class tst_outgoing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void openSendsComeInOrder();
    void attemptStartsOnceAndSurvives();
    void retryWaitsForItsTime();
    void submittedTeachesTheIdThatMetaAnswered();
    void submittedToTwoCustomersMergesThem();
    void doneSendsKeepNoText();
    void failureSaysWhy();
    void queuePausesOnceAndResumes();
};

void tst_outgoing::openSendsComeInOrder()
{
    TestStore store;
    store.text(kRosa, u"wamid.1"_s, u"oi"_s);
    QList<MessageId> messages;
    for (int i = 0; i < 5; ++i)
        messages.append(accept(store, u"%1"_s.arg(i)));
    const auto all = store.data().outgoing().openAfter(0);
    QCOMPARE(all->size(), 5);
    for (int i = 0; i < 5; ++i)
        QVERIFY(all->at(i).message == messages[i]);
    const auto rest = store.data().outgoing().openAfter(all->at(2).seq);
    QCOMPARE(rest->size(), 2);
    QCOMPARE(*store.data().outgoing().waiting(kChannel), 5);
    QVERIFY((*store.data().outgoing().find(messages[3]))->content.text == u"3"_s);
}

void tst_outgoing::attemptStartsOnceAndSurvives()
{
    TestStore store;
    store.text(kRosa, u"wamid.1"_s, u"oi"_s);
    const MessageId message = accept(store, u"Tem"_s);
    QVERIFY(*store.data().outgoing().attemptStarted(message));
    QVERIFY(!*store.data().outgoing().attemptStarted(message));
    store.reopen();
    const auto open = store.data().outgoing().openAfter(0);
    QCOMPARE(open->size(), 1);
    QVERIFY(open->first().inDoubt);
    QCOMPARE(open->first().attempts, 1);
    QCOMPARE(open->first().attemptAt, store.clock.nowMs());
    QVERIFY(!*store.data().outgoing().attemptStarted(message)); // never again by itself
}

void tst_outgoing::retryWaitsForItsTime()
{
    TestStore store;
    store.text(kRosa, u"wamid.1"_s, u"oi"_s);
    const MessageId message = accept(store, u"Tem"_s);
    QVERIFY(*store.data().outgoing().attemptStarted(message));
    const qint64 head = store.head();
    QVERIFY(store.data().outgoing().retryAt(message, kWritten + 5000));
    QCOMPARE(store.head(), head);
    const auto open = store.data().outgoing().openAfter(0);
    QVERIFY(!open->first().inDoubt);
    QCOMPARE(open->first().notBefore, kWritten + 5000);
    QVERIFY(*store.data().outgoing().attemptStarted(message));
    QCOMPARE(store.data().outgoing().openAfter(0)->first().attempts, 2);
    QVERIFY(store.data().outgoing().retryAt(message, kWritten + 5000, false));
    QCOMPARE(store.data().outgoing().openAfter(0)->first().attempts, 1);
}

void tst_outgoing::submittedTeachesTheIdThatMetaAnswered()
{
    TestStore store;
    store.text(kRosa, u"wamid.1"_s, u"oi"_s);
    const MessageId message = accept(store, u"Tem"_s);
    const qint64 before = store.head();
    QVERIFY(store.job([&](relay::RelayData &data) -> Result<void> {
        BALCAO_TRY(data.outgoing().attemptStarted(message));
        return data.outgoing().submitted(message, u"wamid.out"_s, {{}, {}, u"551987654471"_s});
    }));
    QCOMPARE(store.kinds(before), u"message.status customer.identified"_s);
    QCOMPARE(store.lastBody<wire::MessageStatus>().state, MessageState::Submitted);
    QCOMPARE(store.lastBody<wire::MessageStatus>().wamid, u"wamid.out"_s);
    accept(store, u"Mais"_s);
    QCOMPARE(store.data().outgoing().openAfter(0)->last().address.value, u"+551987654471"_s);
}

void tst_outgoing::submittedToTwoCustomersMergesThem()
{
    TestStore store;
    store.text({{}, u"BR.77"_s, u"Rosa"_s, {}}, u"wamid.0"_s, u"oi"_s);
    store.text(kRosa, u"wamid.1"_s, u"oi"_s);
    const MessageId message = accept(store, u"Tem"_s);
    QVERIFY(store.job([&](relay::RelayData &data) {
        return data.outgoing().submitted(message, u"wamid.out"_s, {u"BR.77"_s, {}, {}});
    }));
    QCOMPARE(store.of<wire::CustomerMerged>().size(), 1);
}

void tst_outgoing::doneSendsKeepNoText()
{
    TestStore store;
    store.text(kRosa, u"wamid.1"_s, u"oi"_s);
    const MessageId message = accept(store, u"segredo"_s);
    QVERIFY(store.job([&](relay::RelayData &data) { return data.outgoing().submitted(message, u"wamid.out"_s, {}); }));
    const auto kept = store.data()
                          .connection()
                          .prepare(u"SELECT content IS NULL AND quoted = '' FROM outgoing"_s)
                          .one([](const sql::Statement &row) { return row.boolean(0); });
    QVERIFY(kept && kept->value_or(false));
    QVERIFY(!*store.data().outgoing().find(message));
}

void tst_outgoing::failureSaysWhy()
{
    TestStore store;
    store.text(kRosa, u"wamid.1"_s, u"oi"_s);
    const MessageId message = accept(store, u"Tem"_s);
    QVERIFY(store.job([&](relay::RelayData &data) {
        return data.outgoing().failed(message, {131026, u"undeliverable"_s});
    }));
    QCOMPARE(store.lastBody<wire::MessageStatus>().state, MessageState::Failed);
    QCOMPARE(store.lastBody<wire::MessageStatus>().error->code, 131026);
    wire::SendMessage again{
        MessageId::create(), *store.last<wire::MessageReceived>().subject.conversation, {}, message};
    again.content.text = u"Tem"_s;
    QCOMPARE(store.apply(again).status, wire::OutcomeStatus::Accepted);
    QVERIFY(store.lastBody<wire::MessageAccepted>().resendOf == message);
}

void tst_outgoing::queuePausesOnceAndResumes()
{
    TestStore store;
    store.text(kRosa, u"wamid.1"_s, u"oi"_s);
    const qint64 before = store.head();
    QVERIFY(store.data().outgoing().pause(kChannel, 190));
    QVERIFY(store.data().outgoing().pause(kChannel, 190));
    QCOMPARE(store.kinds(before), u"queue.paused"_s);
    QCOMPARE(store.data().outgoing().paused()->size(), 1);
    QCOMPARE(store.applyAsManager(wire::ResumeQueue{kChannel}).status, wire::OutcomeStatus::Accepted);
    QCOMPARE(store.applyAsManager(wire::ResumeQueue{kChannel}).status, wire::OutcomeStatus::Noop);
    QCOMPARE(store.kinds(before), u"queue.paused queue.resumed"_s);
    QVERIFY(store.data().outgoing().paused()->isEmpty());
}

BALCAO_TEST(tst_outgoing)
#include "tst_outgoing.moc"
