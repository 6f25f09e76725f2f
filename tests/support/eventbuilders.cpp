// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "support/eventbuilders.h"

#include <algorithm>

namespace balcao::test {

namespace {

wire::Subject ofMessage(const Chat &chat, MessageId id)
{
    wire::Subject subject = chat.subject();
    subject.message = id;
    return subject;
}

} // namespace

wire::Subject Chat::subject() const
{
    wire::Subject s;
    s.customer = customer;
    s.conversation = conversation;
    s.episode = episode;
    return s;
}

wire::Content textContent(const QString &text)
{
    wire::Content content;
    content.text = text;
    return content;
}

wire::Event &EventLog::add(const wire::EventBody &body, const wire::Subject &subject)
{
    wire::Event event;
    event.seq = ++m_seq;
    event.at = kLogStart + m_seq * 1000;
    event.kind = wire::kindOf(body);
    event.subject = subject;
    event.body = body;
    events.append(event);
    return events.last();
}

Chat EventLog::open(const QString &name)
{
    Chat chat;
    wire::Subject who;
    who.customer = chat.customer;
    wire::CustomerCreated created;
    created.name = name;
    created.identifiers.waId = QStringLiteral("55119%1").arg(10000000 + m_seq);
    add(created, who);
    wire::ConversationOpened opened;
    opened.channel = QStringLiteral("106540352242922");
    add(opened, chat.subject());
    return chat;
}

MessageId EventLog::receive(const Chat &chat, const QString &text, qint64 sortAt)
{
    return receive(chat, textContent(text), sortAt);
}

MessageId EventLog::receive(const Chat &chat, const wire::Content &content, qint64 sortAt)
{
    wire::MessageReceived received;
    received.channel = QStringLiteral("106540352242922");
    received.wamid = QStringLiteral("wamid.%1").arg(m_seq);
    received.sortAt = sortAt == 0 ? nextAt() : sortAt;
    received.content = content;
    return message(chat, received);
}

MessageId EventLog::accept(const Chat &chat, const QString &text, std::optional<CommandId> cause)
{
    wire::MessageAccepted accepted;
    accepted.channel = QStringLiteral("106540352242922");
    accepted.content = textContent(text);
    const MessageId id = message(chat, accepted);
    events.last().cause = cause;
    return id;
}

Charged EventLog::charge(const Chat &chat, Money amount, const QString &description, std::optional<qint64> bankUntil,
                         OperatorId by)
{
    Charged made{ChargeId::create(), MessageId::create()};
    wire::Subject subject = ofMessage(chat, made.message);
    subject.charge = made.charge;
    wire::PixCharged charged;
    charged.channel = QStringLiteral("106540352242922");
    charged.kind = bankUntil ? ChargeKind::Bank : ChargeKind::Shop;
    charged.txid = QStringLiteral("txid%1").arg(m_seq);
    charged.amount = amount;
    charged.description = description;
    charged.text = QStringLiteral("Segue o Pix");
    charged.expiresAt = bankUntil;
    charged.code = bankUntil ? QString() : QStringLiteral("00020126codigo%1").arg(m_seq);
    add(charged, subject).actor = by.isNull() ? wire::Actor() : wire::Actor::person(by);
    return made;
}

wire::Event &EventLog::ofCharge(const Chat &chat, ChargeId charge, const wire::EventBody &body)
{
    wire::Subject subject = chat.subject();
    subject.charge = charge;
    return add(body, subject);
}

void EventLog::issue(const Chat &chat, ChargeId charge, qint64 until)
{
    const wire::PixIssued issued{QStringLiteral("00020126banco%1").arg(m_seq), QStringLiteral("chave"), until};
    ofCharge(chat, charge, issued);
}

void EventLog::pay(const Chat &chat, ChargeId charge, Money amount, const QList<wire::PixReturn> &returns)
{
    wire::PixPaid paid;
    paid.payments = {
        {QStringLiteral("E00000000%1").arg(m_seq), amount, nextAt(), QStringLiteral("MARLENE S"), returns}};
    ofCharge(chat, charge, paid);
}

MessageId EventLog::sendCode(const Chat &chat, ChargeId charge)
{
    wire::MessageAccepted accepted;
    accepted.channel = QStringLiteral("106540352242922");
    accepted.content.type = ContentType::PixCode;
    accepted.content.charge = charge;
    return message(chat, accepted);
}

void EventLog::status(const Chat &chat, MessageId id, MessageState state, std::optional<wire::SendError> error)
{
    wire::MessageStatus status;
    status.state = state;
    status.statusAt = nextAt();
    status.error = std::move(error);
    add(status, ofMessage(chat, id));
}

void EventLog::priced(const Chat &chat, MessageId id, const QString &type, MessageState state, const QString &category)
{
    wire::MessageStatus status;
    status.state = state;
    status.statusAt = nextAt();
    status.pricing = wire::Pricing{category, type};
    add(status, ofMessage(chat, id));
}

void EventLog::dismiss(const Chat &chat, MessageId id, OperatorId by, bool dismissed)
{
    add(wire::MessageDismissed{dismissed}, ofMessage(chat, id)).actor = wire::Actor::person(by);
}

QByteArray EventLog::page(qsizetype from, qsizetype count, const std::optional<wire::RestoredFrom> &restored) const
{
    wire::EventPage page;
    page.log = log;
    page.now = now == 0 ? nextAt() : now;
    page.head = m_seq;
    page.restoredFrom = restored;
    page.events = events.mid(from, count);
    if (from > 0)
        page.start = wire::PageStart{events[from - 1].seq, events[from - 1].at};
    page.more = from + count < events.size();
    return wire::toBytes(page);
}

QByteArray EventLog::after(qint64 cursor, qsizetype limit, const std::optional<wire::RestoredFrom> &restored) const
{
    const auto first =
        std::find_if(events.cbegin(), events.cend(), [cursor](const wire::Event &event) { return event.seq > cursor; });
    return page(first - events.cbegin(), limit, restored);
}

MessageId EventLog::message(const Chat &chat, const wire::EventBody &body)
{
    const MessageId id = MessageId::create();
    add(body, ofMessage(chat, id));
    return id;
}

} // namespace balcao::test
