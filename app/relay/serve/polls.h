// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The poll room's door: a thread that owns the read-only connection and the PollRoom. Every call may come
// from any thread and returns at once; answers are given in the room's thread.
#pragma once

#include "relay/serve/pollroom.h"
#include "sql/connection.h"

#include <QThread>

#include <memory>

namespace balcao::relay {

class Polls
{
public:
    using Open = std::function<Result<std::unique_ptr<sql::Connection>>()>;
    /// Reads with the room's connection.
    using ReadPage = std::function<Result<wire::EventPage>(sql::Connection &, qint64 after, int limit)>;

    Polls(const Clock &clock, ReadPage read);
    ~Polls(); ///< stop()
    Q_DISABLE_COPY_MOVE(Polls)

    /// Waits until the connection is open.
    Result<void> start(Open open, qint64 head);
    /// Answers those who wait, closes. Idempotent.
    void stop();

    void park(const Poll &poll, PollRoom::Answer answer);
    void drop(quint64 id);
    void announce(qint64 head);
    void setPresence(DeskId desk, const wire::LiveRequest &request);
    void revoke(DeskId desk);
    /// Runs `late` in the room's thread after `delay`: how a wrong token's answer is slowed down.
    void after(std::chrono::milliseconds delay, std::function<void()> late);
    /// work(Connection &) in the room's thread, for small reads that the edge may not do itself.
    void read(std::function<void(sql::Connection &)> work);
    /// Waits for the room's thread; for tests and health outside the edge.
    [[nodiscard]] PollRoom::Counts counts();

private:
    struct Room
    {
        std::unique_ptr<sql::Connection> connection;
        std::unique_ptr<PollRoom> polls;
    };
    template <class F>
    void inRoom(F &&work);

    const Clock &m_clock;
    ReadPage m_read;
    QThread m_thread;
    std::unique_ptr<QObject> m_context; ///< lives in m_thread
    Room m_room;                        ///< touched in m_thread only
};

} // namespace balcao::relay
