// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "support/testmain.h"
#include "teststore.h"

using namespace balcao;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;

namespace {

const Writer kRosa{u"5519987654471"_s, {}, u"Rosa Limeira"_s, {}};

QJsonObject editOf(const QString &wamid, const QString &text, qint64 atMs = kWritten)
{
    const QJsonObject newer{{u"type"_s, u"text"_s}, {u"text"_s, QJsonObject{{u"body"_s, text}}}};
    const QJsonObject edit{{u"original_message_id"_s, wamid}, {u"message"_s, newer}};
    return metaMessage(kRosa, u"wamid.E"_s, u"edit"_s, edit, atMs);
}

QJsonObject revokeOf(const QString &wamid)
{
    return metaMessage(kRosa, u"wamid.V"_s, u"revoke"_s, QJsonObject{{u"original_message_id"_s, wamid}});
}

QByteArray echoes(QJsonObject echo)
{
    echo.insert(u"from"_s, u"551140028922"_s);
    echo.insert(u"to"_s, kRosa.waId);
    const QJsonObject value{{u"metadata"_s, QJsonObject{{u"phone_number_id"_s, kChannel}}},
                            {u"message_echoes"_s, QJsonArray{echo}}};
    return metaBody(u"smb_message_echoes"_s, value);
}

} // namespace

class tst_ingest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void firstMessageTellsTheWholeStory();
    void sameBodyHundredTimesIsOnce();
    void sameMessageInOtherBatchesIsOnce();
    void lateMessageGoesToItsPlace();
    void onlyTheOldOnesOfABatchAreLate();
    void timeFromTheFutureIsTheReceipt();
    void quoteNamesOurMessage();
    void reactionNamesItsTargetAndReopensNothing();
    void messageReopensWhatWasResolved();
    void messageWakesWhatWasSnoozed();
    void numberThatNobodyConfiguredIsKept();
    void changedProfileNameIsTold();
    void editAndRevokeNameTheirMessage();
    void editBeforeItsMessageWaitsForIt();
    void revokeBeforeItsMessageWaitsForIt();
    void editBeforeItsEchoIsThePhones();
    void whatWaitsForAMessageGoesWithItsCustomer();
    void echoIsWrittenByThePhone();
    void stopOfMarketingIsConsent();
    void rawBodyIsKept();
};

void tst_ingest::firstMessageTellsTheWholeStory()
{
    TestStore store;
    const qint64 before = store.head();
    store.text(kRosa, u"wamid.1"_s, u"Oi, tem broa?"_s);
    QCOMPARE(store.kinds(before), u"customer.created conversation.opened message.received"_s);
    const auto created = store.lastBody<wire::CustomerCreated>();
    QCOMPARE(created.name, kRosa.name);
    QCOMPARE(created.identifiers.waId, kRosa.waId);
    const wire::Event received = store.last<wire::MessageReceived>();
    QVERIFY(received.subject.customer == store.last<wire::CustomerCreated>().subject.customer);
    QVERIFY(received.subject.conversation == store.last<wire::ConversationOpened>().subject.conversation);
    QVERIFY(received.subject.episode == store.last<wire::ConversationOpened>().subject.episode);
    QVERIFY(received.subject.message);
    QCOMPARE(received.actor, wire::Actor::customer());
    QCOMPARE(received.at, store.clock.nowMs());
    const auto body = std::get<wire::MessageReceived>(received.body);
    QCOMPARE(body.content.text, u"Oi, tem broa?"_s);
    QCOMPARE(body.wamid, u"wamid.1"_s);
    QCOMPARE(body.sortAt, kWritten);
    QVERIFY(!body.late);
}

void tst_ingest::sameBodyHundredTimesIsOnce()
{
    TestStore store;
    const QByteArray body = metaMessages(kRosa, {metaText(kRosa, u"wamid.1"_s, u"oi"_s)});
    QVERIFY(store.webhook(body));
    const qint64 head = store.head();
    for (int i = 0; i < 99; ++i) {
        store.clock.advanceMs(kHourMs);
        QVERIFY(store.webhook(body));
    }
    QCOMPARE(store.head(), head);
    QCOMPARE(store.count(u"raw"_s), 1);
}

