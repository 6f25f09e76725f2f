// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "sync/sync.h"

namespace balcao::sync {

Sync::Sync(store::Store &store, net::RelayClient &client, const Clock &clock, OffsetClock &relayClock,
           QRandomGenerator &random, Puller::Pace pace)
    : m_client(client),
      m_puller(store, client, clock, relayClock, random, pace),
      m_outbox(store, client, relayClock, http::Backoff(pace.firstRetry, pace.lastRetry, random))
{
    // In this order: what a page shows is known before anything is based on it, and before the outbox goes on.
    connect(&m_puller, &Puller::seenChanged, &m_outbox, &Outbox::setSeen);
    connect(&m_puller, &Puller::stateChanged, this, [this](const ConnectionState &state) {
        if (state.kind == ConnectionState::Kind::Online)
            m_outbox.pump();
    });
    connect(&m_outbox, &Outbox::answered, &m_puller, &Puller::retryNow);
}

void Sync::start()
{
    m_puller.start();
    m_outbox.start();
}

void Sync::stop()
{
    m_puller.stop();
    m_outbox.stop();
    m_live.reset();
}

void Sync::tellViewing(std::optional<ConversationId> conversation, OperatorId by, bool typing)
{
    m_live = m_client.live({by, conversation, typing}, this, [](const net::CallResult<bool> &) {});
}

} // namespace balcao::sync
