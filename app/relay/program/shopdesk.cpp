// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "relay/program/shopdesk.h"

#include "core/txid.h"
#include "sandbox/fakebankbook.h"

namespace balcao::relay {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 kOpenMinutes = 180;
constexpr int kMostLooks = 15; ///< of a second each, and less when something happens

} // namespace

ShopDesk::ShopDesk(http::HttpClient &http, const Clock &clock, QUrl relay, PersonOf personOf)
    : m_http(http), m_clock(clock), m_relay(std::move(relay)), m_personOf(std::move(personOf))
{
}

void ShopDesk::call(const QByteArray &method, const QString &path, const QByteArray &body, Heard heard)
{
    http::HttpRequest request;
    request.method = method;
    request.url = QUrl(m_relay.toString() + path);
    request.headers = {{"Content-Type", "application/json"}};
    if (!m_token.isEmpty())
        request.headers.append({"Authorization", "Bearer " + m_token});
    request.body = body;
    m_call = m_http.send(request, this, [heard = std::move(heard)](const http::HttpOutcome &outcome) {
        const auto *answer = std::get_if<http::HttpAnswer>(&outcome);
        heard(answer && answer->status == 200 ? answer->body : QByteArray());
    });
}

void ShopDesk::pair(const QString &code, Done done)
{
    const wire::PairRequest request{code, u"Sandbox"_s, QUuid::createUuid().toString(QUuid::WithoutBraces)};
    call("POST", u"/v1/pair"_s, wire::toBytes(request), [this, done = std::move(done)](const QByteArray &body) {
        const auto answer = wire::fromBytes<wire::PairAnswer>(body);
        if (answer) {
            m_token = answer->token.toLatin1();
            m_desk = answer->desk;
        }
        done(answer.ok());
    });
}

void ShopDesk::command(wire::CommandBody body, OperatorId by, Done done)
{
    const wire::CommandBatch batch{
        {wire::toJson(wire::makeCommand(std::move(body), by, m_clock.nowMs()))}, m_session, {}};
    call("POST", u"/v1/commands"_s, wire::toBytes(batch), [done = std::move(done)](const QByteArray &answer) {
        const auto outcomes = wire::fromBytes<wire::OutcomeBatch>(answer);
        done(outcomes && outcomes->outcomes.size() == 1 &&
             outcomes->outcomes.first().status != wire::OutcomeStatus::Rejected);
    });
}

void ShopDesk::setPin(OperatorId id, const QString &pin, Done done)
{
    call("POST", u"/v1/pin"_s, wire::toBytes(wire::PinRequest{id, pin, {}, {}}),
         [done = std::move(done)](const QByteArray &answer) { done(!answer.isEmpty()); });
}

void ShopDesk::openSession(OperatorId id, const QString &pin, Done done)
{
    call("POST", u"/v1/sessions"_s, wire::toBytes(wire::SessionRequest{id, pin}),
         [this, done = std::move(done)](const QByteArray &body) {
             const auto answer = wire::fromBytes<wire::SessionAnswer>(body);
             m_session = answer ? answer->session : QString();
             done(answer.ok());
         });
}

// The first manager needs no session; everything after goes by hers.
void ShopDesk::addStaff(Done done)
{
    const auto addBruno = [this, done](bool good) {
        if (!good)
            return done(false);
        command(wire::AddOperator{m_bruno, {u"Bruno"_s, Role::Attendant}}, m_ana,
                [this, done](bool added) { added ? setPin(m_bruno, u"1234"_s, done) : done(false); });
    };
    const auto sayWhoReceives = [this, done, addBruno](bool good) {
        const sandbox::BankAccount bank;
        good ? command(wire::ProposePixAccount{{PixKeyType::Random, bank.key, bank.name, bank.city}}, m_ana, addBruno)
             : done(false);
    };
    const auto login = [this, done, sayWhoReceives](bool good) {
        good ? openSession(m_ana, u"123456"_s, sayWhoReceives) : done(false);
    };
    command(wire::AddOperator{m_ana, {u"Ana"_s, Role::Manager}}, m_ana,
            [this, done, login](bool good) { good ? setPin(m_ana, u"123456"_s, login) : done(false); });
}