void tst_ingest::sameMessageInOtherBatchesIsOnce()
{
    TestStore store;
    QJsonArray batch;
    for (int i = 0; i < 20; ++i) {
        batch.append(metaText(kRosa, u"wamid.%1"_s.arg(i), u"oi %1"_s.arg(i)));
        QVERIFY(store.webhook(metaMessages(kRosa, batch)));
    }
    QCOMPARE(store.of<wire::MessageReceived>().size(), 20);
}

void tst_ingest::lateMessageGoesToItsPlace()
{
    TestStore store;
    store.text(kRosa, u"wamid.1"_s, u"ontem"_s, kWritten - kDayMs);
    const auto body = store.lastBody<wire::MessageReceived>();
    QCOMPARE(body.sortAt, kWritten - kDayMs);
    QVERIFY(body.late);
    store.text(kRosa, u"wamid.2"_s, u"quase"_s, store.clock.nowMs() - kMinuteMs);
    QVERIFY(!store.lastBody<wire::MessageReceived>().late);
}

void tst_ingest::onlyTheOldOnesOfABatchAreLate()
{
    // A batch that spans minutes, e.g. after an outage: each is judged by its own age at the receipt.
    TestStore store;
    store.clock.setMs(kWritten + 5 * kMinuteMs);
    QJsonArray batch;
    for (const int agoS : {300, 61, 60, 5})
        batch.append(metaText(kRosa, u"wamid.%1"_s.arg(agoS), u"oi"_s, store.clock.nowMs() - agoS * kSecondMs));
    QVERIFY(store.webhook(metaMessages(kRosa, batch)));
    QList<bool> late;
    for (const wire::Event &event : store.of<wire::MessageReceived>())
        late.append(std::get<wire::MessageReceived>(event.body).late);
    QCOMPARE(late, QList<bool>({true, true, false, false}));
}

void tst_ingest::timeFromTheFutureIsTheReceipt()
{
    TestStore store;
    store.text(kRosa, u"wamid.1"_s, u"amanhã"_s, kWritten + kDayMs);
    QCOMPARE(store.lastBody<wire::MessageReceived>().sortAt, store.clock.nowMs());
}

void tst_ingest::quoteNamesOurMessage()
{
    TestStore store;
    store.text(kRosa, u"wamid.1"_s, u"primeira"_s);
    const auto first = store.last<wire::MessageReceived>().subject.message;
    QJsonObject reply = metaText(kRosa, u"wamid.2"_s, u"sobre aquela"_s);
    reply.insert(u"context"_s, QJsonObject{{u"id"_s, u"wamid.1"_s}});
    QJsonObject lost = metaText(kRosa, u"wamid.3"_s, u"sobre outra"_s);
    lost.insert(u"context"_s, QJsonObject{{u"id"_s, u"wamid.UNKNOWN"_s}});
    QVERIFY(store.webhook(metaMessages(kRosa, {reply, lost})));
    const auto received = store.of<wire::MessageReceived>();
    QVERIFY(std::get<wire::MessageReceived>(received[1].body).content.quote->target == first);
    QVERIFY(std::get<wire::MessageReceived>(received[2].body).content.quote);
    QVERIFY(!std::get<wire::MessageReceived>(received[2].body).content.quote->target);
}

void tst_ingest::reactionNamesItsTargetAndReopensNothing()
{
    TestStore store;
    store.text(kRosa, u"wamid.1"_s, u"oi"_s);
    const wire::Event first = store.last<wire::MessageReceived>();
    store.apply(wire::ResolveConversation{*first.subject.conversation});
    const qint64 before = store.head();
    const QJsonObject reaction{{u"message_id"_s, u"wamid.1"_s}, {u"emoji"_s, u"👍"_s}};
    QVERIFY(store.webhook(metaMessages(kRosa, {metaMessage(kRosa, u"wamid.R"_s, u"reaction"_s, reaction)})));
    QCOMPARE(store.kinds(before), u"message.received"_s);
    QVERIFY(store.lastBody<wire::MessageReceived>().content.reaction->target == first.subject.message);
    const QJsonObject edit{{u"type"_s, u"edit"_s}};
    QVERIFY(store.webhook(metaMessages(kRosa, {metaMessage(kRosa, u"wamid.U"_s, u"unsupported"_s, edit)})));
    QCOMPARE(store.of<wire::ConversationReopened>().size(), 0);
}

