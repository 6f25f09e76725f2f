// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Bytes on a loopback socket, as no well-behaved client would send them, and what comes back.
#pragma once

#include <QDeadlineTimer>
#include <QTcpSocket>

namespace balcao::test {

struct RawAnswer
{
    int status = 0; ///< 0: closed without one
    QByteArray head;
    QByteArray body;

    [[nodiscard]] bool says(QByteArrayView header) const { return head.toLower().contains(header.toByteArray()); }
};

class RawClient
{
public:
    explicit RawClient(quint16 port)
    {
        m_socket.connectToHost(QStringLiteral("127.0.0.1"), port);
        m_socket.waitForConnected(kPatienceMs);
    }

    [[nodiscard]] bool isConnected() const { return m_socket.state() == QAbstractSocket::ConnectedState; }
    /// False when the other side has closed before all was taken.
    bool send(const QByteArray &bytes)
    {
        m_socket.write(bytes);
        while (m_socket.bytesToWrite() > 0) {
            if (!m_socket.waitForBytesWritten(kPatienceMs))
                return false;
        }
        return true;
    }
    /// The next answer.
    RawAnswer answer()
    {
        const QDeadlineTimer patience(kPatienceMs);
        while (!m_bytes.contains("\r\n\r\n") && more(patience)) {
        }
        const qsizetype end = m_bytes.indexOf("\r\n\r\n");
        if (end < 0)
            return {};
        RawAnswer answer;
        answer.head = m_bytes.left(end);
        answer.status = answer.head.mid(9, 3).toInt();
        const qsizetype at = answer.head.toLower().indexOf("content-length:");
        const qsizetype length = at < 0 ? 0 : answer.head.mid(at + 15).split('\r').value(0).trimmed().toLongLong();
        while (m_bytes.size() < end + 4 + length && more(patience)) {
        }
        answer.body = m_bytes.mid(end + 4, length);
        m_bytes.remove(0, end + 4 + length);
        return answer;
    }
    RawAnswer ask(const QByteArray &bytes)
    {
        send(bytes);
        return answer();
    }
    /// Waits until the other side closes.
    bool isClosed()
    {
        const QDeadlineTimer patience(kPatienceMs);
        while (more(patience)) {
        }
        return m_socket.state() == QAbstractSocket::UnconnectedState;
    }
    bool closesWithin(int ms) { return m_socket.waitForDisconnected(ms) || !isConnected(); }
    void finish() { m_socket.disconnectFromHost(); } ///< FIN
    void reset() { m_socket.abort(); }

private:
    static constexpr int kPatienceMs = 10'000;

    bool more(const QDeadlineTimer &patience)
    {
        if (!m_socket.waitForReadyRead(static_cast<int>(patience.remainingTime())))
            return false;
        m_bytes += m_socket.readAll();
        return true;
    }

    QTcpSocket m_socket;
    QByteArray m_bytes;
};

} // namespace balcao::test
