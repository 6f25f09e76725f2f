// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "support/testmain.h"
#include "teststore.h"

#include <QRandomGenerator>

using namespace balcao;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;

namespace {

const Writer kRosa{u"5519987654471"_s, {}, u"Rosa"_s, {}};

/// A reply of the shop, on its way.
MessageId sent(TestStore &store)
{
    store.text(kRosa, u"wamid.in"_s, u"oi"_s);
    wire::SendMessage send{MessageId::create(), *store.last<wire::MessageReceived>().subject.conversation, {}, {}};
    send.content.text = u"Tem sim!"_s;
    if (store.apply(send).status != wire::OutcomeStatus::Accepted)
        qFatal("not accepted");
    return send.message;
}

void submit(TestStore &store, MessageId message, const QString &wamid)
{
    const auto done = store.job([&](relay::RelayData &data) -> Result<void> {
        BALCAO_TRY(data.outgoing().attemptStarted(message));
        return data.outgoing().submitted(message, wamid, {});
    });
    if (!done)
        qFatal("not submitted");
}

MessageState stateOf(TestStore &store, MessageId message)
{
    const auto row = store.data().messages().find(message);
    return row && *row ? (*row)->state : MessageState::Pending;
}

} // namespace

class tst_statuses : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allOrdersConverge();
    void readGoesNoFurtherThanWhatWasSeen();
    void duplicatesSayNothing();
    void statusBeforeTheAnswerSettlesIt();
    void statusOfAnUnknownMessageWaits();
    void statusOfOurUnknownIdWaitsForTheWamid();
    void lateStatusSettlesIncerta();
    void sameWamidForTwoSendsStopsNothing();
};

void tst_statuses::allOrdersConverge()
{
    // sent, delivered, read and the answer to the send, shuffled and doubled: always "read", never down.
    for (quint32 seed = 1; seed <= 60; ++seed) {
        TestStore store;
        const MessageId message = sent(store);
        QStringList steps{u"sent"_s, u"delivered"_s, u"read"_s, u"answer"_s, u"sent"_s, u"read"_s, u"delivered"_s};
        QRandomGenerator random(seed);
        std::shuffle(steps.begin(), steps.end(), random);
        for (const QString &step : steps) {
            if (step == u"answer")
                submit(store, message, u"wamid.out"_s);
            else
                store.status(u"wamid.out"_s, step,
                             random.bounded(2) ? QJsonObject{{u"biz_opaque_callback_data"_s, message.text()}}
                                               : QJsonObject());
        }
        QCOMPARE(stateOf(store, message), MessageState::Read);
        MessageState before = MessageState::Accepted;
        int wamids = 0;
        for (const wire::Event &event : store.of<wire::MessageStatus>()) {
            const auto status = std::get<wire::MessageStatus>(event.body);
            QVERIFY2(mergeState(before, status.state) != before, "an event that changes nothing");
            before = mergeState(before, status.state);
            wamids += status.wamid.isEmpty() ? 0 : 1;
        }
        QCOMPARE(before, MessageState::Read);
        QCOMPARE(wamids, 1);
        QCOMPARE(*store.data().messages().wamidOf(message), u"wamid.out"_s);
        QCOMPARE(store.count(u"parked"_s), 0);
        QVERIFY(store.data().outgoing().openAfter(0)->isEmpty());
    }
}

// What came after the window was last looked at is not told to Meta as read.
void tst_statuses::readGoesNoFurtherThanWhatWasSeen()
{
    TestStore store;
    store.text(kRosa, u"wamid.1"_s, u"oi"_s);
    const qint64 seen = store.head();
    const ConversationId chat = *store.last<wire::MessageReceived>().subject.conversation;
    store.text(kRosa, u"wamid.2"_s, u"tem pão?"_s);
    relay::Messages &messages = store.data().messages();
    using Wamids = QList<relay::InboundWamid>;
    QCOMPARE(*messages.newestInboundWamids(chat, seen), (Wamids{{chat, u"wamid.1"_s}}));
    QCOMPARE(*messages.newestInboundWamids(chat, store.head()), (Wamids{{chat, u"wamid.2"_s}}));
    QCOMPARE(*messages.newestInboundWamids(chat, 0), Wamids());
}

