// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Which send may start now, for one channel: a FIFO lane for each conversation with one in flight, a
// bucket shared by the channel, a bucket for each lane (Meta's pair limit). A held head holds only its
// own lane. Pure: no timers, no I/O; the Sender asks and reports. One thread.
#pragma once

#include "core/id.h"
#include "relay/sending/tokenbucket.h"

#include <QHash>
#include <QList>

#include <deque>
#include <optional>

namespace balcao::relay {

struct Pace
{
    int perSecond = 80;           ///< Meta: 80 messages a second, in and out together
    int pairBurst = 20;           ///< well below Meta's 45 in 6 s, which borrow from the future
    double pairRefillMs = 6000.0; ///< Meta: one message every 6 s to one user
};

class SendScheduler
{
public:
    explicit SendScheduler(Pace pace = {});

    /// In the order of the log. Known ids are ignored.
    void add(MessageId message, ConversationId conversation, qint64 notBeforeMs = 0);
    [[nodiscard]] bool knows(MessageId message) const { return m_laneOf.contains(message); }

    /// Those that start now; each is in flight until finished() or held().
    QList<MessageId> takeDue(qint64 nowMs);
    /// When takeDue() may next give something; nothing while all is in flight, empty or paused.
    std::optional<qint64> nextDueMs(qint64 nowMs);

    /// Submitted, failed or incerta: out of its lane, the next may go.
    void finished(MessageId message);
    /// Goes again after `untilMs`, still first in its lane. More than an hour away is now: the clock was set back.
    void held(MessageId message, qint64 untilMs);
    /// The same, and nothing has left: what it took of the buckets comes back.
    void putBack(MessageId message, qint64 untilMs);
    /// The whole channel waits.
    void holdAll(qint64 untilMs);
    void pause() { m_paused = true; }
    void resume()
    {
        m_paused = false;
        m_holdAllUntilMs = 0;
    }

    [[nodiscard]] bool isPaused() const { return m_paused; }
    [[nodiscard]] qsizetype waiting() const { return m_laneOf.size(); }

private:
    struct Entry
    {
        MessageId message;
        qint64 notBeforeMs = 0;
    };
    struct Lane
    {
        std::deque<Entry> queue;
        bool inFlight = false;
        TokenBucket bucket;
    };

    qint64 readyAtMs(Lane &lane, qint64 nowMs) const;
    void dropIdleLanes(qint64 nowMs);

    Pace m_pace;
    TokenBucket m_bucket;
    bool m_paused = false;
    qint64 m_holdAllUntilMs = 0;
    QHash<MessageId, ConversationId> m_laneOf;
    QHash<ConversationId, Lane> m_lanes;
    QList<ConversationId> m_turns; ///< whose turn it is; a lane that sent goes to the back
};

} // namespace balcao::relay
