// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "sync/signedact.h"

#include <QTimer>

namespace balcao::sync {

using Failure = net::CallFailure::Kind;

namespace {

constexpr int kTries = 3;
constexpr int kAgainMs = 400;

/// Of a session: nothing was asked for yet.
SignedAnswer notIn(const net::CallFailure &failure)
{
    const QString &type = failure.problem.type;
    bool said = false;
    const int left = failure.problem.detail.toInt(&said);
    if (type == problem::kPinWrong)
        return {SignedOutcome::PinWrong, said ? left : -1, type};
    if (type == problem::kTooManyTries)
        return {SignedOutcome::TooManyTries, qMax(1, failure.retryAfterS) * kSecondMs, type};
    if (type == problem::kPinUnset)
        return {SignedOutcome::NoPinYet, 0, type};
    if (failure.kind == Failure::Rejected)
        return {SignedOutcome::Refused, 0, type};
    return {SignedOutcome::NeedsConnection, 0, {}};
}

} // namespace

SignedAct::SignedAct(net::RelayClient &client, const Clock &relayClock) : m_client(client), m_relayClock(relayClock) {}

void SignedAct::perform(const wire::CommandBody &body, OperatorId by, const QString &pin, Done done)
{
    // What may have been done already is asked for under its own id; anything else is another act.
    if (!m_open || m_open->operatorId != by || m_open->body != body)
        m_open = wire::makeCommand(body, by, m_relayClock.nowMs());
    if (const Done before = std::exchange(m_done, std::move(done)))
        QMetaObject::invokeMethod(
            this,
            [before] {
                before({SignedOutcome::Unknown, 0, {}});
            },
            Qt::QueuedConnection);
    m_call = m_client.openSession({by, pin}, this, [this](const net::CallResult<wire::SessionAnswer> &answer) {
        const net::Call handle = std::move(m_call);
        if (const auto *failure = std::get_if<net::CallFailure>(&answer))
            return finish(notIn(*failure));
        send(std::get<wire::SessionAnswer>(answer).session, kTries);
    });
}

void SignedAct::send(const QString &session, int tries)
{
    const QByteArray bytes = wire::canonicalJson(wire::toJson(*m_open));
    m_call = m_client.commands({bytes}, session, {}, this,
                               [this, session, tries](const net::CallResult<QByteArray> &result) {
                                   const net::Call handle = std::move(m_call);
                                   heard(result, session, tries);
                               });
}

void SignedAct::heard(const net::CallResult<QByteArray> &result, const QString &session, int tries)
{
    if (const auto *failure = std::get_if<net::CallFailure>(&result)) {
        if (failure->kind == Failure::Rejected) {
            m_open.reset();
            return finish({SignedOutcome::Refused, 0, failure->problem.type});
        }
        if (tries > 1 && failure->kind != Failure::Revoked && failure->kind != Failure::Unauthorized) {
            const CommandId id = m_open->id;
            QTimer::singleShot(kAgainMs, this, [this, session, tries, id] {
                if (m_done && !m_call && m_open && m_open->id == id) // nothing else was begun meanwhile
                    send(session, tries - 1);
            });
            return;
        }
        return finish({SignedOutcome::Unknown, 0, {}});
    }
    const auto batch = wire::fromBytes<wire::OutcomeBatch>(std::get<QByteArray>(result));
    if (!batch || batch->outcomes.size() != 1 || batch->outcomes.first().id != m_open->id.text())
        return finish({SignedOutcome::Unknown, 0, {}});
    const wire::Outcome &outcome = batch->outcomes.first();
    m_open.reset();
    if (outcome.status == wire::OutcomeStatus::Rejected)
        return finish({SignedOutcome::Refused, 0, outcome.problem ? outcome.problem->type : QString()});
    finish({SignedOutcome::Done, 0, {}});
}

void SignedAct::finish(const SignedAnswer &answer)
{
    if (const Done done = std::exchange(m_done, {}))
        done(answer);
}

} // namespace balcao::sync
