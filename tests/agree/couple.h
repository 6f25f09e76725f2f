// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Two customers who were taken for one, on both sides.
#pragma once

#include "twosides.h"

#include <QTest>

namespace balcao::test {

inline const Writer kRosa{QStringLiteral("5519987654471"), {}, QStringLiteral("Rosa"), {}};
inline const Writer kJoao{QStringLiteral("5519912340000"), {}, QStringLiteral("João"), {}};
inline const QString kSecond = QStringLiteral("42");

struct Person
{
    CustomerId customer;
    ConversationId conversation;
};

/// Writes for the first time, under a chat of their own.
inline Person meet(TwoSides &both, const Writer &who, const QString &channel, const QString &text)
{
    both.text(who, channel, text);
    const wire::Subject subject = both.last<wire::MessageReceived>().subject;
    return {*subject.customer, *subject.conversation};
}

inline MessageId answer(TwoSides &both, ConversationId conversation, const QString &text,
                        std::optional<MessageId> quoted = {})
{
    wire::SendMessage send{MessageId::create(), conversation, {}, {}};
    send.content.text = text;
    if (quoted)
        send.content.quote = wire::Quote{quoted};
    both.apply(send);
    return send.message;
}

/// Rosa and João, who wrote to these channels and were taken for one. Rosa survives.
struct Couple
{
    TwoSides both;
    Person rosa;
    Person joao;

    explicit Couple(const Writer &second = kJoao, const QString &secondsChannel = kChannel)
        : rosa(meet(both, kRosa, kChannel, QStringLiteral("sou a Rosa"))),
          joao(meet(both, second, secondsChannel, QStringLiteral("sou o João")))
    {
        both.applyAsManager(wire::MergeCustomers{rosa.customer, joao.customer});
    }
    void part() { both.applyAsManager(wire::UnmergeCustomer{joao.customer}); }
    /// Where it is to go now.
    QString address(MessageId message) { return (*both.data().outgoing().find(message))->address.value; }
};

/// Both sides say the same of every conversation and message.
inline void compare(TwoSides &both)
{
    both.replay();
    QCOMPARE(both.deskConversations(), both.relayConversations());
    QCOMPARE(both.deskMessages(), both.relayMessages());
}

} // namespace balcao::test
