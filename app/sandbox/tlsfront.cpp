// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "sandbox/tlsfront.h"

#include <QSslConfiguration>
#include <QSslSocket>

namespace balcao::sandbox {

using namespace Qt::Literals::StringLiterals;

namespace {

const auto kLoopback = u"127.0.0.1"_s;

/// A QSslSocket that was not asked for TLS is a plain one.
void pass(QSslSocket &from, QSslSocket &to)
{
    QObject::connect(&from, &QSslSocket::readyRead, &to, [&from, &to] { to.write(from.readAll()); });
    QObject::connect(&from, &QSslSocket::disconnected, &to, [&from, &to] {
        to.write(from.readAll());
        to.disconnectFromHost();
    });
}

} // namespace

TlsFront::TlsFront(const Identity &identity)
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setLocalCertificate(identity.certificate);
    tls.setPrivateKey(identity.key);
    tls.setCaCertificates({identity.clients});
    tls.setPeerVerifyMode(QSslSocket::VerifyPeer); // of a server: no certificate, no entry
    m_server.setSslConfiguration(tls);
    connect(&m_server, &QSslServer::pendingConnectionAvailable, this, &TlsFront::takeNew);
    connect(&m_server, &QSslServer::errorOccurred, this, [this] { ++m_turnedAway; });
}

Result<void> TlsFront::start(quint16 behind)
{
    m_behind = behind;
    if (!m_server.listen(QHostAddress(kLoopback)))
        return failure(Error::Kind::Conflict, u"no port for TLS"_s);
    return {};
}

void TlsFront::takeNew()
{
    while (auto *outer = qobject_cast<QSslSocket *>(m_server.nextPendingConnection())) {
        ++m_letIn;
        auto *inner = new QSslSocket(outer);
        connect(outer, &QSslSocket::disconnected, outer, &QObject::deleteLater);
        pass(*outer, *inner);
        pass(*inner, *outer);
        inner->connectToHost(kLoopback, m_behind);
        if (outer->bytesAvailable() > 0)
            inner->write(outer->readAll());
    }
}

} // namespace balcao::sandbox
