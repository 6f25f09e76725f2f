// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "sync/checkup.h"

namespace balcao::sync {

void Checkup::ask(Done done)
{
    const qint64 askedAt = m_clock.nowMs();
    m_call =
        m_client.health(this, [this, askedAt, done = std::move(done)](const net::CallResult<wire::Health> &result) {
            const net::Call handle = std::move(m_call);
            CheckupAnswer answer;
            if (const auto *health = std::get_if<wire::Health>(&result)) {
                answer.isAnswered = true;
                answer.tookMs = m_clock.nowMs() - askedAt;
                answer.version = health->version;
                answer.heardAt = health->lastWebhookAt.value_or(0);
                for (const wire::ChannelState &channel : health->channels)
                    answer.waiting.insert(channel.channel, channel.waiting);
            }
            done(answer);
        });
}

} // namespace balcao::sync
