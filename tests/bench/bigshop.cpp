// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "bigshop.h"

#include "core/clock.h"

#include <QtEndian>

namespace balcao::test {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 kDays = 400;
const QString &channel()
{
    static const QString id = u"106540352242922"_s;
    return id;
}

quint64 mixed(quint64 x)
{
    // splitmix64: one number in, one that looks like chance out.
    x += 0x9e3779b97f4a7c15ULL;
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9ULL;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebULL;
    return x ^ (x >> 31);
}

/// Spread over the key space as real UUIDs are.
template <class AnId>
AnId idOf(quint64 kind, qint64 index)
{
    const quint64 seed = kind << 48 | static_cast<quint64>(index);
    QByteArray bytes(16, '\0');
    qToBigEndian(mixed(seed), bytes.data());
    qToBigEndian(mixed(seed ^ 0x5555'0000'0000'0000ULL), bytes.data() + 8);
    bytes[6] = static_cast<char>((bytes[6] & 0x0f) | 0x40);
    bytes[8] = static_cast<char>((bytes[8] & 0x3f) | 0x80);
    return AnId::fromBytes(bytes);
}

} // namespace

ConversationId BigShop::conversation(int index)
{
    return idOf<ConversationId>(1, index);
}

OperatorId BigShop::operatorId(int index)
{
    return idOf<OperatorId>(2, index);
}

TagId BigShop::tag(int index)
{
    return idOf<TagId>(3, index);
}

QString BigShop::phone(int index)
{
    return u"55199600%1"_s.arg(index, 5, 10, QChar(u'0'));
}

BigShop::BigShop(ShopSize size) : m_size(size), m_phrases(1867), m_at(kNow - kDays * kDayMs)
{
    const qint64 talk = qint64(size.conversations) * size.messagesEach + size.longThread;
    m_stepMs = kDays * kDayMs / (talk + size.conversations);
    m_page.log = idOf<LogId>(9, 0);
    m_page.now = kNow;
}

template <class Body>
void BigShop::add(const Body &body, const wire::Subject &subject, const wire::Actor &actor)
{
    wire::Event event;
    event.seq = ++m_seq;
    event.at = m_at;
    event.kind = Body::kKind;
    event.subject = subject;
    event.actor = actor;
    event.body = body;
    m_page.events.append(event);
}

QByteArray BigShop::nextPage()
{
    const int ending = m_size.messagesEach + 2;
    while (m_page.events.size() < kPageEvents && m_phase < ending)
        step();
    if (m_page.events.isEmpty())
        return {};
    m_page.head = m_seq;
    m_page.more = m_phase < ending;
    const QByteArray bytes = wire::toBytes(m_page);
    m_page.events.clear();
    return bytes;
}

void BigShop::step()
{
    if (m_phase == 0 && m_index == 0)
        addShop();
    if (m_phase == 0)
        addCustomer(m_index);
    else if (m_phase <= m_size.messagesEach)
        addTurn(m_index, m_phase);
    else
        addEnding(m_index);
    if (++m_index == m_size.conversations) {
        m_index = 0;
        ++m_phase;
    }
}

wire::Subject BigShop::subject(int index) const
{
    wire::Subject s;
    s.customer = idOf<CustomerId>(4, index);
    s.conversation = conversation(index);
    s.episode = idOf<EpisodeId>(5, index);
    return s;
}

void BigShop::addShop()
{
    wire::ShopChanged shop;
    shop.name = u"Armazém do Largo"_s;
    add(shop, {}, wire::Actor::system());
    const QStringList people{u"Ana"_s, u"Bruno"_s, u"Célia"_s};
    for (int i = 0; i < kOperators; ++i) {
        wire::Subject who;
        who.operatorId = operatorId(i);
        add(wire::OperatorAdded{people[i], i == 0 ? Role::Manager : Role::Attendant}, who, wire::Actor::system());
    }
    const QStringList tags{u"Encomenda"_s, u"Atacado"_s, u"Entrega"_s, u"Fiado"_s, u"Orçamento"_s, u"Fornecedor"_s};
    const QStringList colours{u"#b4531a"_s, u"#1f6f78"_s, u"#6a46a0"_s, u"#9c2d5a"_s, u"#3b5488"_s, u"#5d5548"_s};
    for (int i = 0; i < kTags; ++i) {
        wire::Subject what;
        what.tag = tag(i);
        add(wire::TagDefined{tags[i], colours[i]}, what, wire::Actor::person(operatorId(0)));
    }
}

void BigShop::addCustomer(int index)
{
    m_at += m_stepMs;
    const wire::Subject chat = subject(index);
    wire::Subject who;
    who.customer = chat.customer;
    wire::CustomerCreated created;
    created.name = m_phrases.name();
    created.identifiers.waId = phone(index);
    add(created, who, wire::Actor::system());
    add(wire::ConversationOpened{channel()}, chat, wire::Actor::system());
    if (m_phrases.bounded(10) < 3)
        add(wire::CustomerTagged{tag(m_phrases.bounded(kTags))}, chat, wire::Actor::person(operatorId(index % 3)));
}

bool BigShop::waits(int index) const
{
    return index >= m_size.conversations - qMax(10, m_size.conversations / 15);
}

void BigShop::addTurn(int index, int round)
{
    m_at += m_stepMs;
    const bool last = round == m_size.messagesEach;
    addMessage(index, last ? waits(index) : round % 2 == 1);
    // The long thread grows all the while.
    const qint64 due = qint64(m_size.longThread) * (qint64(round - 1) * m_size.conversations + index + 1) /
                       (qint64(m_size.messagesEach) * m_size.conversations);
    for (; m_longWritten < due; ++m_longWritten) {
        m_at += m_stepMs;
        if (m_longWritten % 97 == 96)
            addNote(0);
        else
            addMessage(0, m_longWritten % 3 != 1);
    }
}

void BigShop::addMessage(int index, bool inbound)
{
    wire::Subject chat = subject(index);
    chat.message = idOf<MessageId>(6, m_messages++);
    wire::Content content;
    content.text = inbound ? m_phrases.fromCustomer() : m_phrases.fromShop();
    if (m_messages == 500)
        content.text = u"A moldura da "_s + QString::fromUtf16(kRareWord) + u" ficou pronta?"_s;
    const int luck = m_phrases.bounded(40);
    if (luck == 0 && inbound) {
        content.type = ContentType::Document;
        content.media = wire::Media();
        content.media->mime = u"application/pdf"_s;
        content.media->filename = u"comprovante-%1.pdf"_s.arg(m_messages);
    } else if (luck < 3) {
        content.quote = wire::Quote{idOf<MessageId>(6, qMax<qint64>(0, m_messages - 3))};
    }
    if (!inbound) {
        wire::MessageAccepted accepted;
        accepted.channel = channel();
        accepted.content = content;
        add(accepted, chat, wire::Actor::person(operatorId(index % kOperators)));
        return;
    }
    wire::MessageReceived received;
    received.channel = channel();
    received.wamid = u"wamid.%1"_s.arg(m_messages);
    received.sortAt = m_at;
    received.content = content;
    add(received, chat, wire::Actor::customer());
}

void BigShop::addNote(int index)
{
    wire::Subject chat = subject(index);
    chat.note = idOf<NoteId>(7, m_seq);
    add(wire::NoteAdded{m_phrases.note()}, chat, wire::Actor::person(operatorId(1)));
}

void BigShop::addEnding(int index)
{
    const wire::Actor actor = wire::Actor::person(operatorId(index % kOperators));
    if (index % 10 == 3) {
        wire::ConversationAssigned assigned;
        assigned.to = operatorId(index % kOperators);
        add(assigned, subject(index), actor);
    }
    if (!waits(index))
        add(wire::ConversationRead{m_seq}, subject(index), actor);
    if (waits(index) || index == 0 || index % 5 == 0)
        return;
    if (index % 50 == 1)
        add(wire::ConversationSnoozed{kNow + (1 + index % 72) * kHourMs}, subject(index), actor);
    else
        add(wire::ConversationResolved(), subject(index), actor);
}

} // namespace balcao::test
