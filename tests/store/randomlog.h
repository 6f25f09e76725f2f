// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// A log of events of every kind from a seed: bodies at random (tests/wire/filler.h), subjects and ids in
// the bodies drawn from what the log has made before, as a relay would.
#pragma once

#include "support/eventbuilders.h"
#include "wire/filler.h"

namespace balcao::test {

class RandomLog : public EventLog
{
public:
    explicit RandomLog(quint32 seed, int size) : m_random(seed)
    {
        for (int i = 0; i < 6; ++i)
            m_chats.append(open());
        for (auto *ids : {&m_tags, &m_operators}) {
            for (int i = 0; i < 3; ++i)
                ids->append(QUuid::createUuid());
        }
        while (events.size() < size)
            addAny();
    }

private:
    void addAny()
    {
        auto wanted = m_random.bounded(static_cast<int>(wire::EventBodies::kCount));
        wire::EventBodies::any([&]<class Body>() {
            if (wanted-- != 0)
                return false;
            addOne(wire::filled<Body>(m_random));
            return true;
        });
    }

    template <class Body>
    void addOne(Body body)
    {
        if constexpr (std::is_same_v<Body, wire::ConversationOpened> || std::is_same_v<Body, wire::CustomerCreated>) {
            if (m_chats.size() < 12)
                m_chats.append(open());
        } else if constexpr (std::is_same_v<Body, wire::CustomerMerged>) {
            merge();
        } else if constexpr (!std::is_same_v<Body, wire::CustomerUnmerged>) {
            const Chat chat = pick(m_chats);
            wire::Subject subject = chat.subject();
            subject.tag = TagId(pick(m_tags));
            subject.operatorId = OperatorId(pick(m_operators));
            subject.desk = DeskId(pick(m_operators));
            subject.reply = QuickReplyId(pick(m_tags));
            if (m_random.bounded(8) == 0 && !m_merged.isEmpty())
                subject.conversation = pick(m_merged);
            fit(body, subject);
            wire::Event &event = add(body, subject);
            event.actor = wire::Actor::person(OperatorId(pick(m_operators)));
            if (m_random.bounded(2) == 0)
                event.cause = CommandId::create();
        }
    }

    template <class Body>
    void fit(Body &body, wire::Subject &subject)
    {
        if constexpr (std::is_same_v<Body, wire::MessageReceived>)
            body.sortAt = nextAt() - m_random.bounded(5000);
        if constexpr (std::is_same_v<Body, wire::MessageReparsed>)
            body.received.sortAt = nextAt() - m_random.bounded(5000);
        if constexpr (std::is_same_v<Body, wire::ConversationRead>)
            body.uptoSeq = m_random.bounded(static_cast<int>(head()) + 1);
        if constexpr (std::is_same_v<Body, wire::CustomerTagged> || std::is_same_v<Body, wire::CustomerUntagged>)
            body.tag = *subject.tag;
        if constexpr (std::is_same_v<Body, wire::ConversationAssigned>) {
            if (body.to)
                body.to = subject.operatorId;
        }
        if constexpr (std::is_same_v<Body, wire::NoteAdded>)
            subject.note = m_notes.emplaceBack(NoteId::create());
        if constexpr (std::is_same_v<Body, wire::NoteRemoved>)
            subject.note = m_notes.isEmpty() ? NoteId::create() : pick(m_notes);
        if constexpr (std::is_same_v<Body, wire::MessageReceived> || std::is_same_v<Body, wire::MessageReparsed> ||
                      std::is_same_v<Body, wire::MessageAccepted>)
            subject.message = fresh();
        else
            subject.message = promised();
        if constexpr (std::is_same_v<Body, wire::PixCharged>) {
            subject.message = fresh();
            subject.charge = m_charges.emplaceBack(ChargeId::create());
        } else {
            subject.charge = m_charges.isEmpty() ? ChargeId::create() : pick(m_charges);
        }
        if constexpr (std::is_same_v<Body, wire::MessageAccepted>) {
            if (m_random.bounded(2) == 0)
                body.content.charge = subject.charge;
        }
    }

    /// A message's id; now and then one that a status has named before.
    MessageId fresh()
    {
        if (!m_promised.isEmpty() && m_random.bounded(2) == 0)
            return m_known.emplaceBack(m_promised.takeFirst());
        return m_known.emplaceBack(MessageId::create());
    }
    MessageId promised()
    {
        if (!m_known.isEmpty() && m_random.bounded(4) != 0)
            return pick(m_known);
        if (m_promised.size() < 4)
            m_promised.append(MessageId::create());
        return pick(m_promised);
    }

    void merge()
    {
        if (m_chats.size() < 5)
            return;
        const Chat from = m_chats.takeAt(m_random.bounded(static_cast<int>(m_chats.size())));
        const Chat into = pick(m_chats);
        wire::CustomerMerged merged;
        merged.from = from.customer;
        merged.into = into.customer;
        merged.conversations = {{from.conversation, into.conversation, {}, {}, {}}};
        m_merged.append(from.conversation);
        wire::Subject subject;
        subject.customer = into.customer;
        add(merged, subject);
    }

    template <class T>
    T pick(const QList<T> &list)
    {
        return list.at(m_random.bounded(static_cast<int>(list.size())));
    }

    QRandomGenerator m_random;
    QList<Chat> m_chats;
    QList<ConversationId> m_merged;
    QList<MessageId> m_known;
    QList<MessageId> m_promised;
    QList<NoteId> m_notes;
    QList<ChargeId> m_charges;
    QList<QUuid> m_tags;
    QList<QUuid> m_operators;
};

} // namespace balcao::test
