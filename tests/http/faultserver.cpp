// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "faultserver.h"

#include <QHostAddress>

namespace {

/// Length of the first whole request in `bytes`, 0 while it is not whole.
qsizetype wholeRequest(const QByteArray &bytes)
{
    const qsizetype headEnd = bytes.indexOf("\r\n\r\n");
    if (headEnd < 0)
        return 0;
    qsizetype length = headEnd + 4;
    for (const QByteArray &line : bytes.first(headEnd).split('\n')) {
        if (line.toLower().startsWith("content-length:"))
            length += line.mid(15).trimmed().toLongLong();
    }
    return bytes.size() >= length ? length : 0;
}

} // namespace

FaultServer::FaultServer(Answer answer, std::unique_ptr<QTcpServer> server)
    : m_answer(std::move(answer)), m_server(std::move(server))
{
    QObject::connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, m_server.get(), [this] {
        while (QTcpSocket *socket = m_server->nextPendingConnection()) {
            ++m_connections;
            QObject::connect(socket, &QTcpSocket::readyRead, m_server.get(), [this, socket] { take(*socket); });
            take(*socket);
        }
    });
    m_server->listen(QHostAddress::LocalHost);
}

QUrl FaultServer::url(const QString &path, const QString &scheme) const
{
    QUrl url;
    url.setScheme(scheme);
    url.setHost(QStringLiteral("127.0.0.1"));
    url.setPort(m_server->serverPort());
    url.setPath(path);
    return url;
}

void FaultServer::take(QTcpSocket &socket)
{
    QByteArray &bytes = m_pending[&socket];
    bytes += socket.readAll();
    if (bytes.startsWith('\x16')) { // a TLS handshake at a server that knows none
        bytes.clear();
        m_answer(socket);
    }
    if (const qsizetype length = wholeRequest(bytes)) {
        m_requests << bytes.first(length);
        bytes.remove(0, length);
        m_answer(socket);
    }
}
