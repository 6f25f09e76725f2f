// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "support/fakerelay.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTimer>
#include <QUrlQuery>

namespace balcao::test {

using namespace Qt::Literals::StringLiterals;

namespace {

class Handle final : public http::HttpCall
{
public:
    explicit Handle(std::shared_ptr<bool> alive) : m_alive(std::move(alive)) {}

private:
    std::shared_ptr<bool> m_alive;
};

http::HttpFailure unanswered(Error::Kind kind, const QString &detail)
{
    return {failure(kind, detail), true, false};
}

} // namespace

http::HttpAnswer FakeRelay::problemAnswer(int status, QLatin1StringView code, const QByteArray &retryAfter)
{
    http::HttpAnswer answer;
    answer.status = status;
    answer.body = "{\"type\":\"" + QByteArray(code.data(), code.size()) + "\"}";
    answer.headers = {http::Header{"Content-Type", "application/problem+json"}};
    if (!retryAfter.isEmpty())
        answer.headers.append(http::Header{"Retry-After", retryAfter});
    return answer;
}

std::unique_ptr<http::HttpCall> FakeRelay::send(http::HttpRequest request, QObject *context,
                                                std::function<void(http::HttpOutcome)> done)
{
    requests.append(request);
    auto alive = std::make_shared<bool>(true);
    Waiting waiting{alive, context, std::move(done), request};
    const Fault fault = next.isEmpty() ? always : next.takeFirst();
    const bool isPoll = request.url.path() == "/v1/events"_L1;
    const QUrlQuery query(request.url);
    const bool waits = isPoll && query.queryItemValue(u"wait"_s).toInt() > 0;
    const bool nothingNew = query.queryItemValue(u"after"_s).toLongLong() == log.head();
    if (fault == Fault::None && waits && nothingNew) {
        m_parked.append(std::move(waiting));
        return std::make_unique<Handle>(alive);
    }
    std::optional<http::HttpOutcome> outcome = failed(fault);
    if (!outcome) {
        http::HttpOutcome acted = act(request);
        outcome = fault == Fault::LostAnswer ? unanswered(Error::Kind::Offline, u"cut"_s) : std::move(acted);
    }
    deliver(std::move(waiting), std::move(*outcome));
    return std::make_unique<Handle>(alive);
}

void FakeRelay::deliver(Waiting waiting, http::HttpOutcome outcome)
{
    QObject *context = waiting.context;
    QTimer::singleShot(0, context, [waiting = std::move(waiting), outcome = std::move(outcome)] {
        if (!waiting.alive.expired())
            waiting.done(outcome);
    });
}

void FakeRelay::release()
{
    const QList<Waiting> parked = std::exchange(m_parked, {});
    for (const Waiting &waiting : parked) {
        if (!waiting.alive.expired() && waiting.context)
            deliver(waiting, act(waiting.request));
    }
}

qsizetype FakeRelay::polls() const
{
    return std::count_if(requests.cbegin(), requests.cend(),
                         [](const http::HttpRequest &r) { return r.url.path() == "/v1/events"_L1; });
}

QString FakeRelay::lastQuery() const
{
    return requests.isEmpty() ? QString() : requests.last().url.query();
}

std::optional<http::HttpOutcome> FakeRelay::failed(Fault fault)
{
    http::HttpAnswer page;
    page.status = 200;
    switch (fault) {
    case Fault::None:
    case Fault::LostAnswer:
        return {};
    case Fault::NoConnection:
        return http::HttpFailure{failure(Error::Kind::Offline, u"ConnectionRefusedError"_s), false, false};
    case Fault::CertificateWrong:
        return http::HttpFailure{failure(Error::Kind::Offline, u"a certificate of nobody"_s), false, true};
    case Fault::TimedOut:
        return unanswered(Error::Kind::Timeout, u"no answer"_s);
    case Fault::Busy:
        return problemAnswer(503, problem::kBusy, "2");
    case Fault::Slower:
        return problemAnswer(429, problem::kTooManyTries, "7");
    case Fault::UnknownToken:
        return problemAnswer(401, problem::kUnauthorized);
    case Fault::RevokedDesk:
        return problemAnswer(401, problem::kDeskRevoked);
    case Fault::Garbage:
        page.body = "{\"log\":3";
        return page;
    case Fault::PortalPage:
        page.body = "<html>Bem-vindo ao Wi-Fi</html>";
        return page;
    }
    return {};
}

http::HttpOutcome FakeRelay::act(const http::HttpRequest &request)
{
    const QString path = request.url.path();
    if (path == "/v1/events"_L1)
        return eventsAnswer(request);
    if (path == "/v1/commands"_L1)
        return commandsAnswer(request);
    http::HttpAnswer answer;
    const auto [status, body] = answers.value(path, {404, "{\"type\":\"not-found\"}"});
    answer.status = status;
    answer.body = body;
    answer.headers = {http::Header{"Content-Type", status == 200 ? "application/json" : "application/problem+json"}};
    return answer;
}

http::HttpAnswer FakeRelay::eventsAnswer(const http::HttpRequest &request)
{
    const QUrlQuery query(request.url);
    auto parsed = wire::eventPageFromBytes(
        log.after(query.queryItemValue(u"after"_s).toLongLong(), query.queryItemValue(u"limit"_s).toInt(), restored));
    wire::EventPage page = std::move(parsed.value());
    if (now != 0)
        page.now = now;
    page.live.present = present;
    page.live.bankReadAt = bankReadAt;
    http::HttpAnswer answer;
    answer.status = 200;
    answer.body = wire::toBytes(page);
    return answer;
}

http::HttpAnswer FakeRelay::commandsAnswer(const http::HttpRequest &request)
{
    commandBodies.append(request.body);
    wire::OutcomeBatch batch;
    const QJsonObject sent = QJsonDocument::fromJson(request.body).object();
    const QJsonValue read = sent.value("read"_L1);
    const qint64 seq = read["seq"_L1].toInteger();
    const bool isThere = std::ranges::any_of(log.events, [&read, seq](const wire::Event &event) {
        return event.seq == seq && event.at == read["at"_L1].toInteger();
    });
    if (read.isObject() && (read["log"_L1].toString() != log.log.text() || (seq > 0 && !isThere)))
        return problemAnswer(409, problem::kLogChanged);
    const QJsonArray commands = sent.value("commands"_L1).toArray();
    for (const QJsonValue &command : commands) {
        if (judge) {
            batch.outcomes.append(judge(command.toObject()));
        } else {
            wire::Outcome accepted;
            accepted.id = command.toObject().value("id"_L1).toString();
            batch.outcomes.append(accepted);
        }
    }
    http::HttpAnswer answer;
    answer.status = 200;
    answer.body = wire::toBytes(batch);
    return answer;
}

} // namespace balcao::test
