// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// A FakeBank that runs, a client with a token in front of it, and somebody who listens to its webhooks.
#pragma once

#include "http/qthttpclient.h"
#include "sandbox/fakebankcrowd.h"
#include "sandbox/fakebankdoor.h"

#include <QJsonDocument>

namespace balcao::test {

inline const QString kTxid = QStringLiteral("7978c0c97ea847e78e8849634473c1f1");

struct BankAsked
{
    int status = 0; ///< 0: no answer
    QByteArray type;
    QJsonObject json;
};

class BankScene
{
public:
    BankScene();

    /// An order as the standard wants it.
    static QJsonObject order(const QString &amount = QStringLiteral("37.00"));
    BankAsked ask(const QByteArray &method, const QString &path, const QJsonObject &body = {});
    BankAsked askRaw(const QByteArray &method, const QString &path, const QByteArray &body,
                     const QByteArray &type = "application/json");
    QByteArray tokenFor(const QString &scopes);
    /// kTxid, ordered.
    bool made();
    /// Registers an address that writes down what it hears.
    void listen();

    ManualClock clock{1'795'000'000'000};
    QByteArray token;
    int hookStatus = 200;
    QList<std::pair<QString, QByteArray>> heard; ///< path and body

private:
    QObject m_context;
    http::QtHttpClient m_client{{QStringLiteral("127.0.0.1")}};
    edge::HttpEdge m_ear;

public:
    sandbox::FakeBank bank{clock, m_client};
};

} // namespace balcao::test
