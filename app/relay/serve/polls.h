// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The poll room's door: a thread that owns a read-only RelayData and the PollRoom. Every call may come
// from any thread and returns at once; answers are given in the room's thread.
#pragma once

#include "relay/serve/pollroom.h"

#include <QThread>

#include <memory>

namespace balcao::relay {

class Logger;
class RelayData;

class Polls
{
public:
    using Open = std::function<Result<std::unique_ptr<RelayData>>()>;

    Polls(const Clock &clock, Logger &logger);
    ~Polls(); ///< stop()
    Q_DISABLE_COPY_MOVE(Polls)

    /// Waits until the connection is open.
    Result<void> start(Open open, qint64 head);
    /// Answers those who wait, and from now on everybody at once.
    void close();
    /// close(), and ends the thread. Idempotent.
    void stop();

    void park(const Poll &poll, PollRoom::Answer answer);
    void drop(quint64 id);
    void announce(qint64 head);
    void setPresence(DeskId desk, const wire::LiveRequest &request);
    void setBankRead(qint64 at);
    void revoke(DeskId desk);
    /// Runs `late` in the room's thread after `delay`: how a wrong token's answer is slowed down.
    void after(std::chrono::milliseconds delay, std::function<void()> late);
    /// work(RelayData &) in the room's thread, for small reads that the edge may not do itself.
    void read(std::function<void(RelayData &)> work);
    /// Waits for the room's thread; for tests and health outside the edge.
    [[nodiscard]] PollRoom::Counts counts();

private:
    struct Room
    {
        std::unique_ptr<RelayData> data;
        std::unique_ptr<PollRoom> polls;
    };
    template <class F>
    void inRoom(F &&work);

    const Clock &m_clock;
    Logger &m_logger;
    QThread m_thread;
    QObject m_context; ///< lives in m_thread; what comes before start() is dropped
    Room m_room;       ///< touched in m_thread only
};

} // namespace balcao::relay
