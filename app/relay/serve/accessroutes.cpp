// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "relay/serve/accessroutes.h"

#include "relay/serve/answers.h"
#include "relay/serve/config.h"
#include "relay/serve/logger.h"
#include "relay/serve/pincheck.h"
#include "relay/serve/writer.h"
#include "relay/store/relaydata.h"

namespace balcao::relay {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype kBodyLimit = 256 * 1024;
constexpr qsizetype kPairBodyLimit = 32 * 1024; ///< anyone may send one
/// Code and nonce make the token: with a nonce that can be guessed, whoever saw the code could have it too.
constexpr qsizetype kShortestNonce = 16;

/// Nothing when the code was not accepted.
using PairOutcome = std::optional<wire::PairAnswer>;

Result<PairOutcome> pairWith(RelayData &data, const wire::PairRequest &request, const Config &config)
{
    BALCAO_TAKE(const auto paired, data.registry().pair(request.code, request.device, request.nonce));
    if (!paired)
        return PairOutcome();
    wire::PairAnswer answer;
    answer.token = paired->token;
    answer.desk = paired->desk;
    answer.shop = {config.shopName, QString::fromLatin1(config.timezone)};
    BALCAO_TAKE(const QList<Operator> operators, data.operators().all());
    for (const Operator &one : operators) {
        if (!one.disabled)
            answer.operators.append({one.id, one.name, one.role, one.hasPin});
    }
    return PairOutcome(answer);
}

} // namespace

void AccessRoutes::addTo(edge::HttpEdge &edge)
{
    edge.addRoute({"POST", "/v1/pair", false, kPairBodyLimit, handler(this, &AccessRoutes::pair)});
    edge.addRoute({"POST", "/v1/sessions", false, kBodyLimit, handler(this, &AccessRoutes::sessions), m_gate.door()});
    edge.addRoute({"POST", "/v1/pin", false, kBodyLimit, handler(this, &AccessRoutes::pin), m_gate.door()});
}

void AccessRoutes::pair(const edge::Request &request, const edge::Exchange &exchange)
{
    if (m_pairings.count(QString::fromLatin1(request.remote)) > kPairingsPerMinute)
        return answerProblem(exchange, 429, Problem(problem::kTooManyTries), 60);
    const auto wanted = wire::fromBytes<wire::PairRequest>(request.body);
    if (!wanted)
        return answerProblem(exchange, 400, wanted.problem());
    if (wanted->nonce.size() < kShortestNonce)
        return answerProblem(exchange, 400, Problem(problem::kBadRequest, u"nonce: shorter than 16 characters"_s));
    auto outcome = std::make_shared<PairOutcome>();
    const bool taken = m_with.writer.post(
        [this, wanted = *wanted, outcome](RelayData &data) -> Result<void> {
            BALCAO_TAKE(*outcome, pairWith(data, wanted, m_with.config));
            return {};
        },
        [this, exchange, outcome](const Result<void> &committed) {
            if (!committed)
                return answerStorage(exchange);
            if (!*outcome)
                return answerProblem(exchange, 403, Problem(problem::kCodeWrong));
            m_with.logger.info("paired"_L1, {{"desk"_L1, (*outcome)->desk}});
            // The token must open the door before its desk has it.
            refreshTokens(m_with, [exchange, outcome] { answerJson(exchange, wire::toBytes(**outcome)); });
        });
    if (!taken)
        answerBusy(exchange);
}

void AccessRoutes::sessions(const edge::Request &request, const edge::Exchange &exchange)
{
    const auto desk = m_gate.admit(request, exchange);
    if (!desk)
        return;
    const auto wanted = wire::fromBytes<wire::SessionRequest>(request.body);
    if (!wanted)
        return answerProblem(exchange, 400, wanted.problem());
    std::make_shared<PinCheck>(m_with, *desk, exchange)->openSession(*wanted);
}

void AccessRoutes::pin(const edge::Request &request, const edge::Exchange &exchange)
{
    const auto desk = m_gate.admit(request, exchange);
    if (!desk)
        return;
    const auto wanted = wire::fromBytes<wire::PinRequest>(request.body);
    if (!wanted)
        return answerProblem(exchange, 400, wanted.problem());
    std::make_shared<PinCheck>(m_with, *desk, exchange)->setPin(*wanted);
}

} // namespace balcao::relay
