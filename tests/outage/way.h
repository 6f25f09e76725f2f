// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The way from a desk to its relay, on one loopback port for the whole test: sound, or broken in one of the ways in
// which networks, proxies and servers break. Lives in a thread of its own, so that what the desk's thread does is the
// desk's alone.
#pragma once

#include <QByteArray>
#include <QObject>
#include <QThread>
#include <QUrl>

#include <functional>
#include <memory>

class QTcpServer;

namespace balcao::test {

struct Break
{
    enum class Kind {
        None,
        Refused, ///< nobody listens
        Closed,  ///< taken, and closed at once
        Silent,  ///< taken, and never answered; what is open stays open
        Said,    ///< `said` is answered, whatever was asked
        Half,    ///< the relay acts; a half of its answer comes, then nothing
        Reset,   ///< the same, and the connection is cut
        Dripped, ///< the same, a byte now and then
        Changed, ///< the relay acts; its answer's body is what `change` makes of it
    };

    Kind kind = Kind::None;
    QByteArray said = {};
    std::function<QByteArray(const QByteArray &)> change = {};

    /// A whole answer of HTTP/1.1.
    static Break answer(const QByteArray &status, const QByteArray &contentType, const QByteArray &body,
                        const QByteArray &headers = {});
};

class WayServer;

class Way
{
public:
    explicit Way(quint16 relay);
    ~Way();
    Q_DISABLE_COPY_MOVE(Way)

    [[nodiscard]] QUrl url() const;
    /// From now on, also for what is open (but for Silent, whose silence is that nobody hears of it).
    void set(const Break &how);

private:
    quint16 m_port = 0;
    QThread m_thread;
    WayServer *m_server; ///< lives and dies in m_thread
};

} // namespace balcao::test
