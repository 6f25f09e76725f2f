// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Desks that only listen: each has a long poll parked at the head of the log, takes what wakes it and polls on from
// there. In a thread of its own while it lives.
#pragma once

#include <QByteArray>

#include <atomic>
#include <thread>

namespace balcao::test {

class Pollers
{
public:
    Pollers(quint16 port, int count, QByteArray token);
    ~Pollers();
    Q_DISABLE_COPY_MOVE(Pollers)

    [[nodiscard]] qint64 answers() const { return m_answers; }
    [[nodiscard]] qint64 errors() const { return m_errors; }

private:
    void listen();
    [[nodiscard]] QByteArray pollAfter(qint64 seq) const;

    const quint16 m_port;
    const int m_count;
    const QByteArray m_token;
    std::atomic<qint64> m_answers = 0;
    std::atomic<qint64> m_errors = 0;
    std::atomic<bool> m_stopping = false;
    std::thread m_thread;
};

} // namespace balcao::test
