// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The two ways in which a PIN is looked at: to open a session, and to be set. Each goes read (may it be
// tried?) -> SlowWork (PBKDF2) -> writer (does it count?), and answers the exchange at its end. An object
// is one such walk; the closures that carry it on own it.
#pragma once

#include "edge/httpedge.h"
#include "relay/serve/services.h"
#include "relay/store/operators.h"
#include "wire/calls.h"

#include <functional>
#include <memory>

namespace balcao::relay {

class PinCheck : public std::enable_shared_from_this<PinCheck>
{
public:
    PinCheck(const Services &services, DeskId desk, edge::Exchange exchange)
        : m_with(services), m_desk(desk), m_exchange(std::move(exchange))
    {
    }

    void openSession(const wire::SessionRequest &request);
    void setPin(const wire::PinRequest &request);

private:
    /// What the walk found: a refusal to answer with, or nothing.
    struct Refusal
    {
        int status = 0;
        Problem problem;
        int retryAfterS = 0;
    };
    using Step = Result<std::optional<Refusal>>;
    static Step yes();
    static Step no(int status, QLatin1StringView code, int retryAfterS = 0);

    void read(std::function<Step(RelayData &)> look, std::function<void()> next);
    void slowly(std::function<void()> work);
    void write(std::function<Step(RelayData &)> job, std::function<void()> done);
    void refuse(const Refusal &refusal);

    Step lookAtOperator(RelayData &data, OperatorId id);
    Step lookAtWait(RelayData &data, OperatorId id);
    Step lookAtRights(RelayData &data, const wire::PinRequest &request);
    Step countTry(RelayData &data, OperatorId id, bool right);

    Services m_with;
    DeskId m_desk;
    edge::Exchange m_exchange;
    Operator m_operator;
    PinVerifier m_before;
    bool m_needsOldPin = false;
};

} // namespace balcao::relay
