// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// An act that needs a PIN: a session of whoever does it, then the command with it, there and then. Never queued, never
// stored; the PIN lives as long as the exchange. An answer that was lost is asked for again with the same command, so
// that it is done once. One at a time. GUI thread.
#pragma once

#include "core/clock.h"
#include "net/relayclient.h"

#include <QObject>

namespace balcao::sync {

enum class SignedOutcome {
    Done,
    PinWrong,
    NoPinYet,
    TooManyTries,
    Refused,         ///< the relay said no; see `problem`
    NeedsConnection, ///< surely nothing was done
    Unknown,         ///< it may have been done: the same again is the same act
};

struct SignedAnswer
{
    SignedOutcome outcome = SignedOutcome::Unknown;
    qint64 number = 0; ///< PinWrong: tries left, below 0 when the relay did not say; TooManyTries: ms to wait
    QString problem;   ///< code of core/problem.h
};

class SignedAct final : public QObject
{
    Q_OBJECT

public:
    using Done = std::function<void(const SignedAnswer &)>;

    SignedAct(net::RelayClient &client, const Clock &relayClock);

    /// `done` is called once, later. Whatever was under way is given up, and whoever waits for it hears Unknown.
    void perform(const wire::CommandBody &body, OperatorId by, const QString &pin, Done done);

private:
    void send(const QString &session, int tries);
    void heard(const net::CallResult<QByteArray> &result, const QString &session, int tries);
    void finish(const SignedAnswer &answer);

    net::RelayClient &m_client;
    const Clock &m_relayClock;
    net::Call m_call;
    Done m_done;
    std::optional<wire::Command> m_open; ///< sent, and not known what became of it
};

} // namespace balcao::sync