void tst_statuses::duplicatesSayNothing()
{
    TestStore store;
    const MessageId message = sent(store);
    submit(store, message, u"wamid.out"_s);
    const QByteArray body = metaStatuses({metaStatus(u"wamid.out"_s, u"delivered"_s)});
    QVERIFY(store.webhook(body));
    const qint64 head = store.head();
    for (int i = 0; i < 100; ++i)
        QVERIFY(store.webhook(
            i % 2 ? body : metaStatuses({metaStatus(u"wamid.out"_s, u"delivered"_s, {}, kWritten + i * 1000)})));
    QCOMPARE(store.head(), head);
}

void tst_statuses::statusBeforeTheAnswerSettlesIt()
{
    TestStore store;
    const MessageId message = sent(store);
    QVERIFY(store.job([&](relay::RelayData &data) -> Result<void> {
        BALCAO_TRY(data.outgoing().attemptStarted(message));
        return {};
    }));
    QVERIFY(*store.data().outgoing().isOpen(message));
    store.status(u"wamid.out"_s, u"sent"_s, {{u"biz_opaque_callback_data"_s, message.text()}});
    QVERIFY(!*store.data().outgoing().isOpen(message));
    QCOMPARE(store.lastBody<wire::MessageStatus>().wamid, u"wamid.out"_s);
    QVERIFY(store.job([&](relay::RelayData &data) { return data.outgoing().uncertain(message); }));
    QCOMPARE(stateOf(store, message), MessageState::Sent);
    store.status(u"wamid.out"_s, u"read"_s);
    QCOMPARE(stateOf(store, message), MessageState::Read);
}

void tst_statuses::statusOfAnUnknownMessageWaits()
{
    TestStore store;
    const MessageId message = sent(store);
    const qint64 head = store.head();
    for (int i = 0; i < 10; ++i)
        QVERIFY(store.webhook(metaStatuses({metaStatus(u"wamid.out"_s, u"delivered"_s)}) + QByteArray(i, ' ')));
    QCOMPARE(store.head(), head);
    QCOMPARE(store.count(u"parked"_s), 1);
    submit(store, message, u"wamid.out"_s);
    QCOMPARE(store.kinds(head), u"message.status message.status"_s);
    QCOMPARE(stateOf(store, message), MessageState::Delivered);
    QCOMPARE(store.count(u"parked"_s), 0);
}

void tst_statuses::statusOfOurUnknownIdWaitsForTheWamid()
{
    // After a restore the relay may hear of sends that it does not know.
    TestStore store;
    const qint64 head = store.head();
    store.status(u"wamid.foreign"_s, u"read"_s, {{u"biz_opaque_callback_data"_s, MessageId::create().text()}});
    QCOMPARE(store.head(), head);
    QCOMPARE(store.count(u"parked"_s), 1);
}

void tst_statuses::lateStatusSettlesIncerta()
{
    TestStore store;
    const MessageId message = sent(store);
    QVERIFY(store.job([&](relay::RelayData &data) -> Result<void> {
        BALCAO_TRY(data.outgoing().attemptStarted(message));
        return data.outgoing().uncertain(message);
    }));
    QCOMPARE(stateOf(store, message), MessageState::Uncertain);
    store.clock.advanceMs(kHourMs);
    store.status(u"wamid.out"_s, u"delivered"_s, {{u"biz_opaque_callback_data"_s, message.text()}});
    QCOMPARE(stateOf(store, message), MessageState::Delivered);
    QVERIFY(store.data().outgoing().openAfter(0)->isEmpty());
}

void tst_statuses::sameWamidForTwoSendsStopsNothing()
{
    // Meta has never done so; a webhook that failed for ever would stop all that come after it.
    TestStore store;
    const MessageId one = sent(store);
    submit(store, one, u"wamid.out"_s);
    wire::SendMessage other{MessageId::create(), *store.last<wire::MessageAccepted>().subject.conversation, {}, {}};
    other.content.text = u"De novo"_s;
    QCOMPARE(store.apply(other).status, wire::OutcomeStatus::Accepted);
    submit(store, other.message, u"wamid.out"_s);
    store.text(kRosa, u"wamid.out"_s, u"o mesmo id"_s);
    store.status(u"wamid.out"_s, u"read"_s);
    QCOMPARE(stateOf(store, one), MessageState::Read);
}

BALCAO_TEST(tst_statuses)
#include "tst_statuses.moc"