void ShopDesk::say(int person, const QString &text, const QString &quotedWamid, Done done)
{
    catchUp([this, person, text, quotedWamid, done = std::move(done)] {
        const auto conversation = m_conversations.constFind(person);
        if (conversation == m_conversations.cend())
            return done(false);
        m_readUpto.insert(person, m_cursor);
        wire::SendMessage send{MessageId::create(), *conversation, {}, {}};
        send.content.text = text;
        if (const auto quoted = m_messages.constFind(quotedWamid); quoted != m_messages.cend())
            send.content.quote = wire::Quote{*quoted};
        command(send, nextOperator(), done);
    });
}

OperatorId ShopDesk::nextOperator()
{
    return ++m_said % 3 == 0 ? m_bruno : m_ana;
}

void ShopDesk::charge(const sandbox::ScriptLine &line, Done done)
{
    catchUp([this, line, done = std::move(done)] {
        if (!m_conversations.contains(line.person))
            return done(false);
        m_readUpto.insert(line.person, m_cursor);
        wire::ChargePix charge = chargeOf(line.person, line.amount(), line.content.value("for"_L1).toString());
        charge.text = line.text;
        charge.expiresAt = m_clock.nowMs() + line.content.value("minutes"_L1).toInteger(kOpenMinutes) * kMinuteMs;
        m_charges.insert({line.person, line.index}, charge.charge);
        command(charge, nextOperator(), done);
    });
}

QString ShopDesk::txidOf(const sandbox::ScriptLine &payment) const
{
    const auto charge = m_charges.constFind({payment.person, payment.about});
    return charge == m_charges.cend() ? QString() : chargeTxidOf(*charge);
}

void ShopDesk::awaitPaid(const sandbox::ScriptLine &payment, Done done)
{
    awaitPaid(m_charges.value({payment.person, payment.about}), kMostLooks, std::move(done));
}

void ShopDesk::awaitPaid(ChargeId charge, int looks, Done done)
{
    if (m_paid.contains(charge) || looks == 0)
        return done(looks > 0);
    catchUp([this, charge, looks, done = std::move(done)] { awaitPaid(charge, looks - 1, done); }, 1);
}

void ShopDesk::doAll(QList<wire::CommandBody> commands, Done done)
{
    if (commands.isEmpty())
        return done(true);
    const wire::CommandBody first = commands.takeFirst();
    command(first, m_ana, [this, commands, done = std::move(done)](bool good) {
        if (!good)
            return done(false);
        doAll(commands, done);
    });
}

void ShopDesk::settleIn(Done done)
{
    // Days have passed by the shop's clock: her session has ended.
    openSession(m_ana, u"123456"_s, [this, done = std::move(done)](bool good) {
        if (!good)
            return done(false);
        catchUp([this, done] { doAll(habits(), done); });
    });
}

wire::ChargePix ShopDesk::chargeOf(int person, Money amount, const QString &description) const
{
    wire::ChargePix charge;
    charge.charge = ChargeId::create();
    charge.conversation = m_conversations.value(person);
    charge.message = MessageId::create();
    charge.codeMessage = MessageId::create();
    charge.kind = ChargeKind::Bank;
    charge.amount = amount;
    charge.description = description;
    return charge;
}

