// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// A relay's log in memory: events get their number and time as they are added, and travel as the pages
// that GET /v1/events gives.
#pragma once

#include "wire/calls.h"

namespace balcao::test {

inline constexpr qint64 kLogStart = 1'795'000'000'000;

/// One chat: what the subject of its events names.
struct Chat
{
    CustomerId customer = CustomerId::create();
    ConversationId conversation = ConversationId::create();
    EpisodeId episode = EpisodeId::create();

    [[nodiscard]] wire::Subject subject() const;
};

wire::Content textContent(const QString &text);

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
    wire::Event &add(const wire::EventBody &body, const wire::Subject &subject = {});
    [[nodiscard]] qint64 head() const { return m_seq; }
    void setHead(qint64 head) { m_seq = head; }
    [[nodiscard]] qint64 nextAt() const { return kLogStart + (m_seq + 1) * 1000; }

    Chat open(const QString &name = QStringLiteral("Rosa Limeira"));
    MessageId receive(const Chat &chat, const QString &text, qint64 sortAt = 0);
    MessageId receive(const Chat &chat, const wire::Content &content, qint64 sortAt = 0);
    MessageId accept(const Chat &chat, const QString &text, std::optional<CommandId> cause = {});
    /// Of the shop's own kind, which has its code at once; `bankUntil`: of the bank's, without one yet.
    Charged charge(const Chat &chat, Money amount, const QString &description = {},
                   std::optional<qint64> bankUntil = {}, OperatorId by = {});
    /// What becomes of it.
    wire::Event &ofCharge(const Chat &chat, ChargeId charge, const wire::EventBody &body);
    void issue(const Chat &chat, ChargeId charge, qint64 until);
    void pay(const Chat &chat, ChargeId charge, Money amount, const QList<wire::PixReturn> &returns = {});
    MessageId sendCode(const Chat &chat, ChargeId charge);
    void status(const Chat &chat, MessageId id, MessageState state, std::optional<wire::SendError> error = {});
    /// A status of Meta's that carries a price.
    void priced(const Chat &chat, MessageId id, const QString &type, MessageState state = MessageState::Delivered,
                const QString &category = QStringLiteral("service"));
    void dismiss(const Chat &chat, MessageId id, OperatorId by, bool dismissed = true);

    [[nodiscard]] QByteArray page(qsizetype from, qsizetype count,
                                  const std::optional<wire::RestoredFrom> &restored = {}) const;
    /// What GET /v1/events?after=… answers.
    [[nodiscard]] QByteArray after(qint64 cursor, qsizetype limit = 1000,
                                   const std::optional<wire::RestoredFrom> &restored = {}) const;
    [[nodiscard]] QByteArray page(qsizetype from = 0) const { return page(from, events.size() - from); }

private:
    MessageId message(const Chat &chat, const wire::EventBody &body);

    qint64 m_seq = 0;
};

} // namespace balcao::test
