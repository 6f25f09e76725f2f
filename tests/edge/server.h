// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// An HttpEdge with the routes that its tests ask for. Its deadlines are longer than any test; who waits for one sets it.
#pragma once

#include "edge/httpedge.h"
#include "support/rawclient.h"

#include <QMutex>
#include <QSemaphore>

#include <optional>

namespace balcao::test {

class Server
{
public:
    static constexpr qsizetype kCap = 64 * 1024;
    static constexpr std::chrono::milliseconds kSoon{500}; ///< a deadline that is waited for

    Server()
    {
        limits.headerDeadline = limits.bodyDeadline = limits.keepAliveIdle = std::chrono::minutes(5);
        limits.stopGrace = std::chrono::milliseconds(300);
        edge.addRoute({"POST", "/echo", false, kCap, [this](edge::Request request, const edge::Exchange &exchange) {
                           remember(request);
                           exchange.respond({200, "text/plain", request.body, {}});
                       }});
        edge.addRoute({"GET", "/hello", false, 0, [this](edge::Request request, const edge::Exchange &exchange) {
                           remember(request);
                           exchange.respond({200, "text/plain", "oi", {}});
                       }});
        edge.addRoute({"GET", "/files", true, 0, [this](edge::Request request, const edge::Exchange &exchange) {
                           remember(request);
                           exchange.respond({200, "text/plain", request.path, {}});
                       }});
        edge.addRoute({"GET", "/park", false, 0, [this](const edge::Request &, const edge::Exchange &exchange) {
                           const QMutexLocker lock(&m_mutex);
                           m_parked.append(exchange);
                           arrived.release();
                       }});
        edge.addRoute({"POST", "/keep", false, kCap, [this](const edge::Request &, const edge::Exchange &exchange) {
                           const QMutexLocker lock(&m_mutex);
                           m_parked.append(exchange);
                           arrived.release();
                       }});
        edge.addRoute({"POST", "/inner", false, kCap,
                       [this](edge::Request request, const edge::Exchange &exchange) {
                           remember(request);
                           const bool known = request.header("authorization") == "Bearer right";
                           exchange.respond({known ? 200 : 401, "text/plain", request.body, {}});
                       },
                       [](const edge::Request &head) { return head.header("authorization") == "Bearer right"; }});
        edge.addRoute({"GET", "/drop", false, 0, [](const edge::Request &, const edge::Exchange &) {}});
    }
    ~Server() { edge.stop(); }

    /// Aborts the test run when it cannot listen.
    void start(const QByteArray &trustedProxy = {})
    {
        if (!edge.start(QStringLiteral("127.0.0.1"), 0, limits, trustedProxy))
            qFatal("the edge does not start");
    }
    [[nodiscard]] RawClient client() const { return RawClient(edge.port()); }
    RawAnswer ask(const QByteArray &bytes) const { return RawClient(edge.port()).ask(bytes); }
    /// A good request is answered: nobody else has taken all there is.
    [[nodiscard]] bool isWell() const { return ask("GET /hello HTTP/1.1\r\nHost: a\r\n\r\n").status == 200; }

    [[nodiscard]] edge::Request last() const
    {
        const QMutexLocker lock(&m_mutex);
        return m_last;
    }
    [[nodiscard]] int handled() const
    {
        const QMutexLocker lock(&m_mutex);
        return m_handled;
    }
    QList<edge::Exchange> takeParked()
    {
        const QMutexLocker lock(&m_mutex);
        return std::exchange(m_parked, {});
    }

    edge::Limits limits;
    edge::HttpEdge edge;
    QSemaphore arrived;

private:
    void remember(const edge::Request &request)
    {
        const QMutexLocker lock(&m_mutex);
        m_last = request;
        ++m_handled;
    }

    mutable QMutex m_mutex;
    edge::Request m_last;
    QList<edge::Exchange> m_parked;
    int m_handled = 0;
};

} // namespace balcao::test