wire::ChargePix ShopDesk::cakeCharge() const
{
    wire::ChargePix charge = chargeOf(0, {12'345}, u"Bolo de cenoura 2 kg + 50 pães de queijo"_s);
    charge.text = u"Pix de R$ 123,45: bolo de cenoura 2 kg + 50 pães de queijo. Confira o nome da padaria antes de "
                  "pagar."_s;
    charge.expiresAt = m_clock.nowMs() + kOpenMinutes * kMinuteMs;
    return charge;
}

QList<wire::CommandBody> ShopDesk::habits() const
{
    QList<wire::CommandBody> all = reads();
    struct Tag
    {
        QString name;
        QString colour;
        QList<int> people;
    };
    const QList<Tag> tags{{u"Encomenda"_s, u"#b4531a"_s, {0, 3, 6, 9, 14, 20, 25}},
                          {u"Atacado"_s, u"#1f6f78"_s, {2, 8, 21}},
                          {u"Entrega"_s, u"#6a46a0"_s, {0, 2, 5, 12, 18, 23}},
                          {u"Fiado"_s, u"#9c2d5a"_s, {4, 15, 27, 30}}};
    for (const Tag &tag : tags) {
        const TagId id = TagId::create();
        all.append(wire::DefineTag{id, {tag.name, tag.colour}});
        for (const int person : tag.people) {
            if (m_customers.contains(person))
                all.append(wire::TagCustomer{m_customers.value(person), id});
        }
    }
    for (const auto &[title, text] :
         {std::pair(u"Bom dia"_s, u"Bom dia, {nome}! Aqui é {operador}, da {loja}. Como posso ajudar?"_s),
          std::pair(u"Endereço"_s, u"Para a entrega, confirma o endereço? É [rua e número] mesmo?"_s),
          std::pair(u"Horário"_s, u"Abrimos de segunda a sábado, das 6h às 20h, e domingo até as 13h."_s),
          std::pair(u"Pronto"_s, u"Seu pedido está pronto, {nome}. Pode vir buscar até as [hora]."_s)})
        all.append(wire::DefineReply{QuickReplyId::create(), {title, text}});
    if (m_conversations.contains(0)) {
        all.append(wire::ReadConversation{m_conversations.value(0), m_cursor});
        all.append(cakeCharge());
        all.append(wire::AssignConversation{m_conversations.value(0), m_bruno, {}});
        all.append(wire::AssignConversation{m_conversations.value(0), m_ana, u"confere o recheio antes"_s});
        all.append(
            wire::AddNote{NoteId::create(), m_conversations.value(0), u"cozinha confirmou para quinta às 16h"_s});
        all.append(wire::NoteCustomer{m_customers.value(0), u"Retira sempre pelo portão lateral.\n"
                                                            "Alérgica a amendoim: avisar a cozinha."_s});
        wire::CustomerConsented consent;
        consent.purpose = u"marketing"_s;
        consent.granted = false;
        consent.textVersion = u"1"_s;
        all.append(wire::RecordConsent{m_customers.value(0), consent});
    }
    for (const int person : {3, 5}) {
        if (m_conversations.contains(person))
            all.append(wire::AssignConversation{m_conversations.value(person), m_ana, {}});
    }
    for (const int person : {10, 11}) {
        if (m_conversations.contains(person))
            all.append(wire::SnoozeConversation{m_conversations.value(person), m_clock.nowMs() + person * kHourMs});
    }
    return all;
}

// Nobody answers what they have not read.
QList<wire::CommandBody> ShopDesk::reads() const
{
    QList<wire::CommandBody> all;
    for (auto one = m_readUpto.cbegin(); one != m_readUpto.cend(); ++one)
        all.append(wire::ReadConversation{m_conversations.value(one.key()), one.value()});
    return all;
}

void ShopDesk::catchUp(std::function<void()> then, int waitS)
{
    call("GET", u"/v1/events?wait=%1&after=%2"_s.arg(waitS).arg(m_cursor), {},
         [this, then = std::move(then)](const QByteArray &body) {
             const auto page = wire::eventPageFromBytes(body);
             if (!page)
                 return then();
             for (const wire::Event &event : page->events) {
                 learn(event);
                 m_cursor = event.seq;
             }
             page->more ? catchUp(then) : then();
         });
}

void ShopDesk::learn(const wire::Event &event)
{
    if (const auto *created = std::get_if<wire::CustomerCreated>(&event.body))
        learnPerson(event, created->identifiers);
    else if (const auto *identified = std::get_if<wire::CustomerIdentified>(&event.body))
        learnPerson(event, identified->identifiers);
    if (std::holds_alternative<wire::PixPaid>(event.body) && event.subject.charge)
        m_paid.insert(*event.subject.charge);
    if (const auto *received = std::get_if<wire::MessageReceived>(&event.body)) {
        if (event.subject.customer && event.subject.conversation && m_people.contains(*event.subject.customer))
            m_conversations.insert(m_people.value(*event.subject.customer), *event.subject.conversation);
        if (event.subject.message)
            m_messages.insert(received->wamid, *event.subject.message);
    } else if (const auto *status = std::get_if<wire::MessageStatus>(&event.body)) {
        if (event.subject.message && !status->wamid.isEmpty())
            m_messages.insert(status->wamid, *event.subject.message);
    }
}

void ShopDesk::learnPerson(const wire::Event &event, const wire::WireIdentifiers &identifiers)
{
    if (!event.subject.customer)
        return;
    for (const QString &id : {identifiers.bsuid, identifiers.waId}) {
        const int person = id.isEmpty() ? -1 : m_personOf(id);
        if (person >= 0)
            m_people.insert(*event.subject.customer, person);
        if (person >= 0)
            m_customers.insert(person, *event.subject.customer);
    }
}

} // namespace balcao::relay