void tst_ingest::messageReopensWhatWasResolved()
{
    TestStore store;
    store.text(kRosa, u"wamid.1"_s, u"oi"_s);
    const wire::Event first = store.last<wire::MessageReceived>();
    QCOMPARE(store.apply(wire::ResolveConversation{*first.subject.conversation}).status, wire::OutcomeStatus::Accepted);
    const qint64 before = store.head();
    store.text(kRosa, u"wamid.2"_s, u"mais uma"_s);
    QCOMPARE(store.kinds(before), u"conversation.reopened message.received"_s);
    const wire::Event second = store.last<wire::MessageReceived>();
    QVERIFY(second.subject.conversation == first.subject.conversation);
    QVERIFY(second.subject.episode != first.subject.episode);
    QVERIFY(second.subject.episode == store.last<wire::ConversationReopened>().subject.episode);
}

void tst_ingest::messageWakesWhatWasSnoozed()
{
    TestStore store;
    store.text(kRosa, u"wamid.1"_s, u"oi"_s);
    const auto conversation = *store.last<wire::MessageReceived>().subject.conversation;
    store.apply(wire::SnoozeConversation{conversation, store.clock.nowMs() + kHourMs});
    const qint64 before = store.head();
    store.text(kRosa, u"wamid.2"_s, u"e aí?"_s);
    QCOMPARE(store.kinds(before), u"conversation.woke message.received"_s);
    QCOMPARE(store.lastBody<wire::ConversationWoke>().reason, wire::WakeReason::Inbound);
}

void tst_ingest::numberThatNobodyConfiguredIsKept()
{
    TestStore store;
    QVERIFY(store.webhook(metaMessages(kRosa, {metaText(kRosa, u"wamid.1"_s, u"oi"_s)}, u"42"_s)));
    QCOMPARE(store.lastBody<wire::MessageReceived>().channel, u"42"_s);
    QVERIFY(*store.data().shop().hasChannel(u"42"_s));
    store.text(kRosa, u"wamid.2"_s, u"no outro número"_s);
    QCOMPARE(store.of<wire::CustomerCreated>().size(), 1);
    QCOMPARE(store.of<wire::ConversationOpened>().size(), 2);
}

void tst_ingest::changedProfileNameIsTold()
{
    TestStore store;
    store.text(kRosa, u"wamid.1"_s, u"oi"_s);
    store.text(kRosa, u"wamid.2"_s, u"oi"_s);
    QCOMPARE(store.of<wire::CustomerRenamed>().size(), 0);
    Writer married = kRosa;
    married.name = u"Rosa Limeira Pires"_s;
    store.text(married, u"wamid.3"_s, u"oi"_s);
    store.text(married, u"wamid.4"_s, u"oi"_s);
    QCOMPARE(store.of<wire::CustomerRenamed>().size(), 1);
    QCOMPARE(store.lastBody<wire::CustomerRenamed>().name, married.name);
    QCOMPARE(store.lastBody<wire::CustomerRenamed>().source, wire::NameSource::Profile);
}

void tst_ingest::editAndRevokeNameTheirMessage()
{
    TestStore store;
    store.text(kRosa, u"wamid.1"_s, u"10 broas"_s);
    const auto message = store.last<wire::MessageReceived>().subject.message;
    const QJsonObject newer{{u"type"_s, u"text"_s}, {u"text"_s, QJsonObject{{u"body"_s, u"12 broas"_s}}}};
    const QJsonObject edit{{u"original_message_id"_s, u"wamid.1"_s}, {u"message"_s, newer}};
    const QByteArray edited = metaMessages(kRosa, {metaMessage(kRosa, u"wamid.E"_s, u"edit"_s, edit)});
    QVERIFY(store.webhook(edited));
    QVERIFY(store.webhook(edited + ' '));
    QCOMPARE(store.of<wire::MessageEdited>().size(), 1);
    QVERIFY(store.last<wire::MessageEdited>().subject.message == message);
    QCOMPARE(store.lastBody<wire::MessageEdited>().content.text, u"12 broas"_s);
    const QJsonObject revoke{{u"original_message_id"_s, u"wamid.1"_s}};
    QVERIFY(store.webhook(metaMessages(kRosa, {metaMessage(kRosa, u"wamid.V"_s, u"revoke"_s, revoke)})));
    QVERIFY(store.last<wire::MessageRevoked>().subject.message == message);
}

