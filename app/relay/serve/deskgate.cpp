// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "relay/serve/deskgate.h"

#include "relay/serve/answers.h"
#include "relay/serve/logger.h"
#include "relay/serve/polls.h"
#include "relay/store/relaydata.h"

#include <algorithm>

namespace balcao::relay {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr QByteArrayView kBearer("Bearer ");
constexpr int kFreeTries = 10; ///< a minute and address, answered at once
constexpr std::chrono::milliseconds kLongestDelay = 2s;
constexpr std::chrono::milliseconds kReadAgain = 250ms;

} // namespace

bool DeskGate::hasToken(const edge::Request &request)
{
    return request.header("authorization").startsWith(kBearer);
}

std::optional<DeskTokens::Desk> DeskGate::deskOf(const edge::Request &request) const
{
    const QByteArray authorization = request.header("authorization");
    return authorization.startsWith(kBearer) ? m_with.tokens.find(authorization.sliced(kBearer.size())) : std::nullopt;
}

std::function<bool(const edge::Request &)> DeskGate::door() const
{
    return [this](const edge::Request &head) {
        const auto desk = deskOf(head);
        return desk && !desk->revoked;
    };
}

std::optional<DeskId> DeskGate::admit(const edge::Request &request, const edge::Exchange &exchange)
{
    const auto desk = deskOf(request);
    if (!desk) {
        refuse(request.remote, exchange);
        return std::nullopt;
    }
    if (desk->revoked) {
        answerProblem(exchange, 401, Problem(problem::kDeskRevoked));
        return std::nullopt;
    }
    return desk->id;
}

void DeskGate::refuse(const QByteArray &address, const edge::Exchange &exchange)
{
    const qint64 total = ++m_with.counters.wrongTokens;
    if (total == 1 || total % 100 == 0)
        m_with.logger.warn("wrong-token"_L1, {{"count"_L1, total}});
    const int extra = m_wrongTokens.count(QString::fromLatin1(address)) - kFreeTries;
    if (extra <= 0)
        return answerProblem(exchange, 401, Problem(problem::kUnauthorized));
    m_with.polls.after(std::min(kLongestDelay, extra * 50ms),
                       [exchange] { answerProblem(exchange, 401, Problem(problem::kUnauthorized)); });
}

Result<DeskTokens::ByHash> readDesks(RelayData &data)
{
    BALCAO_TAKE(const QList<DeskRow> rows, data.registry().desks());
    DeskTokens::ByHash desks;
    for (const DeskRow &row : rows)
        desks.insert(row.tokenHash, {row.id, row.revoked});
    return desks;
}

void refreshTokens(const Services &services, std::function<void()> done)
{
    services.polls.read([with = services, done = std::move(done)](RelayData &data) {
        auto desks = readDesks(data);
        if (!desks) {
            with.logger.warn("tokens-not-read"_L1, desks.error());
            return with.polls.after(kReadAgain, [with, done] { refreshTokens(with, done); });
        }
        for (const DeskId desk : with.tokens.replace(std::move(desks).value()))
            with.polls.revoke(desk);
        if (done)
            done();
    });
}

} // namespace balcao::relay
