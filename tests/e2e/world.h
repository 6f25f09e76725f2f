// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Customers and their WhatsApp, the relay, two desks: the sandbox's Graph API runs in the test's process, so
// that the witness is never killed.
#pragma once

#include "deskprocess.h"
#include "support/relayprocess.h"

#include "http/qthttpclient.h"
#include "sandbox/fakebank.h"
#include "sandbox/fakegraph.h"

namespace balcao::test {

class World
{
public:
    /// All of it running, `customers` conversations begun and known to both desks; aborts otherwise.
    /// `banked`: with a bank, and a record of who receives.
    explicit World(int customers, bool banked = false);

    void fault(const QJsonObject &changes);
    /// Customer `index` writes.
    void write(int index, const QString &text);
    [[nodiscard]] ConversationId conversation(int index) const;
    /// Texts that the Graph API accepted, as often as it did.
    [[nodiscard]] QStringList sentTexts() const;
    /// What a send's row says on this desk; Pending when it has none.
    [[nodiscard]] static MessageState stateOf(const QString &text, const QList<store::ThreadRow> &messages);
    /// No webhook is waiting, both desks are where the relay is, no outbox has an open row.
    [[nodiscard]] bool isQuiet() const;
    /// Both desks end with the same number read: a status may still come between the end of the one and of the
    /// other, and what they hold can only be compared at one number. False: not within a minute.
    [[nodiscard]] bool stopDesks();

    SystemClock clock;
    sandbox::FaultBoard faults{11};
    sandbox::PhoneBook book;
    http::QtHttpClient http{{QStringLiteral("127.0.0.1")}};
    sandbox::HttpWebhookSink sink{http};
    sandbox::WebhookSender sender;
    sandbox::FakeGraph graph;
    sandbox::FakeBank bank{clock, http};
    std::unique_ptr<RelayProcess> relay;
    std::unique_ptr<DeskProcess> left;
    std::unique_ptr<DeskProcess> right;
    OperatorId ana;

private:
    void begin(int customers);
    void nameAccount();

    QRandomGenerator m_random{23};
    QList<sandbox::Contact> m_customers;
    QList<ConversationId> m_conversations;
};

} // namespace balcao::test
