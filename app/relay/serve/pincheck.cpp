// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "relay/serve/pincheck.h"

#include "core/pin.h"
#include "relay/serve/answers.h"
#include "relay/serve/logger.h"
#include "relay/serve/polls.h"
#include "relay/serve/slowwork.h"
#include "relay/serve/writer.h"
#include "relay/store/relaydata.h"

namespace balcao::relay {

using namespace Qt::Literals::StringLiterals;

PinCheck::Step PinCheck::yes()
{
    return std::optional<Refusal>();
}

PinCheck::Step PinCheck::no(int status, QLatin1StringView code, int retryAfterS)
{
    return std::optional(Refusal{status, Problem(code), retryAfterS});
}

void PinCheck::refuse(const Refusal &refusal)
{
    answerProblem(m_exchange, refusal.status, refusal.problem, refusal.retryAfterS);
}

void PinCheck::read(std::function<Step(RelayData &)> look, std::function<void()> next)
{
    m_with.polls.read([self = shared_from_this(), look = std::move(look), next = std::move(next)](RelayData &data) {
        const Step step = look(data);
        if (!step)
            return answerStorage(self->m_exchange);
        if (*step)
            return self->refuse(**step);
        next();
    });
}

void PinCheck::slowly(std::function<void()> work)
{
    if (!m_with.slowWork.post(std::move(work)))
        answerBusy(m_exchange);
}

void PinCheck::write(std::function<Step(RelayData &)> job, std::function<void()> done)
{
    auto refused = std::make_shared<std::optional<Refusal>>();
    const bool taken = m_with.writer.post(
        [job = std::move(job), refused](RelayData &data) -> Result<void> {
            BALCAO_TAKE(*refused, job(data));
            return {};
        },
        [self = shared_from_this(), refused, done = std::move(done)](const Result<void> &committed) {
            if (!committed)
                return answerStorage(self->m_exchange);
            if (*refused)
                return self->refuse(**refused);
            done();
        });
    if (!taken)
        answerBusy(m_exchange);
}

PinCheck::Step PinCheck::lookAtOperator(RelayData &data, OperatorId id)
{
    BALCAO_TAKE(const auto found, data.operators().find(id));
    if (!found)
        return no(404, problem::kOperatorUnknown);
    if (found->disabled)
        return no(403, problem::kOperatorDisabled);
    m_operator = *found;
    BALCAO_TAKE(m_before, data.operators().verifier(id));
    return yes();
}

PinCheck::Step PinCheck::lookAtWait(RelayData &data, OperatorId id)
{
    BALCAO_TAKE(const qint64 waitMs, data.operators().waitMs(id, m_desk));
    if (waitMs == 0)
        return yes();
    return no(429, problem::kTooManyTries, static_cast<int>((waitMs + kSecondMs - 1) / kSecondMs));
}

// In the writer: whoever came first has been counted, so this one may have to wait after all.
PinCheck::Step PinCheck::countTry(RelayData &data, OperatorId id, bool right)
{
    BALCAO_TAKE(const auto wait, lookAtWait(data, id));
    if (wait)
        return wait;
    BALCAO_TAKE(const int left, data.operators().tried(id, m_desk, right));
    // The detail is a limit: how many tries are left before waiting begins.
    return right ? yes() : std::optional(Refusal{403, Problem(problem::kPinWrong, QString::number(left)), 0});
}

void PinCheck::openSession(const wire::SessionRequest &request)
{
    auto answer = std::make_shared<wire::SessionAnswer>();
    const auto look = [this, request](RelayData &data) -> Step {
        BALCAO_TAKE(const auto refusal, lookAtOperator(data, request.operatorId));
        if (!refusal && m_before.hash.isEmpty())
            return no(403, problem::kPinUnset);
        return refusal ? Step(refusal) : lookAtWait(data, request.operatorId);
    };
    const auto settle = [this, request, answer](RelayData &data, bool right) -> Step {
        BALCAO_TAKE(const auto refusal, countTry(data, request.operatorId, right));
        if (refusal)
            return refusal;
        BALCAO_TAKE(*answer, data.operators().openSession(request.operatorId, m_desk));
        return yes();
    };
    const auto self = shared_from_this();
    read(look, [self, request, settle, answer] {
        self->slowly([self, request, settle, answer] {
            const bool right = isPin(request.pin, self->m_before);
            self->write([settle, right](RelayData &data) { return settle(data, right); },
                        [self, answer] { answerJson(self->m_exchange, wire::toBytes(*answer)); });
        });
    });
}

// Who may set this PIN: its owner by the old one, a manager by a session; anyone while there is none yet. But a
// manager's first one only while no manager has any (first run): else whoever sits at a paired desk would be one.
PinCheck::Step PinCheck::lookAtRights(RelayData &data, const wire::PinRequest &request)
{
    BALCAO_TAKE(const auto refusal, lookAtOperator(data, request.operatorId));
    if (refusal)
        return refusal;
    if (!couldBePin(request.newPin, leastPin(m_operator.role)))
        return no(400, problem::kPinWeak);
    m_needsOldPin = m_operator.hasPin && request.session.isEmpty();
    if (m_needsOldPin)
        return lookAtWait(data, request.operatorId);
    if (request.session.isEmpty()) {
        BALCAO_TAKE(const bool managed, data.operators().hasManagerWithPin());
        return managed && m_operator.role == Role::Manager ? no(403, problem::kManagerNeeded) : yes();
    }
    BALCAO_TAKE(const auto by, data.operators().sessionOperator(request.session, m_desk));
    if (!by)
        return no(403, problem::kManagerNeeded);
    BALCAO_TAKE(const auto manager, data.operators().find(*by));
    if (!manager || manager->disabled || manager->role != Role::Manager)
        return no(403, problem::kManagerNeeded);
    return yes();
}

void PinCheck::setPin(const wire::PinRequest &request)
{
    const auto settle = [this, request](RelayData &data, bool right, const PinVerifier &made) -> Step {
        // A PIN that was set since the look is no longer "none yet", nor the old one.
        BALCAO_TAKE(const PinVerifier now, data.operators().verifier(request.operatorId));
        if (now.hash != m_before.hash)
            return no(403, problem::kPinWrong);
        if (m_needsOldPin) {
            BALCAO_TAKE(const auto refusal, countTry(data, request.operatorId, right));
            if (refusal)
                return refusal;
        }
        BALCAO_TRY(data.operators().setPin(request.operatorId, made));
        return yes();
    };
    const auto self = shared_from_this();
    read([this, request](RelayData &data) { return lookAtRights(data, request); },
         [self, request, settle] {
             self->slowly([self, request, settle] {
                 const bool right = !self->m_needsOldPin || isPin(request.oldPin, self->m_before);
                 const PinVerifier made = right ? pinVerifier(request.newPin) : PinVerifier();
                 self->write([settle, right, made](RelayData &data) { return settle(data, right, made); },
                             [self] { answerJson(self->m_exchange, "{}"); });
             });
         });
}

} // namespace balcao::relay
