// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Lets an operator in: the relay checks the PIN, and what it confirmed is good on this desk for 30 days
// without it. Five wrong tries, then waiting that doubles. The first manager of a new shop is named here.
// GUI thread; PBKDF2 runs on the store's writer.
#pragma once

#include "core/clock.h"
#include "net/relayclient.h"
#include "store/store.h"

#include <QObject>

namespace balcao::sync {

enum class LoginOutcome { Welcome, NoPinYet, PinWrong, TooManyTries, PinWeak, ManagerNeeded, NeedsConnection, Failed };

class Login final : public QObject
{
    Q_OBJECT

public:
    /// `number`: with TooManyTries the milliseconds to wait; with PinWrong how many tries are left, below 0 when the
    /// server did not say.
    using Done = std::function<void(LoginOutcome, qint64 number)>;

    Login(store::Store &store, net::RelayClient &client, const Clock &clock);

    void enter(OperatorId who, const QString &pin, Done done);
    void choosePin(OperatorId who, const QString &pin, Done done);
    /// Needs the relay: a PIN is the shop's, not this computer's.
    void changePin(OperatorId who, const QString &oldPin, const QString &newPin, Done done);
    /// `done` tells the new operator's id through added().
    void addFirstManager(const QString &name, const QString &pin, Done done);

Q_SIGNALS:
    void added(balcao::OperatorId who);

private:
    struct FirstManager
    {
        QString name;
        OperatorId id;
        QByteArray command; ///< JSON, sent byte for byte each time
    };

    void setPin(const wire::PinRequest &request, Done done);
    void remember(OperatorId who, const QString &pin);
    void enterOffline(OperatorId who, const QString &pin, const Done &done);

    store::Store &m_store;
    net::RelayClient &m_client;
    const Clock &m_clock;
    net::Call m_call;
    std::optional<FirstManager> m_firstManager; ///< asked for, and not known to be there
};

} // namespace balcao::sync
