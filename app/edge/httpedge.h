// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The HTTP/1.1 server of the relay and of the sandbox: Boost.Beast on one thread, behind plain Qt values.
// It refuses what a proxy and a server could read differently, bounds every size and every time, and
// tells a handler when its client has gone. TLS is the proxy's in front.
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <chrono>
#include <functional>
#include <memory>

namespace balcao::edge {

struct Header
{
    QByteArray name;
    QByteArray value;
};

struct Request
{
    QByteArray method;
    QByteArray path;  ///< without the query; percent-encoding as it came
    QByteArray query; ///< without the "?"
    QList<Header> headers;
    QByteArray body;
    QByteArray remote; ///< the client's address; of X-Forwarded-For only what the trusted proxy added

    /// The first of that name, any case; empty when absent.
    [[nodiscard]] QByteArray header(QByteArrayView name) const;
    /// Percent-decoded; empty when absent.
    [[nodiscard]] QByteArray queryValue(QByteArrayView key) const;
};

struct Response
{
    int status = 200;
    QByteArray contentType;
    QByteArray body; ///< shared between all who get the same one, never copied
    QList<Header> headers;
};

/// application/problem+json with one of the codes of core/problem.h.
Response problemResponse(int status, QLatin1StringView code);

class ExchangeState;

/// The way to answer one request. Copies share it; any thread; may outlive the HttpEdge. When the last
/// copy goes unanswered, the client gets a 500.
class Exchange
{
public:
    explicit Exchange(std::shared_ptr<ExchangeState> state) : m_state(std::move(state)) {}

    /// Once; later calls do nothing.
    void respond(const Response &response) const;
    /// Closes the connection without an answer: for the sandbox's faults.
    void abort() const;
    [[nodiscard]] bool isGone() const;
    /// Called on the edge's thread, once, if the client leaves before the answer; at once if it has left.
    void onGone(std::function<void()> callback) const;

private:
    std::shared_ptr<ExchangeState> m_state;
};

struct Route
{
    QByteArray method;
    QByteArray path;
    bool prefix = false; ///< also everything below `path`
    qsizetype bodyCap = 64 * 1024;
    /// On the edge's thread: must not block.
    std::function<void(Request, Exchange)> handler;
    /// Asked with the head alone. False: the body is not read; the handler, which has to refuse, gets none.
    std::function<bool(const Request &head)> door = {};
};

struct Limits
{
    int maxConnections = 2000;
    /// Connections of one client (IPv6: of one /64), and requests under way for one behind the trusted
    /// proxy, which itself is exempt. 0: no cap.
    int perAddress = 0;
    bool loopbackIsCapped = true; ///< false where a proxy that nobody named may stand in front
    /// Of all bodies that are being read or not answered yet. Over it, who has been sending longest is told
    /// to come back: they are slow or mean, while an honest webhook is here and gone.
    qsizetype bodyBytes = 48 * 1024 * 1024;
    qsizetype headerBytes = 16 * 1024;
    int maxFields = 64;
    std::chrono::milliseconds headerDeadline{15000};
    std::chrono::milliseconds bodyDeadline{15000};
    std::chrono::milliseconds writeDeadline{30000};
    std::chrono::milliseconds keepAliveIdle{60000};
    std::chrono::milliseconds stopGrace{2000}; ///< for answers under way when stop() is called
};

struct EdgeStats
{
    qint64 connections = 0; ///< open now
    qint64 accepted = 0;
    qint64 requests = 0;
    qint64 refused = 0;   ///< malformed, too large, over a cap
    qint64 bodyBytes = 0; ///< held now
};

class HttpEdge
{
public:
    HttpEdge();
    ~HttpEdge(); ///< stop()
    Q_DISABLE_COPY_MOVE(HttpEdge)

    /// Before start().
    void addRoute(Route route);
    /// Port 0: any free one. `trustedProxy`: an IP address, however it is spelt. Fails with Kind::Conflict when the
    /// address is taken, with Kind::Rejected when it is not an IP address.
    Result<void> start(const QString &address, quint16 port, const Limits &limits = {},
                       const QByteArray &trustedProxy = {});
    [[nodiscard]] quint16 port() const;
    /// Takes no more, lets answers under way go out for `stopGrace`, then 503 for the rest; joins. Idempotent.
    void stop();
    [[nodiscard]] EdgeStats stats() const;

    class Core; ///< opaque; Boost stays in httpedge.cpp

private:
    std::shared_ptr<Core> m_core;
};

} // namespace balcao::edge
