// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// TLS before a plain server on loopback: asks for a certificate, lets in who has one that it knows, and passes the bytes
// on as they are. For the FakeBank, whose real siblings want to see a certificate. One thread with an event loop.
#pragma once

#include "core/result.h"

#include <QSslCertificate>
#include <QSslKey>
#include <QSslServer>

namespace balcao::sandbox {

class TlsFront : public QObject
{
    Q_OBJECT

public:
    struct Identity
    {
        QSslCertificate certificate;
        QSslKey key;
        QSslCertificate clients; ///< whose signature lets a client in
    };

    explicit TlsFront(const Identity &identity);

    /// Any free port of 127.0.0.1, before the server at `behind`.
    Result<void> start(quint16 behind);
    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }
    /// Handshakes that came about, and that did not.
    [[nodiscard]] int letIn() const { return m_letIn; }
    [[nodiscard]] int turnedAway() const { return m_turnedAway; }

private:
    void takeNew();

    QSslServer m_server;
    quint16 m_behind = 0;
    int m_letIn = 0;
    int m_turnedAway = 0;
};

} // namespace balcao::sandbox
