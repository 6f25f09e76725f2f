// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Plain HTTP/1.1 over many kept sockets to one loopback port, watched by one epoll: what a load needs and no more.
// Belongs to one thread. Aborts the run when the system refuses a socket.
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <functional>
#include <vector>

namespace balcao::test {

class Connections
{
public:
    /// `status` 0: the connection ended without an answer. It may be asked again from within.
    using Answered = std::function<void(int connection, int status, QByteArrayView body)>;

    Connections(quint16 port, int count, Answered answered);
    ~Connections();
    Q_DISABLE_COPY_MOVE(Connections)

    /// One request at a time each; a connection that has ended is made anew.
    void ask(int connection, const QByteArray &request);
    /// Reads and writes what can be, waits `timeoutMs` at most for that.
    void turn(int timeoutMs);
    /// Of those that were never asked: still held by the server.
    [[nodiscard]] int standing();

private:
    struct One
    {
        int socket = -1;
        QByteArray out;
        QByteArray in;
        bool asked = false;
    };

    void open(int index);
    void shut(int index);
    void write(int index);
    void read(int index);
    /// True: an answer was whole.
    bool answer(int index);
    void finish(int index, int status, QByteArrayView body);

    const quint16 m_port;
    const Answered m_answered;
    int m_epoll = -1;
    std::vector<One> m_all;
};

} // namespace balcao::test
