// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// What a person asks the shop's server: whether it answers, how soon, and what it has to say of itself. Nothing is
// changed by it. GUI thread.
#pragma once

#include "core/clock.h"
#include "net/relayclient.h"
#include "sync/checkupanswer.h"

#include <QObject>

namespace balcao::sync {

class Checkup final : public QObject
{
    Q_OBJECT

public:
    /// `clock`: never goes back.
    Checkup(net::RelayClient &client, const Clock &clock) : m_client(client), m_clock(clock) {}

    using Done = std::function<void(const CheckupAnswer &)>;
    /// `done` is called once, later; not when another is asked meanwhile.
    void ask(Done done);

private:
    net::RelayClient &m_client;
    const Clock &m_clock;
    net::Call m_call;
};

} // namespace balcao::sync
