// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "sendingshop.h"

#include <QTest>

namespace balcao::test {

using namespace Qt::Literals::StringLiterals;

void SendingShop::start()
{
    m_written = 0;
    m_gateAt = 0;
    m_isAtGate = false;
    m_graph = std::make_unique<ScriptedGraph>();
    m_graph->setNumber(m_number);
    relay::Relay::Settings settings;
    settings.beforeCommit = [this]() -> Result<void> {
        if (++m_commits == m_gateAt) {
            m_isAtGate = true;
            const QMutexLocker lock(&m_gate);
        }
        return {};
    };
    m_relay = std::make_unique<TestRelay>(std::move(settings));
    m_relay->config().graphUrl = m_graph->url();
    m_relay->config().channels.append({2, kOtherChannel, u"Encomendas"_s});
    m_relay->config().channels.first().payments = m_payments;
    if (m_configure)
        m_configure(m_relay->config(), m_relay->clock);
    m_relay->start();
    m_ana = *OperatorId::fromText(m_relay->console({u"operators"_s, u"add"_s, u"Ana"_s, u"--manager"_s}).value(0));
    m_token = m_relay->pairedDesk();
    m_rosa = customerWrites(kRosaNumber);
    m_joao = customerWrites(kJoaoNumber);
    m_bystander = customerWrites(kBystanderNumber, kOtherChannel);
}

void SendingShop::stop()
{
    m_relay.reset();
    m_graph.reset();
}

wire::Outcome SendingShop::apply(wire::CommandBody body, const QString &session)
{
    const wire::CommandBatch batch{{wire::toJson(wire::makeCommand(std::move(body), m_ana, m_relay->clock.nowMs()))},
                                   session};
    const auto answer = m_relay->post(u"/v1/commands"_s, wire::toBytes(batch), m_token);
    const auto outcomes = wire::fromBytes<wire::OutcomeBatch>(answer.body);
    return outcomes ? outcomes->outcomes.value(0) : wire::Outcome{{}, wire::OutcomeStatus::Rejected, {}, {}, {}, {}};
}

ConversationId SendingShop::customerWrites(const QString &waId, const QString &channel)
{
    TextWebhook webhook;
    webhook.wamid = u"wamid.IN%1"_s.arg(++m_written);
    webhook.waId = waId;
    webhook.name = waId;
    webhook.atMs = m_relay->clock.nowMs();
    webhook.phoneNumberId = channel;
    if (m_relay->webhook(toBytes(webhook)).status != 200)
        qFatal("a webhook was not taken");
    return *m_relay->events(m_token).last().subject.conversation;
}

MessageId SendingShop::send(ConversationId in, const QString &text)
{
    wire::SendMessage body{MessageId::create(), in, {}, {}};
    body.content.text = text;
    if (apply(body).status != wire::OutcomeStatus::Accepted)
        qFatal("a send was not accepted");
    return body.message;
}

void SendingShop::sayWhoReceives()
{
    QCOMPARE(apply(wire::ProposePixAccount{kReceiver}, managerSession()).status, wire::OutcomeStatus::Accepted);
}

wire::ChargePix SendingShop::charge()
{
    wire::ChargePix made;
    made.charge = ChargeId::create();
    made.conversation = m_rosa;
    made.message = MessageId::create();
    made.codeMessage = MessageId::create();
    made.amount = Money{12'345};
    made.text = u"Pix de R$ 123,45"_s;
    made.paidText = u"Recebemos"_s;
    made.cancelledText = u"Não pague mais"_s;
    if (apply(made).status != wire::OutcomeStatus::Accepted)
        qFatal("charge");
    return made;
}

MessageId SendingShop::chargeAgain(const wire::ChargePix &asked)
{
    wire::SendMessage again{MessageId::create(), m_rosa, {}, asked.message};
    again.content.type = ContentType::Pix;
    again.content.charge = asked.charge;
    if (apply(again).status != wire::OutcomeStatus::Accepted)
        qFatal("charge again");
    return again.message;
}

void SendingShop::hear(MessageId message, const QString &status, int errorCode)
{
    const QString error = errorCode == 0 ? QString() : u",\"errors\":[{\"code\":%1}]"_s.arg(errorCode);
    const QString body =
        uR"({"entry":[{"changes":[{"field":"messages","value":{"metadata":{"phone_number_id":"%1"},"statuses":[)"
        R"({"id":"wamid.S","status":"%2","timestamp":"1795000000","biz_opaque_callback_data":"%3"%4}]}}]}]})"_s;
    if (m_relay->webhook(body.arg(TestRelay::kPhoneNumberId, status, message.text(), error).toLatin1()).status != 200)
        qFatal("status");
}

QString SendingShop::managerSession()
{
    m_relay->console({u"operators"_s, u"pin"_s, m_ana.text()}, u"123456"_s);
    const auto opened =
        m_relay->post(u"/v1/sessions"_s, wire::toBytes(wire::SessionRequest{m_ana, u"123456"_s}), m_token);
    const auto session = wire::fromBytes<wire::SessionAnswer>(opened.body);
    return session ? session->session : QString();
}

void SendingShop::resume()
{
    QCOMPARE(apply(wire::ResumeQueue{TestRelay::kPhoneNumberId}, managerSession()).status,
             wire::OutcomeStatus::Accepted);
}

/// The sender has looked at everything that stands: twice a message of another channel has gone the whole
/// way since, and whatever could go before it did.
void SendingShop::settle()
{
    for (int i = 0; i < 2; ++i) {
        const QString opaque = send(m_bystander, u"e aí"_s).text();
        QTRY_COMPARE(m_graph->accepted(opaque), 1);
    }
}

void SendingShop::advance(qint64 ms)
{
    m_relay->clock.advanceMs(ms);
    settle();
}

QList<MessageState> SendingShop::statesOf(MessageId message)
{
    QList<MessageState> states;
    const QList<wire::Event> events = m_relay->events(m_token);
    for (const wire::Event &event : events) {
        const auto *status = std::get_if<wire::MessageStatus>(&event.body);
        if (status && event.subject.message == message)
            states.append(status->state);
    }
    return states;
}

QList<wire::Event> SendingShop::accepted(ContentType type)
{
    QList<wire::Event> found;
    const QList<wire::Event> events = m_relay->events(m_token);
    for (const wire::Event &event : events) {
        const auto *message = std::get_if<wire::MessageAccepted>(&event.body);
        if (message && message->content.type == type)
            found.append(event);
    }
    return found;
}

} // namespace balcao::test
