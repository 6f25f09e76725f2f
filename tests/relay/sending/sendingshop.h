// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// A whole relay with two channels, three customers who have written, and a Graph API that answers as the
// test wants.
#pragma once

#include "core/problem.h"
#include "scriptedgraph.h"
#include "support/testrelay.h"
#include "support/webhooks.h"

#include <QMutex>

#include <atomic>

namespace balcao::test {

inline const QString kRosaNumber = QStringLiteral("5519987654471");
inline const QString kJoaoNumber = QStringLiteral("5519987654482");
inline const QString kBystanderNumber = QStringLiteral("5519987654493");
inline const QString kOtherChannel = QStringLiteral("206540352242922");

/// Who receives.
inline const wire::PixRecord kReceiver{PixKeyType::Cnpj, QStringLiteral("11222333000181"),
                                       QStringLiteral("Padaria Aurora"), QStringLiteral("Campinas")};

inline constexpr qint64 kDoubtMs = 60 * kSecondMs;

class SendingShop
{
protected:
    void start();
    void stop();
    wire::Outcome apply(wire::CommandBody body, const QString &session = {});
    ConversationId customerWrites(const QString &waId, const QString &channel = TestRelay::kPhoneNumberId);
    MessageId send(ConversationId in, const QString &text);
    void sayWhoReceives();
    /// The shop's own, of R$ 123,45, to Rosa.
    wire::ChargePix charge();
    /// Its words once more, in the place of the first.
    MessageId chargeAgain(const wire::ChargePix &asked);
    /// A webhook says so of it, by our own id.
    void hear(MessageId message, const QString &status, int errorCode = 0);
    QString managerSession();
    void resume();
    void settle();
    void advance(qint64 ms);
    QList<MessageState> statesOf(MessageId message);
    /// The bubbles of that kind.
    QList<wire::Event> accepted(ContentType type);
    template <class Body>
    QList<Body> told();

    std::unique_ptr<ScriptedGraph> m_graph;
    std::unique_ptr<TestRelay> m_relay;
    QMutex m_gate; ///< locked: the writer waits before commit number m_gateAt
    std::atomic<int> m_commits = 0;
    std::atomic<int> m_gateAt = 0;
    std::atomic<bool> m_isAtGate = false;
    OperatorId m_ana;
    QByteArray m_token;
    ConversationId m_rosa;
    ConversationId m_joao;
    ConversationId m_bystander;
    int m_written = 0;
    ScriptedGraph::Number m_number; ///< before start(): what Meta says of it; nothing: it does not
    bool m_payments = false;        ///< before start(): charges go in WhatsApp's own form
    std::function<void(relay::Config &, const Clock &)> m_configure; ///< before start(): what else is set
};

template <class Body>
QList<Body> SendingShop::told()
{
    QList<Body> found;
    const QList<wire::Event> events = m_relay->events(m_token);
    for (const wire::Event &event : events) {
        if (const auto *body = std::get_if<Body>(&event.body))
            found.append(*body);
    }
    return found;
}

} // namespace balcao::test
