// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// An HTTP server on loopback that behaves as badly as a test wants: reads whole requests, counts them,
// and lets the test's function answer, or not, on the bare socket.
#pragma once

#include <QHash>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

#include <functional>

class FaultServer
{
public:
    using Answer = std::function<void(QTcpSocket &)>;

    /// Listens on `server`, which may be a QSslServer.
    explicit FaultServer(Answer answer, std::unique_ptr<QTcpServer> server = std::make_unique<QTcpServer>());

    QUrl url(const QString &path = QStringLiteral("/"), const QString &scheme = QStringLiteral("http")) const;
    const QList<QByteArray> &requests() const { return m_requests; }
    int connections() const { return m_connections; }

private:
    void take(QTcpSocket &socket);

    Answer m_answer;
    QList<QByteArray> m_requests;
    QHash<QTcpSocket *, QByteArray> m_pending;
    int m_connections = 0;
    std::unique_ptr<QTcpServer> m_server; ///< last: its sockets go first
};
