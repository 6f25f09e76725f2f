// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The access token: kept until shortly before it ends, asked for once however many wait, and never more often than a
// bank bears (one allows five a minute). One thread.
// Source: RFC 6749, 4.4 (client credentials).
#pragma once

#include "relay/bank/bank.h"
#include "relay/bank/banksettings.h"
#include "relay/sending/tokenbucket.h"

#include <QObject>

namespace balcao {
class Clock;
}

namespace balcao::relay {

class BankToken
{
public:
    using Done = std::function<void(const BankAnswer<QByteArray> &)>;

    /// All outlive this.
    BankToken(const BankSettings &settings, http::HttpClient &client, const Clock &clock);

    /// From inside when there is one, else from the event loop. Never Unknown: without a token nothing was asked.
    void want(Done done);
    /// The bank refused it: the next want() asks for another, unless that has happened meanwhile.
    void drop(const QByteArray &token);

private:
    void fetch();
    [[nodiscard]] BankAnswer<QByteArray> read(const http::HttpOutcome &outcome);
    [[nodiscard]] BankError refused(BankError error);
    void pause(const BankError &error, qint64 forMs);
    void later(const BankError &error);
    void settle(const BankAnswer<QByteArray> &answer);

    const BankSettings &m_settings;
    http::HttpClient &m_client;
    const Clock &m_clock;
    QObject m_context;
    TokenBucket m_allowance;
    QByteArray m_token;
    qint64 m_fetchedAt = 0;
    qint64 m_goodUntil = 0;
    BankError m_refusal; ///< told again until m_pausedUntil
    qint64 m_pausedAt = 0;
    qint64 m_pausedUntil = 0;
    QList<Done> m_waiting; ///< not empty: a request is under way
    std::unique_ptr<http::HttpCall> m_call;
};

} // namespace balcao::relay
