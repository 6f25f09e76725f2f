// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "relay/commands/commands.h"

namespace balcao::relay {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Kept
{
    QByteArray hash;
    QByteArray outcome;
};

Result<std::optional<Kept>> keptOutcome(RelayData &data, CommandId id)
{
    return data.connection()
        .prepare(u"SELECT hash, outcome FROM command WHERE id = ?"_s)
        .bind(id)
        .one([](const sql::Statement &row) {
            return Kept{row.bytes(0), row.text(1).toUtf8()};
        });
}

Result<void> keep(RelayData &data, CommandId id, const QByteArray &hash, const wire::Outcome &outcome)
{
    return data.connection()
        .prepare(u"INSERT INTO command (id, hash, outcome, at) VALUES (?, ?, ?, ?)"_s)
        .bind(id)
        .bind(hash)
        .bind(QString::fromUtf8(wire::toBytes(outcome)))
        .bind(data.clock().nowMs())
        .run();
}

wire::Outcome rejected(const QString &id, const Problem &problem)
{
    wire::Outcome outcome;
    outcome.id = id;
    outcome.status = wire::OutcomeStatus::Rejected;
    outcome.problem = wire::WireProblem{problem.type, problem.detail};
    return outcome;
}

} // namespace

Result<wire::Outcome> Commands::apply(RelayData &data, const QJsonObject &json, DeskId desk,
                                      std::optional<OperatorId> sessionOperator)
{
    const auto command = wire::commandFromJson(json);
    if (!command) // without an id that can be read there is nothing to remember it by
        return rejected(json.value("id"_L1).toString().left(64), command.problem());
    const QByteArray hash = wire::bodyHash(json);
    BALCAO_TAKE(const std::optional<Kept> kept, keptOutcome(data, command->id));
    if (kept && kept->hash != hash)
        return rejected(command->id.text(), Problem(problem::kIdReused));
    if (kept) {
        auto first = wire::fromBytes<wire::Outcome>(kept->outcome);
        if (!first)
            return failure(Error::Kind::Corrupt, u"kept outcome"_s);
        first.value().repeated = true;
        return first.value();
    }
    BALCAO_TAKE(const qint64 before, data.log().head());
    Commands judge(data, *command, desk, sessionOperator);
    BALCAO_TAKE(const Verdict verdict, judge.judge());
    BALCAO_TAKE(const std::optional<qint64> first, data.log().firstCausedBy(command->id, before));
    wire::Outcome outcome;
    outcome.id = command->id.text();
    outcome.status = verdict.status;
    outcome.exists = verdict.exists;
    if (verdict.status == wire::OutcomeStatus::Rejected)
        outcome.problem = wire::WireProblem{verdict.problem.type, verdict.problem.detail};
    else
        outcome.seq = first;
    BALCAO_TRY(keep(data, command->id, hash, outcome));
    return outcome;
}

Result<wire::Outcome> Commands::refuse(RelayData &data, const QJsonObject &json, const Problem &problem)
{
    const auto command = wire::commandFromJson(json);
    if (!command)
        return rejected(json.value("id"_L1).toString().left(64), command.problem());
    const wire::Outcome outcome = rejected(command->id.text(), problem);
    BALCAO_TRY(keep(data, command->id, wire::bodyHash(json), outcome));
    return outcome;
}

Result<Commands::Verdict> Commands::judge()
{
    if (const auto *unknown = std::get_if<wire::UnknownBody>(&m_command.body))
        return handle(*unknown);
    if (m_command.expiresAt && m_data.clock().nowMs() > *m_command.expiresAt)
        return Verdict::no(problem::kExpired);
    BALCAO_TAKE(const std::optional<Verdict> refused, mayAct());
    if (refused)
        return *refused;
    BALCAO_TRY(readExpect());
    return std::visit([this](const auto &body) { return handle(body); }, m_command.body);
}

/// What a person had seen of a log that a restore has replaced is what this one still has of it; of any other, nothing.
Result<void> Commands::readExpect()
{
    if (!m_command.expect || !m_command.expect->log)
        return {};
    BALCAO_TAKE(const LogId now, m_data.log().id());
    if (*m_command.expect->log == now)
        return {};
    BALCAO_TAKE(const auto from, m_data.log().restoredFrom(m_data.clock().nowMs()));
    const bool isKnown = from && from->log == *m_command.expect->log;
    m_command.expect->seq = isKnown ? qMin(m_command.expect->seq, from->head) : 0;
    return {};
}

Result<std::optional<Commands::Verdict>> Commands::mayAct()
{
    using Refusal = std::optional<Verdict>;
    BALCAO_TAKE(const qint64 managers, m_data.operators().managers());
    // First run: a shop without a manager lets a paired desk name one, and nothing else.
    const auto *added = std::get_if<wire::AddOperator>(&m_command.body);
    if (added && added->definition.role == Role::Manager && managers == 0)
        return Refusal();
    BALCAO_TAKE(const std::optional<Operator> who, m_data.operators().find(m_command.operatorId));
    if (!who)
        return Refusal(Verdict::no(problem::kOperatorUnknown));
    if (who->disabled)
        return Refusal(Verdict::no(problem::kOperatorDisabled));
    if (!wire::isManagerKind(m_command.kind))
        return Refusal();
    if (who->role != Role::Manager || m_session != std::optional(m_command.operatorId))
        return Refusal(Verdict::no(problem::kManagerNeeded));
    return Refusal();
}

bool Commands::isStale(const LastChange &last) const
{
    return m_command.expect && last.isNewTo(*m_stamp.desk, m_command.expect->seq);
}

Result<std::optional<Conversation>> Commands::conversation(ConversationId id)
{
    return m_data.conversations().find(id);
}

Result<std::optional<CustomerId>> Commands::customer(CustomerId id)
{
    return m_data.people().standing(id);
}

/// Nobody writes about a customer who is unknown or asked to be forgotten.
Result<std::optional<Commands::Verdict>> Commands::unfit(const std::optional<CustomerId> &who)
{
    using Refusal = std::optional<Verdict>;
    if (!who)
        return Refusal(Verdict::no(problem::kCustomerUnknown));
    BALCAO_TAKE(const bool forgotten, m_data.people().isErased(*who));
    return forgotten ? Refusal(Verdict::no(problem::kErased)) : Refusal();
}

std::optional<Commands::Verdict> Commands::tooLong(QLatin1StringView field, const QString &text, qsizetype limit)
{
    if (text.size() <= limit)
        return std::nullopt;
    return Verdict::no(problem::kBadBody, u"%1: longer than %2 characters"_s.arg(field).arg(limit));
}

Result<Commands::Verdict> Commands::say(const wire::Subject &subject, wire::EventBody body)
{
    BALCAO_TRY(m_data.announce(subject, m_stamp, std::move(body)));
    return Verdict::done();
}

Result<Commands::Verdict> Commands::handle(const wire::Blank &)
{
    return Verdict::no(problem::kBadBody);
}

Result<Commands::Verdict> Commands::handle(const wire::UnknownBody &body)
{
    return body.why.isEmpty() ? Verdict::no(problem::kUnknownKind) : Verdict::no(problem::kBadBody, body.why);
}

} // namespace balcao::relay
