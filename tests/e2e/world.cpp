// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "world.h"

#include "sandbox/wamid.h"
#include "wire/calls.h"

#include <QTest>

namespace balcao::test {

using namespace Qt::Literals::StringLiterals;

namespace {

sandbox::Account account()
{
    return {u"200300400500600"_s,
            {{u"100200300400500"_s, u"551935550142"_s, u"Padaria"_s}},
            "e2e-token",
            "e2e-secret",
            u"v25.0"_s};
}

void must(bool held, const char *what)
{
    if (!held)
        qFatal("%s", what);
}

} // namespace

World::World(int customers, bool banked) : sender(account(), faults, book, sink), graph(clock, faults, book, sender)
{
    sandbox::WebhookSender::Pace pace;
    pace.firstRetry = std::chrono::milliseconds(50);
    pace.slowestRetry = std::chrono::milliseconds(400);
    sender.setPace(pace);
    graph.setPace({50, 120, 300, false, u"read"_s});
    must(graph.start().ok(), "the Graph API does not start");
    relay = std::make_unique<RelayProcess>(account(), graph.url());
    if (banked) {
        must(bank.start().ok(), "the bank does not start");
        relay->useBank("name=Banco\nbase_url=" + bank.baseUrl().toEncoded() +
                           "\ntoken_url=" + bank.tokenUrl().toEncoded() + "\n",
                       bank.book().account().clientId, bank.book().account().clientSecret);
    }
    relay->startAndWait();
    sink.setCallback(QUrl(relay->url().toString() + u"/hooks/whatsapp"_s));
    const auto operatorId =
        OperatorId::fromText(relay->console({u"operators"_s, u"add"_s, u"Ana"_s, u"--manager"_s}, "135792\n").value(0));
    must(operatorId.has_value(), "no operator");
    ana = *operatorId;
    for (auto *desk : {&left, &right}) {
        *desk = std::make_unique<DeskProcess>(relay->url(), relay->pairedDesk());
        (*desk)->start();
    }
    if (banked)
        nameAccount();
    begin(customers);
}

void World::nameAccount()
{
    const QByteArray token = relay->pairedDesk();
    const auto session = wire::fromBytes<wire::SessionAnswer>(
        relay->post(u"/v1/sessions"_s, wire::toBytes(wire::SessionRequest{ana, u"135792"_s}), token));
    must(session.ok(), "no session");
    const sandbox::BankAccount &receives = bank.book().account();
    const wire::ProposePixAccount propose{{PixKeyType::Random, receives.key, receives.name, receives.city}};
    const wire::CommandBatch batch{
        {wire::toJson(wire::makeCommand(propose, ana, clock.nowMs()))}, session->session, {}};
    const auto outcomes =
        wire::fromBytes<wire::OutcomeBatch>(relay->post(u"/v1/commands"_s, wire::toBytes(batch), token));
    must(outcomes && outcomes->outcomes.value(0).status == wire::OutcomeStatus::Accepted, "no record");
}

void World::begin(int customers)
{
    for (int i = 0; i < customers; ++i) {
        const QString waId = u"55119%1"_s.arg(60'000'000 + i);
        m_customers.append({{u"BR.%1"_s.arg(104'000 + i), {}, waId}, u"Freguês %1"_s.arg(i), {}, 0, false});
        write(i, u"bom dia %1"_s.arg(i));
    }
    must(QTest::qWaitFor([&] { return isQuiet() && left->conversations().size() == customers; }, 60'000),
         "the first messages do not arrive");
    const auto known = left->conversations();
    for (const sandbox::Contact &customer : std::as_const(m_customers))
        m_conversations.append(known.value(customer.ids.waId));
}

void World::fault(const QJsonObject &changes)
{
    const auto changed = sandbox::withChanges(faults.now(), changes);
    must(changed.ok(), "no such fault");
    faults.set(*changed);
}

void World::write(int index, const QString &text)
{
    sandbox::Message message;
    message.from = m_customers.at(index);
    message.wamid = sandbox::makeWamid(message.from.ids.waId, sandbox::Direction::Inbound, m_random);
    message.atMs = clock.nowMs();
    message.text = text;
    sender.say({message});
}

ConversationId World::conversation(int index) const
{
    return m_conversations.at(index);
}

QStringList World::sentTexts() const
{
    QStringList texts;
    for (const sandbox::SendRecord &send : graph.sends())
        texts.append(send.text);
    texts.sort();
    return texts;
}

MessageState World::stateOf(const QString &text, const QList<store::ThreadRow> &messages)
{
    for (const store::ThreadRow &row : messages) {
        if (row.outbound && row.text == text)
            return row.state;
    }
    return MessageState::Pending;
}

bool World::isQuiet() const
{
    const store::ProjectionHead a = left->head();
    return sender.pending() == 0 && left->isAllDurable() && right->isAllDurable() && left->unsettled() == 0 &&
           right->unsettled() == 0 && a.cursor == right->head().cursor && a.log == right->head().log;
}

bool World::stopDesks()
{
    constexpr int kRounds = 6;
    for (int i = 0; i < kRounds; ++i) {
        left->stop();
        right->stop();
        if (left->head().cursor == right->head().cursor)
            return true;
        left->start();
        right->start();
        if (!QTest::qWaitFor([this] { return isQuiet(); }, 10'000))
            return false;
    }
    return false;
}

} // namespace balcao::test
