// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Charges in WhatsApp's own form, and what becomes of them where Meta does not take that.

#include "core/brcodereader.h"
#include "relay/sending/graphorder.h"
#include "sendingshop.h"
#include "support/testmain.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace balcao;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;

namespace {

relay::PixOrder order(std::optional<qint64> expiresAt = {})
{
    const auto account = pixAccountOf(kReceiver.keyType, kReceiver.key, kReceiver.name, kReceiver.city);
    return {Money{12'345}, u"Bolo de cenoura"_s, u"0002012658"_s, account.value_or(PixAccount()), expiresAt};
}

QJsonObject parametersOf(const QByteArray &body)
{
    const QJsonObject interactive = QJsonDocument::fromJson(body).object().value("interactive"_L1).toObject();
    return interactive.value("action"_L1).toObject().value("parameters"_L1).toObject();
}

relay::GraphSend words(const QString &field = u"to"_s)
{
    relay::GraphSend made{MessageId::create(), {field, u"5519987654471"_s}, {}, {}};
    made.content.type = ContentType::Pix;
    made.content.text = u"Pix de R$ 123,45"_s;
    return made;
}

} // namespace

class tst_orders : public QObject, private SendingShop
{
    Q_OBJECT

private Q_SLOTS:
    void theSimplifiedForm()
    {
        const relay::GraphSend made = words();
        const QByteArray body = relay::graphOrderBody(made, order(), 0);
        const QJsonObject parameters = parametersOf(body);
        QCOMPARE(parameters.value("reference_id"_L1).toString(), made.message.text());
        QCOMPARE(parameters.value("total_amount"_L1).toObject(),
                 (QJsonObject{{u"value"_s, 12'345}, {u"offset"_s, 100}}));
        QVERIFY(!parameters.contains("order"_L1));
        const QJsonObject setting = parameters.value("payment_settings"_L1).toArray().first().toObject();
        const QJsonObject pix = setting.value("pix_dynamic_code"_L1).toObject();
        QCOMPARE(pix, (QJsonObject{{u"code"_s, u"0002012658"_s},
                                   {u"merchant_name"_s, u"Padaria Aurora"_s},
                                   {u"key"_s, u"11222333000181"_s},
                                   {u"key_type"_s, u"CNPJ"_s}}));
    }

    void theFullFormHasAnEnd()
    {
        const QJsonObject full = parametersOf(relay::graphOrderBody(words(), order(600'000), 0));
        const QJsonObject inner = full.value("order"_L1).toObject();
        QCOMPARE(inner.value("expiration"_L1).toObject().value("timestamp"_L1).toString(), u"600"_s);
        QCOMPARE(inner.value("subtotal"_L1), full.value("total_amount"_L1));
        QCOMPARE(inner.value("items"_L1).toArray().size(), 1);
        // An end that is too near is refused: no end, then.
        QVERIFY(!parametersOf(relay::graphOrderBody(words(), order(600'000), 400'000)).contains("order"_L1));
    }

    void aNameIsCutBetweenItsLetters()
    {
        relay::PixOrder cake = order(600'000);
        cake.description = QString(59, u'b') + u"🎂 de cenoura"_s;
        const QJsonObject inner = parametersOf(relay::graphOrderBody(words(), cake, 0)).value("order"_L1).toObject();
        QCOMPARE(inner.value("items"_L1).toArray().first().toObject().value("name"_L1).toString(), QString(59, u'b'));
    }

    void nobodyKnowsWhetherABusinessScopedIdTakesOne()
    {
        QVERIFY(relay::graphOrderBody(words(u"recipient"_s), order(), 0).isEmpty());
    }

    void oneMessageWhereMetaTakesIt()
    {
        const wire::ChargePix asked = charge();
        QTRY_COMPARE(m_graph->asked().size(), 1);
        settle();
        const ScriptedGraph::Asked only = askedTo(kRosaNumber).value(0);
        QCOMPARE(askedTo(kRosaNumber).size(), 1);
        QCOMPARE(only.opaque, asked.message.text());
        QVERIFY(readBrCode(only.code).isValid());
        QVERIFY(!hasCodeMessage());
    }

    void whereMetaDoesNotItGoesAsWordsAndCode_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<bool>("again");
        QTest::newRow("terms not accepted: the account's matter") << 134011 << false;
        QTest::newRow("this customer's app") << 2040 << true;
        QTest::newRow("something in it") << 131009 << true;
    }
    void whereMetaDoesNotItGoesAsWordsAndCode()
    {
        QFETCH(const int, code);
        QFETCH(const bool, again);
        m_graph->script(kRosaNumber, {ScriptedGraph::refusal(code)});
        const wire::ChargePix asked = charge();
        QTRY_VERIFY(m_graph->accepted(asked.message.text()) == 1);
        advance(kMinuteMs); // Meta wants a while between messages to one person
        QTRY_COMPARE(askedTo(kRosaNumber).size(), 3);
        const QList<ScriptedGraph::Asked> all = askedTo(kRosaNumber);
        QVERIFY(!all[0].code.isEmpty() && !all[0].accepted);
        QCOMPARE(all[1].text, asked.text);
        QVERIFY(readBrCode(all[2].text).isValid());
        QCOMPARE(m_graph->uploads().size(), 1); // the words with a picture
        QCOMPARE(all[1].picture, m_graph->uploads().first().id);
        QCOMPARE(m_graph->accepted(asked.message.text()), 1);
        QVERIFY(statesOf(asked.message).contains(MessageState::Submitted));
        // The next charge tries the form again only where it was not the account's fault.
        advance(kMinuteMs);
        const wire::ChargePix next = charge();
        advance(kMinuteMs);
        QTRY_COMPARE(m_graph->accepted(next.message.text()), 1);
        for (const ScriptedGraph::Asked &one : askedTo(kRosaNumber)) {
            if (one.opaque == next.message.text())
                QCOMPARE(one.code.isEmpty(), !again);
        }
    }

    void whatIsCancelledBeforeItLeavesStays()
    {
        m_graph->script(kRosaNumber, {ScriptedGraph::refusal(190, 401)}); // the queue stops
        send(m_rosa, u"oi"_s);
        QTRY_COMPARE(told<wire::QueuePaused>().size(), 1);
        const wire::ChargePix asked = charge();
        QCOMPARE(apply(wire::CancelCharge{asked.charge}).status, wire::OutcomeStatus::Accepted);
        resume();
        QTRY_VERIFY(statesOf(asked.message).contains(MessageState::Failed));
        advance(kMinuteMs);
        QCOMPARE(m_graph->accepted(asked.message.text()), 0);
    }

    // A charge waits while the shop names another key: what would pay the old one does not leave any more.
    void whatPaysAnotherKeyStays()
    {
        m_graph->script(kRosaNumber, {ScriptedGraph::refusal(190, 401)}); // the queue stops
        send(m_rosa, u"oi"_s);
        QTRY_COMPARE(told<wire::QueuePaused>().size(), 1);
        const wire::ChargePix asked = charge();
        const QStringList added = m_relay->console({u"operators"_s, u"add"_s, u"Bia"_s, u"--manager"_s});
        wire::PixRecord other = kReceiver;
        other.keyType = PixKeyType::Email;
        other.key = u"caixa@aurora.example"_s;
        QCOMPARE(apply(wire::ProposePixAccount{other}, managerSession()).status, wire::OutcomeStatus::Accepted);
        m_ana = OperatorId::fromText(added.value(0)).value_or(OperatorId()); // another has to say so too
        QCOMPARE(apply(wire::ConfirmPixAccount{other}, managerSession()).status, wire::OutcomeStatus::Accepted);
        resume();
        QTRY_VERIFY(statesOf(asked.message).contains(MessageState::Failed));
        advance(kMinuteMs);
        QCOMPARE(m_graph->accepted(asked.message.text()), 0);
        QVERIFY(askedTo(kRosaNumber).last().code.isEmpty());
        QCOMPARE(told<wire::PixRefused>().value(0).reason, u"payee-key"_s);
        const QList<wire::MessageStatus> statuses = told<wire::MessageStatus>();
        QVERIFY(std::ranges::any_of(statuses, [](const auto &one) { return one.error && one.error->code == -2; }));
    }

    void whatBecameOfItHasItsForm()
    {
        const relay::GraphSend made = words();
        const MessageId order = MessageId::create();
        const QJsonObject paid = parametersOf(graphStatusBody(made, {order, relay::OrderEnd::Paid, 1'722'445'231'500}));
        QCOMPARE(paid, (QJsonObject{{u"reference_id"_s, order.text()},
                                    {u"order"_s, QJsonObject{{u"status"_s, u"processing"_s}}},
                                    {u"payment"_s,
                                     QJsonObject{{u"status"_s, u"captured"_s}, {u"timestamp"_s, 1'722'445'231}}}}));
        const QByteArray body = graphStatusBody(made, {order, relay::OrderEnd::Cancelled, 0});
        const QJsonObject interactive = QJsonDocument::fromJson(body).object().value("interactive"_L1).toObject();
        QCOMPARE(interactive.value("type"_L1).toString(), u"order_status"_s);
        QCOMPARE(interactive.value("body"_L1).toObject().value("text"_L1).toString(), made.content.text);
        QCOMPARE(interactive.value("action"_L1).toObject().value("name"_L1).toString(), u"review_order"_s);
        QCOMPARE(parametersOf(body), (QJsonObject{{u"reference_id"_s, order.text()},
                                                  {u"order"_s, QJsonObject{{u"status"_s, u"canceled"_s}}}}));
        QVERIFY(graphStatusBody(words(u"recipient"_s), {order, relay::OrderEnd::Paid, 0}).isEmpty());
    }

    void theCustomerIsToldThatNobodyIsToPayItAnyMore()
    {
        const wire::ChargePix asked = charge();
        QTRY_VERIFY(statesOf(asked.message).contains(MessageState::Submitted));
        QCOMPARE(apply(wire::CancelCharge{asked.charge}).status, wire::OutcomeStatus::Accepted);
        QCOMPARE(apply(wire::CancelCharge{asked.charge}).status, wire::OutcomeStatus::Noop);
        advance(kMinuteMs);
        QTRY_COMPARE(askedTo(kRosaNumber).size(), 2);
        settle();
        const ScriptedGraph::Asked end = askedTo(kRosaNumber).last();
        QCOMPARE(end.reference, asked.message.text());
        QCOMPARE(end.text, asked.cancelledText);
        QVERIFY(end.accepted);
        QCOMPARE(askedTo(kRosaNumber).size(), 2);
        // Whoever waits for a person still does.
        QCOMPARE(accepted(ContentType::PixStatus).last().actor.type, wire::ActorType::Automation);
    }

    // Cancelled while Meta has not answered yet: told once it has.
    void whatIsCancelledAsItLeavesIsEndedThere()
    {
        m_graph->script(kRosaNumber, {{ScriptedGraph::Answer::Hold}});
        const wire::ChargePix asked = charge();
        QTRY_COMPARE(askedTo(kRosaNumber).size(), 1);
        QCOMPARE(apply(wire::CancelCharge{asked.charge}).status, wire::OutcomeStatus::Accepted);
        QVERIFY(accepted(ContentType::PixStatus).isEmpty());
        m_graph->release({});
        QTRY_COMPARE(accepted(ContentType::PixStatus).size(), 1);
    }

    // Nobody knew whether it had left; the word of it comes after the cancellation.
    void whatWasInDoubtIsEndedOnceItIsKnownToBeThere_data()
    {
        QTest::addColumn<qint64>("afterMs");
        QTest::newRow("within the minute") << kDoubtMs / 2;
        QTest::newRow("incerta") << kDoubtMs;
    }
    void whatWasInDoubtIsEndedOnceItIsKnownToBeThere()
    {
        QFETCH(const qint64, afterMs);
        m_graph->script(kRosaNumber, {ScriptedGraph::bare(500)});
        const wire::ChargePix asked = charge();
        QTRY_VERIFY(m_relay->logged().contains("send-in-doubt"));
        QCOMPARE(apply(wire::CancelCharge{asked.charge}).status, wire::OutcomeStatus::Accepted);
        advance(afterMs);
        const bool isIncerta = afterMs == kDoubtMs;
        QTRY_COMPARE(statesOf(asked.message).contains(MessageState::Uncertain), isIncerta);
        QVERIFY(accepted(ContentType::PixStatus).isEmpty());
        for (const QString &status : {u"delivered"_s, u"read"_s})
            hear(asked.message, status);
        QTRY_VERIFY(!accepted(ContentType::PixStatus).isEmpty());
        advance(kMinuteMs);
        QTRY_COMPARE(askedTo(kRosaNumber).size(), 2);
        settle();
        QCOMPARE(askedTo(kRosaNumber).last().reference, asked.message.text());
        QCOMPARE(askedTo(kRosaNumber).last().text, asked.cancelledText);
        QCOMPARE(accepted(ContentType::PixStatus).size(), 1);
        QCOMPARE(askedTo(kRosaNumber).size(), 2);
    }

    void whatIsSentAgainIsTheOrderThatIsEnded()
    {
        m_graph->script(kRosaNumber, {ScriptedGraph::refusal(131026)});
        const wire::ChargePix asked = charge();
        QTRY_VERIFY(statesOf(asked.message).contains(MessageState::Failed));
        const MessageId again = chargeAgain(asked);
        QTRY_VERIFY(statesOf(again).contains(MessageState::Submitted));
        QCOMPARE(askedTo(kRosaNumber).last().reference, again.text());
        QCOMPARE(apply(wire::CancelCharge{asked.charge}).status, wire::OutcomeStatus::Accepted);
        advance(kMinuteMs);
        QTRY_COMPARE(askedTo(kRosaNumber).size(), 3);
        QCOMPARE(askedTo(kRosaNumber).last().reference, again.text());
        QCOMPARE(askedTo(kRosaNumber).last().text, asked.cancelledText);
    }

    // The order may be there, and what was sent in its place went as words: the card is ended all the same.
    void anOrderInDoubtIsEndedThoughItWentAgainAsWords()
    {
        m_graph->script(kRosaNumber, {ScriptedGraph::bare(500), ScriptedGraph::refusal(2040)});
        const wire::ChargePix asked = charge();
        QTRY_VERIFY(m_relay->logged().contains("send-in-doubt"));
        advance(kDoubtMs);
        QTRY_VERIFY(statesOf(asked.message).contains(MessageState::Uncertain));
        const MessageId again = chargeAgain(asked);
        advance(kMinuteMs);
        QTRY_VERIFY(statesOf(again).contains(MessageState::Submitted));
        QVERIFY(hasCodeMessage());
        hear(asked.message, u"delivered"_s);
        QCOMPARE(apply(wire::CancelCharge{asked.charge}).status, wire::OutcomeStatus::Accepted);
        advance(kMinuteMs);
        QTRY_COMPARE(accepted(ContentType::PixStatus).size(), 1);
        QTRY_COMPARE(askedTo(kRosaNumber).last().reference, asked.message.text());
        QCOMPARE(askedTo(kRosaNumber).last().text, asked.cancelledText);
    }

    void whatHasNotLeftAndIsCancelledStays()
    {
        m_graph->script(kRosaNumber, {ScriptedGraph::refusal(130429)}); // later
        const wire::ChargePix asked = charge();
        QTRY_COMPARE(askedTo(kRosaNumber).size(), 1);
        settle();
        const MessageId message = asked.message;
        QVERIFY(!statesOf(message).contains(MessageState::Submitted));
        QCOMPARE(apply(wire::CancelCharge{asked.charge}).status, wire::OutcomeStatus::Accepted);
        QVERIFY(accepted(ContentType::PixStatus).isEmpty());
        advance(kMinuteMs);
        QTRY_VERIFY(statesOf(message).contains(MessageState::Failed)); // it does not leave any more
        QVERIFY(accepted(ContentType::PixStatus).isEmpty());
    }

    // It is a courtesy: no queue stops for it.
    void aRefusedEndStopsNobody()
    {
        const wire::ChargePix asked = charge();
        QTRY_VERIFY(statesOf(asked.message).contains(MessageState::Submitted));
        m_graph->script(kRosaNumber, {ScriptedGraph::refusal(131042)}); // which stops the queue for anything else
        QCOMPARE(apply(wire::CancelCharge{asked.charge}).status, wire::OutcomeStatus::Accepted);
        advance(kMinuteMs);
        QTRY_VERIFY(!accepted(ContentType::PixStatus).isEmpty());
        const MessageId end = accepted(ContentType::PixStatus).last().subject.message.value_or(MessageId());
        QTRY_VERIFY(statesOf(end).contains(MessageState::Failed));
        QVERIFY(this->told<wire::QueuePaused>().isEmpty());
    }

    void whoNeverGotTheOrderIsToldNothing_data()
    {
        QTest::addColumn<int>("code");
        QTest::newRow("it went as words and code") << 2040;
        QTest::newRow("it did not go at all") << 131047;
    }
    void whoNeverGotTheOrderIsToldNothing()
    {
        QFETCH(const int, code);
        m_graph->script(kRosaNumber, {ScriptedGraph::refusal(code)});
        const wire::ChargePix asked = charge();
        QTRY_VERIFY(statesOf(asked.message).size() > 0);
        advance(kMinuteMs);
        settle();
        QCOMPARE(apply(wire::CancelCharge{asked.charge}).status, wire::OutcomeStatus::Accepted);
        QVERIFY(accepted(ContentType::PixStatus).isEmpty());
    }

    void nobodyIsToldAfterTheWindowHasClosed()
    {
        const wire::ChargePix asked = charge();
        QTRY_VERIFY(statesOf(asked.message).contains(MessageState::Submitted));
        m_relay->clock.advanceMs(25 * kHourMs);
        QCOMPARE(apply(wire::CancelCharge{asked.charge}).status, wire::OutcomeStatus::Accepted);
        QVERIFY(accepted(ContentType::PixStatus).isEmpty());
    }

    void anotherRefusalIsARefusal()
    {
        m_graph->script(kRosaNumber, {ScriptedGraph::refusal(131047)});
        const wire::ChargePix asked = charge();
        QTRY_VERIFY(statesOf(asked.message).contains(MessageState::Failed));
        settle();
        QCOMPARE(askedTo(kRosaNumber).size(), 1);
    }

    void init()
    {
        m_payments = true;
        start();
        sayWhoReceives();
    }
    void cleanup() { stop(); }

private:
    QList<ScriptedGraph::Asked> askedTo(const QString &to) { return m_graph->askedTo(to); }
    bool hasCodeMessage() { return !accepted(ContentType::PixCode).isEmpty(); }
};

BALCAO_TEST(tst_orders)
#include "tst_orders.moc"
