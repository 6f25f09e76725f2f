// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Everything between the store and the relay, wired: puller, outbox, relay time. GUI thread; owned by the
// composition root, which outlives nothing of it.
#pragma once

#include "sync/outbox.h"
#include "sync/puller.h"
#include "sync/work.h"

namespace balcao::sync {

class Sync final : public QObject
{
    Q_OBJECT

public:
    Sync(store::Store &store, net::RelayClient &client, const Clock &clock, OffsetClock &relayClock,
         QRandomGenerator &random, Puller::Pace pace = {});

    void start();
    void stop();

    [[nodiscard]] Puller &puller() { return m_puller; }
    [[nodiscard]] Outbox &outbox() { return m_outbox; }
    [[nodiscard]] Work &work() { return m_work; }
    /// Who is looking at what; not kept, not repeated when lost.
    void tellViewing(std::optional<ConversationId> conversation, OperatorId by, bool typing);

private:
    net::RelayClient &m_client;
    Puller m_puller;
    Outbox m_outbox;
    Work m_work{m_outbox};
    net::Call m_live;
};

} // namespace balcao::sync
