// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "relay/serve/eventroutes.h"

#include "relay/serve/answers.h"
#include "relay/serve/polls.h"
#include "relay/serve/writer.h"
#include "relay/store/relaydata.h"

#include <QCoreApplication>
#include <QJsonObject>

#include <algorithm>

namespace balcao::relay {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype kBodyLimit = 256 * 1024;
constexpr qint64 kDefaultLimit = 500;
constexpr qint64 kDefaultWaitS = 25;
constexpr qint64 kLongestWaitS = 60;

/// A whole number from 0 up; `absent` when the query does not name it; nothing when it is none.
std::optional<qint64> number(const edge::Request &request, QByteArrayView key, qint64 absent)
{
    const QByteArray text = request.queryValue(key);
    if (text.isEmpty())
        return absent;
    bool isNumber = false;
    const qint64 value = text.toLongLong(&isNumber);
    return isNumber && value >= 0 ? std::optional(value) : std::nullopt;
}

Result<void> fillFrom(RelayData &data, wire::Health &health)
{
    BALCAO_TAKE(health.head, data.log().head());
    BALCAO_TAKE(const QList<ChannelRow> channels, data.shop().channels());
    for (const ChannelRow &channel : channels) {
        BALCAO_TAKE(const qint64 waiting, data.outgoing().waiting(channel.id));
        health.channels.append({channel.id, channel.label, channel.pausedCode ? u"paused"_s : u"ok"_s, waiting});
    }
    return {};
}

} // namespace

void EventRoutes::addTo(edge::HttpEdge &edge)
{
    edge.addRoute({"GET", "/v1/events", false, 0, handler(this, &EventRoutes::events)});
    edge.addRoute({"POST", "/v1/live", false, kBodyLimit, handler(this, &EventRoutes::live), m_gate.door()});
    edge.addRoute({"GET", "/v1/health", false, 0, handler(this, &EventRoutes::health)});
    edge.addRoute({"GET", "/v1/media", true, 0, handler(this, &EventRoutes::media)});
    edge.addRoute({"PUT", "/v1/media", true, kBodyLimit, handler(this, &EventRoutes::media), m_gate.door()});
}

std::optional<Poll> EventRoutes::pollOf(const edge::Request &request) const
{
    const auto after = number(request, "after", 0);
    const auto limit = number(request, "limit", kDefaultLimit);
    const auto wait = number(request, "wait", kDefaultWaitS);
    if (!after || !limit || *limit < 1 || !wait)
        return std::nullopt;
    const QByteArray log = request.queryValue("log");
    Poll poll;
    poll.after = *after;
    poll.limit = static_cast<int>(std::min(*limit, kDefaultLimit));
    poll.wait = std::chrono::seconds(std::min(*wait, kLongestWaitS));
    poll.answerAtOnce = !log.isEmpty() && log != m_with.log.text().toLatin1();
    return poll;
}

void EventRoutes::events(const edge::Request &request, const edge::Exchange &exchange)
{
    const auto desk = m_gate.admit(request, exchange);
    if (!desk)
        return;
    auto poll = pollOf(request);
    if (!poll)
        return answerProblem(exchange, 400, Problem(problem::kBadRequest, u"after, limit, wait"_s));
    poll->id = ++m_lastPoll;
    poll->desk = *desk;
    m_with.polls.park(*poll, [exchange](const Result<QByteArray> &page) {
        if (page)
            answerJson(exchange, *page);
        else if (page.error().kind == Error::Kind::Unauthorized)
            answerProblem(exchange, 401, Problem(problem::kDeskRevoked));
        else
            answerStorage(exchange);
    });
    exchange.onGone([&polls = m_with.polls, id = poll->id] { polls.drop(id); });
}

void EventRoutes::live(const edge::Request &request, const edge::Exchange &exchange)
{
    const auto desk = m_gate.admit(request, exchange);
    if (!desk)
        return;
    const auto live = wire::fromBytes<wire::LiveRequest>(request.body);
    if (!live)
        return answerProblem(exchange, 400, live.problem());
    m_with.polls.setPresence(*desk, *live);
    answerJson(exchange, "{}");
}

void EventRoutes::health(const edge::Request &request, const edge::Exchange &exchange)
{
    const QString version = QCoreApplication::applicationVersion();
    if (!DeskGate::hasToken(request))
        return answerJson(exchange, wire::canonicalJson({{u"version"_s, version}, {u"status"_s, u"ok"_s}}));
    if (!m_gate.admit(request, exchange))
        return;
    wire::Health health;
    health.version = version;
    health.log = m_with.log;
    health.now = m_with.clock.nowMs();
    health.queueDepth = m_with.writer.depth();
    if (const qint64 at = m_with.counters.lastWebhookAtMs)
        health.lastWebhookAt = at;
    m_with.polls.read([exchange, health](RelayData &data) mutable {
        if (const auto filled = fillFrom(data, health); !filled)
            return answerStorage(exchange);
        answerJson(exchange, wire::toBytes(health));
    });
}

void EventRoutes::media(const edge::Request &request, const edge::Exchange &exchange)
{
    if (m_gate.admit(request, exchange))
        answerProblem(exchange, 404, Problem(problem::kMediaUnknown));
}

} // namespace balcao::relay
