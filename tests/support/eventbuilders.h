// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// A relay's log in memory: events get their number and time as they are added, and travel as the pages
// that GET /v1/events gives.
#pragma once

#include "wire/calls.h"

#include <algorithm>

namespace balcao::test {

inline constexpr qint64 kLogStart = 1'795'000'000'000;

/// One chat: what the subject of its events names.
struct Chat
{
    CustomerId customer = CustomerId::create();
    ConversationId conversation = ConversationId::create();
    EpisodeId episode = EpisodeId::create();

    [[nodiscard]] wire::Subject subject() const
    {
        wire::Subject s;
        s.customer = customer;
        s.conversation = conversation;
        s.episode = episode;
        return s;
    }
};

inline wire::Content textContent(const QString &text)
{
    wire::Content content;
    content.text = text;
    return content;
}

struct Charged
{
    ChargeId charge;
    MessageId message;
};

class EventLog
{
public:
    LogId log = LogId::create();
    QList<wire::Event> events;
    qint64 now = 0; ///< of the relay; 0: the log's own time

    /// The newest event; valid until the next add().
    template <class Body>
    wire::Event &add(const Body &body, const wire::Subject &subject = {})
    {
        wire::Event event;
        event.seq = ++m_seq;
        event.at = kLogStart + m_seq * 1000;
        event.kind = Body::kKind;
        event.subject = subject;
        event.body = body;
        events.append(event);
        return events.last();
    }
    [[nodiscard]] qint64 head() const { return m_seq; }
    void setHead(qint64 head) { m_seq = head; }
    [[nodiscard]] qint64 nextAt() const { return kLogStart + (m_seq + 1) * 1000; }

    Chat open(const QString &name = QStringLiteral("Rosa Limeira"))
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
    MessageId receive(const Chat &chat, const QString &text, qint64 sortAt = 0)
    {
        return receive(chat, textContent(text), sortAt);
    }
    MessageId receive(const Chat &chat, const wire::Content &content, qint64 sortAt = 0)
    {
        wire::MessageReceived received;
        received.channel = QStringLiteral("106540352242922");
        received.wamid = QStringLiteral("wamid.%1").arg(m_seq);
        received.sortAt = sortAt == 0 ? nextAt() : sortAt;
        received.content = content;
        return message(chat, received);
    }
    MessageId accept(const Chat &chat, const QString &text, std::optional<CommandId> cause = {})
    {
        wire::MessageAccepted accepted;
        accepted.channel = QStringLiteral("106540352242922");
        accepted.content = textContent(text);
        const MessageId id = message(chat, accepted);
        events.last().cause = cause;
        return id;
    }
    /// Of the shop's own kind, which has its code at once; `bankUntil`: of the bank's, without one yet.
    Charged charge(const Chat &chat, Money amount, const QString &description = {},
                   std::optional<qint64> bankUntil = {}, OperatorId by = {})
    {
        Charged made{ChargeId::create(), MessageId::create()};
        wire::Subject subject = chat.subject();
        subject.charge = made.charge;
        subject.message = made.message;
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
    /// What becomes of it.
    template <class Body>
    wire::Event &ofCharge(const Chat &chat, ChargeId charge, const Body &body)
    {
        wire::Subject subject = chat.subject();
        subject.charge = charge;
        return add(body, subject);
    }
    void issue(const Chat &chat, ChargeId charge, qint64 until)
    {
        const wire::PixIssued issued{QStringLiteral("00020126banco%1").arg(m_seq), QStringLiteral("chave"), until};
        ofCharge(chat, charge, issued);
    }
    void pay(const Chat &chat, ChargeId charge, Money amount, const QList<wire::PixReturn> &returns = {})
    {
        wire::PixPaid paid;
        paid.payments = {
            {QStringLiteral("E00000000%1").arg(m_seq), amount, nextAt(), QStringLiteral("MARLENE S"), returns}};
        ofCharge(chat, charge, paid);
    }
    MessageId sendCode(const Chat &chat, ChargeId charge)
    {
        wire::MessageAccepted accepted;
        accepted.channel = QStringLiteral("106540352242922");
        accepted.content.type = ContentType::PixCode;
        accepted.content.charge = charge;
        return message(chat, accepted);
    }
    void status(const Chat &chat, MessageId id, MessageState state, std::optional<wire::SendError> error = {})
    {
        wire::Subject subject = chat.subject();
        subject.message = id;
        wire::MessageStatus status;
        status.state = state;
        status.statusAt = nextAt();
        status.error = std::move(error);
        add(status, subject);
    }

    /// A status of Meta's that carries a price.
    void priced(const Chat &chat, MessageId id, const QString &type, MessageState state = MessageState::Delivered,
                const QString &category = QStringLiteral("service"))
    {
        wire::Subject subject = chat.subject();
        subject.message = id;
        wire::MessageStatus status;
        status.state = state;
        status.statusAt = nextAt();
        status.pricing = wire::Pricing{category, type};
        add(status, subject);
    }
    void dismiss(const Chat &chat, MessageId id, OperatorId by, bool dismissed = true)
    {
        wire::Subject subject = chat.subject();
        subject.message = id;
        add(wire::MessageDismissed{dismissed}, subject).actor = wire::Actor::person(by);
    }

    [[nodiscard]] QByteArray page(qsizetype from, qsizetype count,
                                  const std::optional<wire::RestoredFrom> &restored = {}) const
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
    /// What GET /v1/events?after=… answers.
    [[nodiscard]] QByteArray after(qint64 cursor, qsizetype limit = 1000,
                                   const std::optional<wire::RestoredFrom> &restored = {}) const
    {
        const auto first = std::find_if(events.cbegin(), events.cend(),
                                        [cursor](const wire::Event &event) { return event.seq > cursor; });
        return page(first - events.cbegin(), limit, restored);
    }
    [[nodiscard]] QByteArray page(qsizetype from = 0) const { return page(from, events.size() - from); }

private:
    template <class Body>
    MessageId message(const Chat &chat, const Body &body)
    {
        wire::Subject subject = chat.subject();
        subject.message = MessageId::create();
        add(body, subject);
        return *subject.message;
    }

    qint64 m_seq = 0;
};

} // namespace balcao::test
