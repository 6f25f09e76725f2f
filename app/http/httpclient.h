// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The seam to the world's HTTP servers: the relay's gateways and the desk's RelayClient speak to this,
// tests put a fake in its place. Asynchronous, single-threaded: everything happens in the thread of
// the client.
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QList>
#include <QUrl>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <variant>

class QObject;

namespace balcao::http {

struct Header
{
    QByteArray name;
    QByteArray value;
};

struct HttpRequest
{
    QByteArray method = "GET";
    QUrl url;
    QList<Header> headers;
    QByteArray body;
    std::chrono::milliseconds timeout{15000}; ///< for all of it, connecting and the whole answer included
};

struct HttpAnswer
{
    int status = 0; ///< any: 404, 500 and a redirect that nobody followed are answers too
    QByteArray body;
    QList<Header> headers;

    /// Value of the first header of that name, in any case of letters.
    [[nodiscard]] std::optional<QByteArray> header(QByteArrayView name) const;
};

/// No (whole) answer. Kinds: Offline (no connection, TLS, cut), Timeout, Rejected (by ourselves: host,
/// scheme, size). The detail holds no URL, header or body.
struct HttpFailure
{
    Error error;
    bool requestMayHaveArrived = true; ///< false only when it is certain that the server cannot act on it
    bool insecure = false;             ///< TLS did not come about: certificate, name, version
};

using HttpOutcome = std::variant<HttpAnswer, HttpFailure>;

/// A request under way. Destroying it aborts it, and nobody is called; so does the end of the context.
class HttpCall
{
public:
    HttpCall() = default;
    virtual ~HttpCall();
    Q_DISABLE_COPY_MOVE(HttpCall)
};

class HttpClient
{
public:
    HttpClient() = default;
    virtual ~HttpClient();
    Q_DISABLE_COPY_MOVE(HttpClient)

    /// Calls done exactly once, from the event loop and never from inside send(). The call may be
    /// destroyed in there.
    [[nodiscard]] virtual std::unique_ptr<HttpCall> send(HttpRequest request, QObject *context,
                                                         std::function<void(HttpOutcome)> done) = 0;
};

} // namespace balcao::http
