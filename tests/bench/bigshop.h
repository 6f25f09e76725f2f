// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The log of a shop that has had many customers for more than a year, page by page as its relay would give it.
// Deterministic: ids, words and times depend on the size alone.
#pragma once

#include "phrases.h"
#include "wire/calls.h"

namespace balcao::test {

struct ShopSize
{
    int conversations = 50'000;
    int longThread = 100'000; ///< messages of the first conversation, beside its share
    int messagesEach = 2;     ///< the last one of some is a question that waits
};

class BigShop
{
public:
    static constexpr qint64 kNow = 1'795'000'000'000; ///< a Wednesday afternoon in São Paulo
    static constexpr qsizetype kPageEvents = 500;

    explicit BigShop(ShopSize size);

    /// As GET /v1/events answers; empty after the last one.
    QByteArray nextPage();

    [[nodiscard]] static ConversationId conversation(int index);
    [[nodiscard]] static ConversationId longThread() { return conversation(0); }
    [[nodiscard]] static OperatorId operatorId(int index);
    [[nodiscard]] static TagId tag(int index);
    /// E.164 without the plus; nobody's numbers.
    [[nodiscard]] static QString phone(int index);

private:
    static constexpr int kTags = 6;
    static constexpr int kOperators = 3;

    void step();
    void addShop();
    void addCustomer(int index);
    void addTurn(int index, int round);
    void addEnding(int index);
    void addMessage(int index, bool inbound);
    void addNote(int index);
    [[nodiscard]] bool waits(int index) const;
    [[nodiscard]] wire::Subject subject(int index) const;
    template <class Body>
    void add(const Body &body, const wire::Subject &subject, const wire::Actor &actor);

    ShopSize m_size;
    Phrases m_phrases;
    wire::EventPage m_page;
    qint64 m_seq = 0;
    qint64 m_at;
    qint64 m_stepMs; ///< between two events, while people talk
    qint64 m_messages = 0;
    int m_longWritten = 0;
    int m_phase = 0; ///< customers, then a round of messages each, then how they ended
    int m_index = 0;
};

} // namespace balcao::test
