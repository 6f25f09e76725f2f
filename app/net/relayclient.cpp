// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "net/relayclient.h"

#include "http/qthttpclient.h"

#include <QHostAddress>

namespace balcao::net {

using namespace Qt::Literals::StringLiterals;

namespace {

/// A problem document is a line. What is longer is somebody else's, and reading it would hold up the window.
constexpr qsizetype kLongestProblem = 64 * 1024;

CallFailure unanswered(const http::HttpFailure &failure)
{
    using Kind = CallFailure::Kind;
    const Kind kind = failure.error.kind == Error::Kind::Timeout    ? Kind::Timeout
                      : failure.error.kind == Error::Kind::Rejected ? Kind::NotBalcao // more than ours ever is
                      : failure.insecure                            ? Kind::NotSecure
                                                                    : Kind::Offline;
    return {kind, {}, 0, failure.requestMayHaveArrived};
}

CallFailure refused(const http::HttpAnswer &answer)
{
    using Kind = CallFailure::Kind;
    const bool document = answer.body.size() <= kLongestProblem &&
                          answer.header("content-type").value_or(QByteArray()).startsWith("application/problem+json");
    const Problem problem = document ? wire::problemFromBytes(answer.body) : Problem();
    const int retryAfterS = answer.header("retry-after").value_or(QByteArray()).toInt();
    if (answer.status >= 500)
        return {Kind::Trouble, problem, retryAfterS, !document || problem.type != problem::kBusy};
    if (!document)
        return {Kind::NotBalcao, {}, 0};
    if (answer.status == 401)
        return {problem.type == problem::kDeskRevoked ? Kind::Revoked : Kind::Unauthorized, problem, 0, false};
    if (answer.status == 429)
        return {Kind::RateLimited, problem, retryAfterS, false};
    return {Kind::Rejected, problem, 0, false};
}

} // namespace

QUrl relayUrl(const QString &address)
{
    const QString text = address.trimmed();
    const QUrl url(text.contains("://"_L1) ? text : u"https://"_s + text, QUrl::StrictMode);
    const bool bare = url.isValid() && !url.host().isEmpty() && (url.path().isEmpty() || url.path() == "/"_L1) &&
                      !url.hasQuery() && !url.hasFragment() && url.userInfo().isEmpty();
    if (!bare)
        return {};
    const bool loopback = http::isLoopback(url.host());
    if (url.scheme() == "http"_L1 && !loopback)
        return {};
    if (url.scheme() != "http"_L1 && url.scheme() != "https"_L1)
        return {};
    if (!loopback && !QHostAddress(url.host()).isNull())
        return {};
    if (!loopback && !url.host().contains(u'.'))
        return {};
    QUrl clean;
    clean.setScheme(url.scheme());
    clean.setHost(url.host());
    clean.setPort(url.port());
    return clean;
}

RelayClient::RelayClient(http::HttpClient &http, QUrl relay, QByteArray token)
    : RelayClient(http, std::move(relay), std::move(token), Patience())
{
}

RelayClient::RelayClient(http::HttpClient &http, QUrl relay, QByteArray token, const Patience &patience)
    : m_http(http), m_relay(std::move(relay)), m_token(std::move(token)), m_patience(patience)
{
}

Call RelayClient::send(const QByteArray &method, const QString &path, const QString &query, const QByteArray &body,
                       std::chrono::milliseconds timeout, QObject *context, Raw done)
{
    http::HttpRequest request;
    request.method = method;
    request.url = m_relay;
    request.url.setPath(path);
    if (!query.isEmpty())
        request.url.setQuery(query);
    if (!m_token.isEmpty())
        request.headers.append(http::Header{"Authorization", "Bearer " + m_token});
    if (!body.isEmpty())
        request.headers.append(http::Header{"Content-Type", "application/json"});
    request.body = body;
    request.timeout = timeout;
    return m_http.send(std::move(request), context, [done = std::move(done)](const http::HttpOutcome &outcome) {
        if (const auto *failure = std::get_if<http::HttpFailure>(&outcome))
            return done(unanswered(*failure));
        const auto &answer = std::get<http::HttpAnswer>(outcome);
        if (answer.status == 200)
            return done(answer.body);
        done(refused(answer));
    });
}

template <class T>
Call RelayClient::post(const QString &path, const QByteArray &body, QObject *context, CallDone<T> done)
{
    return send("POST", path, {}, body, m_patience.call, context,
                [done = std::move(done)](const CallResult<QByteArray> &raw) {
                    if (const auto *failure = std::get_if<CallFailure>(&raw))
                        return done(*failure);
                    auto parsed = wire::fromBytes<T>(std::get<QByteArray>(raw));
                    if (!parsed)
                        return done(CallFailure{CallFailure::Kind::NotBalcao, parsed.problem(), 0});
                    done(std::move(parsed.value()));
                });
}

Call RelayClient::health(QObject *context, CallDone<wire::Health> done)
{
    return send("GET", u"/v1/health"_s, {}, {}, m_patience.call, context,
                [done = std::move(done)](const CallResult<QByteArray> &raw) {
                    if (const auto *failure = std::get_if<CallFailure>(&raw))
                        return done(*failure);
                    auto parsed = wire::fromBytes<wire::Health>(std::get<QByteArray>(raw));
                    if (!parsed)
                        return done(CallFailure{CallFailure::Kind::NotBalcao, parsed.problem(), 0});
                    done(std::move(parsed.value()));
                });
}

Call RelayClient::pair(const wire::PairRequest &request, QObject *context, CallDone<wire::PairAnswer> done)
{
    return post<wire::PairAnswer>(u"/v1/pair"_s, wire::toBytes(request), context, std::move(done));
}

Call RelayClient::events(qint64 after, int limit, int waitS, QObject *context, CallDone<QByteArray> done)
{
    const QString query = u"after=%1&limit=%2&wait=%3"_s.arg(after).arg(limit).arg(waitS);
    const std::chrono::milliseconds patience =
        waitS > 0 ? std::chrono::seconds(waitS) + m_patience.pollSlack : m_patience.page;
    return send("GET", u"/v1/events"_s, query, {}, patience, context, std::move(done));
}

Call RelayClient::commands(const QList<QByteArray> &commands, const QString &session, const QByteArray &read,
                           QObject *context, CallDone<QByteArray> done)
{
    // Put together by hand: what was stored is what is sent, byte for byte, or the relay's hash would differ.
    QByteArray body = "{\"commands\":[" + commands.join(',') + ']';
    if (!session.isEmpty())
        body += ",\"session\":\"" + session.toLatin1() + '"';
    if (!read.isEmpty())
        body += ",\"read\":" + read;
    body += '}';
    return send("POST", u"/v1/commands"_s, {}, body, m_patience.call, context, std::move(done));
}

Call RelayClient::openSession(const wire::SessionRequest &request, QObject *context, CallDone<wire::SessionAnswer> done)
{
    return post<wire::SessionAnswer>(u"/v1/sessions"_s, wire::toBytes(request), context, std::move(done));
}

Call RelayClient::setPin(const wire::PinRequest &request, QObject *context, CallDone<bool> done)
{
    return send("POST", u"/v1/pin"_s, {}, wire::toBytes(request), m_patience.call, context,
                [done = std::move(done)](const CallResult<QByteArray> &raw) {
                    if (const auto *failure = std::get_if<CallFailure>(&raw))
                        return done(*failure);
                    done(true);
                });
}

Call RelayClient::live(const wire::LiveRequest &request, QObject *context, CallDone<bool> done)
{
    return send("POST", u"/v1/live"_s, {}, wire::toBytes(request), m_patience.call, context,
                [done = std::move(done)](const CallResult<QByteArray> &raw) {
                    if (const auto *failure = std::get_if<CallFailure>(&raw))
                        return done(*failure);
                    done(true);
                });
}

} // namespace balcao::net
