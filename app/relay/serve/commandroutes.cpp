// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "relay/serve/commandroutes.h"

#include "relay/commands/commands.h"
#include "relay/serve/answers.h"
#include "relay/serve/logger.h"
#include "relay/serve/writer.h"
#include "sql/transaction.h"

#include <algorithm>
#include <memory>

namespace balcao::relay {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype kBodyLimit = 256 * 1024;

/// The disk, or a file that is not what it was: no other command will do better.
bool concernsAll(const Error &error)
{
    return error.kind == Error::Kind::Storage || error.kind == Error::Kind::Corrupt ||
           error.kind == Error::Kind::Timeout;
}

// A command that trips over a mistake of ours is refused alone, and for good: asked again it would only stop
// those behind it.
Result<wire::Outcome> applyAlone(RelayData &data, const QJsonObject &json, DeskId desk,
                                 std::optional<OperatorId> session, Logger &logger)
{
    {
        BALCAO_TAKE(auto part, sql::Savepoint::begin(data.connection()));
        auto outcome = Commands::apply(data, json, desk, session);
        if (outcome) {
            BALCAO_TRY(part.commit());
            return outcome;
        }
        if (concernsAll(outcome.error()))
            return outcome;
        logger.warn("command-not-applied"_L1, outcome.error(), {{"desk"_L1, desk}});
    }
    return Commands::refuse(data, json, Problem(problem::kInternal));
}

/// What of a batch was judged; otherwise why none of it was.
struct Applied
{
    wire::OutcomeBatch outcomes;
    bool isRevoked = false; ///< the desk, since its commands were let in or by one of them
    bool isOfOtherLog = false;
};

/// What the desk has read is not what this log has there.
Result<bool> isElsewhere(RelayData &data, const std::optional<wire::LogPlace> &read)
{
    if (!read)
        return false;
    BALCAO_TAKE(const LogId log, data.log().id());
    if (read->log != log)
        return true;
    if (read->seq == 0 || read->at == 0)
        return false;
    BALCAO_TAKE(const std::optional<wire::PageStart> there, data.log().startOf(read->seq));
    return !there || there->at != read->at;
}

Result<Applied> applyAll(RelayData &data, const wire::CommandBatch &batch, DeskId desk, Logger &logger)
{
    Applied applied;
    BALCAO_TAKE(applied.isOfOtherLog, isElsewhere(data, batch.read));
    if (applied.isOfOtherLog)
        return applied;
    BALCAO_TAKE(const auto session, data.operators().sessionOperator(batch.session, desk));
    for (const QJsonObject &json : batch.commands) {
        BALCAO_TAKE(applied.isRevoked, data.registry().isRevoked(desk));
        if (applied.isRevoked)
            return applied;
        BALCAO_TAKE(auto outcome, applyAlone(data, json, desk, session, logger));
        applied.outcomes.outcomes.append(std::move(outcome));
    }
    return applied;
}

bool revokesDesks(const wire::CommandBatch &batch)
{
    return std::ranges::any_of(batch.commands, [](const QJsonObject &command) {
        return command.value("kind"_L1).toString() == wire::RevokeDesk::kKind;
    });
}

} // namespace

void CommandRoutes::addTo(edge::HttpEdge &edge)
{
    edge.addRoute({"POST", "/v1/commands", false, kBodyLimit, handler(this, &CommandRoutes::commands), m_gate.door()});
}

void CommandRoutes::commands(const edge::Request &request, const edge::Exchange &exchange)
{
    const auto desk = m_gate.admit(request, exchange);
    if (!desk)
        return;
    const auto batch = wire::fromBytes<wire::CommandBatch>(request.body);
    if (!batch)
        return answerProblem(exchange, 400, batch.problem());
    if (batch->commands.size() > kMostCommands)
        return answerProblem(exchange, 400, Problem(problem::kBadRequest, u"commands: more than 100"_s));
    auto outcomes = std::make_shared<Applied>();
    const bool taken = m_with.writer.post(
        [batch = *batch, desk = *desk, outcomes, &logger = m_with.logger](RelayData &data) -> Result<void> {
            BALCAO_TAKE(*outcomes, applyAll(data, batch, desk, logger));
            return {};
        },
        [this, exchange, batch = *batch, outcomes](const Result<void> &committed) {
            if (!committed)
                return answerStorage(exchange);
            if (outcomes->isOfOtherLog)
                answerProblem(exchange, 409, Problem(problem::kLogChanged));
            else if (!outcomes->isRevoked)
                answer(exchange, batch, outcomes->outcomes);
            else
                refreshTokens(m_with, [exchange] { answerProblem(exchange, 401, Problem(problem::kDeskRevoked)); });
        });
    if (!taken)
        answerBusy(exchange);
}

void CommandRoutes::answer(const edge::Exchange &exchange, const wire::CommandBatch &batch,
                           const wire::OutcomeBatch &outcomes)
{
    if (!revokesDesks(batch))
        return answerJson(exchange, wire::toBytes(outcomes));
    refreshTokens(m_with, [exchange, outcomes] { answerJson(exchange, wire::toBytes(outcomes)); });
}

} // namespace balcao::relay