void tst_ingest::editBeforeItsMessageWaitsForIt()
{
    TestStore store;
    const qint64 before = store.head();
    const QByteArray first = metaMessages(kRosa, {editOf(u"wamid.1"_s, u"12 broas"_s, kWritten + 1000)});
    QVERIFY(store.webhook(first));
    QVERIFY(store.webhook(first + ' '));
    QVERIFY(store.webhook(metaMessages(kRosa, {editOf(u"wamid.1"_s, u"13 broas"_s, kWritten + 2000)})));
    QCOMPARE(store.kinds(before), QString());
    store.text(kRosa, u"wamid.1"_s, u"10 broas"_s);
    QCOMPARE(store.kinds(before),
             u"customer.created conversation.opened message.received message.edited message.edited"_s);
    const wire::Event edited = store.last<wire::MessageEdited>();
    QVERIFY(edited.subject.message == store.last<wire::MessageReceived>().subject.message);
    QVERIFY(edited.subject.customer == store.last<wire::CustomerCreated>().subject.customer);
    QCOMPARE(edited.actor, wire::Actor::customer());
    QCOMPARE(store.lastBody<wire::MessageEdited>().content.text, u"13 broas"_s);
    QCOMPARE(store.lastBody<wire::MessageEdited>().editedAt, kWritten + 2000);
    QCOMPARE(store.count(u"parked"_s), 0);
    const qint64 head = store.head();
    QVERIFY(store.webhook(first + '\n'));
    QCOMPARE(store.kinds(head), QString());
}

void tst_ingest::revokeBeforeItsMessageWaitsForIt()
{
    TestStore store;
    const qint64 before = store.head();
    // In one body, and without a time of Meta: the receipt stands for it.
    QJsonObject revoke = revokeOf(u"wamid.1"_s);
    revoke.remove(u"timestamp"_s);
    const qint64 receipt = store.clock.nowMs();
    QVERIFY(store.webhook(metaMessages(kRosa, {revoke})));
    store.clock.advanceMs(kHourMs);
    QVERIFY(store.webhook(metaMessages(kRosa, {revoke}) + ' '));
    QCOMPARE(store.kinds(before), QString());
    store.text(kRosa, u"wamid.1"_s, u"10 broas"_s);
    QCOMPARE(store.kinds(before), u"customer.created conversation.opened message.received message.revoked"_s);
    QVERIFY(store.last<wire::MessageRevoked>().subject.message == store.last<wire::MessageReceived>().subject.message);
    QCOMPARE(store.lastBody<wire::MessageRevoked>().revokedAt, receipt);
    QCOMPARE(store.count(u"parked"_s), 0);
}

void tst_ingest::editBeforeItsEchoIsThePhones()
{
    TestStore store;
    QVERIFY(store.webhook(echoes(editOf(u"wamid.P"_s, u"Temos 12"_s))));
    store.status(u"wamid.P"_s, u"read"_s);
    QVERIFY(store.webhook(echoes(metaText(kRosa, u"wamid.P"_s, u"Temos 10"_s))));
    QCOMPARE(store.last<wire::MessageEdited>().actor.type, wire::ActorType::Phone);
    QCOMPARE(store.lastBody<wire::MessageEdited>().content.text, u"Temos 12"_s);
    QCOMPARE(store.lastBody<wire::MessageStatus>().state, MessageState::Read);
    QCOMPARE(store.count(u"parked"_s), 0);
}

void tst_ingest::whatWaitsForAMessageGoesWithItsCustomer()
{
    TestStore store;
    store.text(kRosa, u"wamid.0"_s, u"oi"_s);
    QVERIFY(store.webhook(metaMessages(kRosa, {editOf(u"wamid.1"_s, u"meu endereço novo"_s)})));
    QCOMPARE(store.count(u"parked"_s), 1);
    const auto customer = *store.last<wire::CustomerCreated>().subject.customer;
    QVERIFY(store.job([&](relay::RelayData &data) { return relay::eraseCustomer(data, customer); }));
    QCOMPARE(store.count(u"parked"_s), 0);
    QCOMPARE(store.count(u"raw"_s), 0);
}

void tst_ingest::echoIsWrittenByThePhone()
{
    TestStore store;
    store.text(kRosa, u"wamid.1"_s, u"tem broa?"_s);
    const qint64 before = store.head();
    const QJsonObject echo{{u"from"_s, u"551140028922"_s}, {u"to"_s, kRosa.waId},
                           {u"id"_s, u"wamid.E"_s},        {u"timestamp"_s, u"1795000000"_s},
                           {u"type"_s, u"text"_s},         {u"text"_s, QJsonObject{{u"body"_s, u"Tem sim!"_s}}}};
    const QJsonObject value{{u"metadata"_s, QJsonObject{{u"phone_number_id"_s, kChannel}}},
                            {u"message_echoes"_s, QJsonArray{echo}}};
    QVERIFY(store.webhook(metaBody(u"smb_message_echoes"_s, value)));
    QVERIFY(store.webhook(metaBody(u"smb_message_echoes"_s, value) + ' '));
    QCOMPARE(store.kinds(before), u"message.accepted message.status"_s);
    QCOMPARE(store.last<wire::MessageAccepted>().actor.type, wire::ActorType::Phone);
    QCOMPARE(store.lastBody<wire::MessageAccepted>().content.text, u"Tem sim!"_s);
    QCOMPARE(store.lastBody<wire::MessageStatus>().state, MessageState::Sent);
    QCOMPARE(store.count(u"outgoing"_s), 0);
    store.status(u"wamid.E"_s, u"read"_s);
    QCOMPARE(store.lastBody<wire::MessageStatus>().state, MessageState::Read);
}

void tst_ingest::stopOfMarketingIsConsent()
{
    TestStore store;
    store.text(kRosa, u"wamid.1"_s, u"oi"_s);
    const auto preference = [](const QString &value, qint64 at) {
        const QJsonObject one{{u"wa_id"_s, kRosa.waId},
                              {u"category"_s, u"marketing_messages"_s},
                              {u"value"_s, value},
                              {u"timestamp"_s, at}};
        return metaBody(u"user_preferences"_s, {{u"user_preferences"_s, QJsonArray{one}}});
    };
    QVERIFY(store.webhook(preference(u"stop"_s, 1795000001)));
    store.clock.advanceMs(kDayMs);
    QVERIFY(store.webhook(preference(u"stop"_s, 1795000001) + ' '));
    QCOMPARE(store.of<wire::CustomerConsented>().size(), 1);
    QVERIFY(!store.lastBody<wire::CustomerConsented>().granted);
    QVERIFY(store.last<wire::CustomerConsented>().subject.customer ==
            store.last<wire::CustomerCreated>().subject.customer);
    QVERIFY(store.webhook(preference(u"resume"_s, 1795000002)));
    QVERIFY(store.lastBody<wire::CustomerConsented>().granted);
}

void tst_ingest::rawBodyIsKept()
{
    TestStore store;
    const QByteArray body = metaMessages(kRosa, {metaText(kRosa, u"wamid.1"_s, u"não \u00e9 igual"_s)});
    QVERIFY(store.webhook(body));
    const auto kept = store.data().connection().prepare(u"SELECT body FROM raw"_s).one([](const sql::Statement &row) {
        return row.bytes(0);
    });
    QVERIFY(kept && *kept);
    QCOMPARE(**kept, body);
}

BALCAO_TEST(tst_ingest)
#include "tst_ingest.moc"
