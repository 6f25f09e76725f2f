// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "way.h"

#include <QHostAddress>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

namespace balcao::test {

namespace {

constexpr int kDripMs = 50;

/// Length of the first whole message of HTTP in `bytes`, 0 while it is not whole.
qsizetype wholeMessage(const QByteArray &bytes)
{
    const qsizetype headEnd = bytes.indexOf("\r\n\r\n");
    if (headEnd < 0)
        return 0;
    const QByteArray head = bytes.first(headEnd).toLower();
    const qsizetype at = head.indexOf("content-length:");
    const qsizetype body = at < 0 ? 0 : head.mid(at + 15).split('\r').value(0).trimmed().toLongLong();
    const qsizetype length = headEnd + 4 + body;
    return bytes.size() >= length ? length : 0;
}

QByteArray withBody(const QByteArray &answer, const QByteArray &body)
{
    const QByteArray head = answer.first(answer.indexOf("\r\n\r\n"));
    QByteArray changed;
    for (const QByteArray &line : head.split('\n')) {
        if (!line.toLower().startsWith("content-length:"))
            changed += line.trimmed() + "\r\n";
    }
    return changed + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

} // namespace

/// One connection of the desk's, and the one to the relay behind it.
class Link final : public QObject
{
public:
    Link(QTcpSocket *desk, quint16 relay, const Break &how) : m_how(how), m_desk(desk)
    {
        desk->setParent(this);
        m_relay.connectToHost(QHostAddress(QHostAddress::LocalHost), relay);
        connect(desk, &QTcpSocket::readyRead, this, &Link::heardDesk);
        connect(&m_relay, &QTcpSocket::readyRead, this, &Link::heardRelay);
        connect(desk, &QTcpSocket::disconnected, this, &QObject::deleteLater);
        connect(&m_relay, &QTcpSocket::disconnected, this, [this] { m_desk->disconnectFromHost(); });
        heardDesk();
    }
    void cut() { m_desk->abort(); }

private:
    void heardDesk()
    {
        m_asked += m_desk->readAll();
        while (const qsizetype length = wholeMessage(m_asked)) {
            const QByteArray request = m_asked.first(length);
            m_asked.remove(0, length);
            switch (m_how.kind) {
            case Break::Kind::Silent:
                break;
            case Break::Kind::Refused:
            case Break::Kind::Closed:
                return cut();
            case Break::Kind::Said:
                m_desk->write(m_how.said);
                m_desk->disconnectFromHost();
                return;
            default:
                m_relay.write(request);
            }
        }
    }
    void heardRelay()
    {
        m_answer += m_relay.readAll();
        while (const qsizetype length = wholeMessage(m_answer)) {
            const QByteArray answer = m_answer.first(length);
            m_answer.remove(0, length);
            pass(answer);
        }
    }
    void pass(const QByteArray &answer)
    {
        switch (m_how.kind) {
        case Break::Kind::None:
            m_desk->write(answer);
            break;
        case Break::Kind::Half:
            m_desk->write(answer.first(answer.size() / 2));
            break;
        case Break::Kind::Reset:
            m_desk->write(answer.first(answer.size() / 2));
            m_desk->flush();
            cut();
            break;
        case Break::Kind::Dripped:
            drip(answer, 0);
            break;
        case Break::Kind::Changed:
            m_desk->write(withBody(answer, m_how.change(answer.mid(answer.indexOf("\r\n\r\n") + 4))));
            break;
        default: // it was asked before the way broke
            break;
        }
    }
    void drip(const QByteArray &answer, qsizetype at)
    {
        if (at >= answer.size())
            return;
        m_desk->write(answer.mid(at, 1));
        QTimer::singleShot(kDripMs, this, [this, answer, at] { drip(answer, at + 1); });
    }

    const Break &m_how;
    QTcpSocket *m_desk;
    QTcpSocket m_relay;
    QByteArray m_asked;
    QByteArray m_answer;
};

class WayServer final : public QObject
{
public:
    explicit WayServer(quint16 relay) : m_relay(relay), m_server(this)
    {
        connect(&m_server, &QTcpServer::newConnection, this, &WayServer::take);
        listen(0);
    }
    [[nodiscard]] quint16 port() const { return m_port; }
    void set(const Break &how)
    {
        m_how = how;
        if (how.kind == Break::Kind::Refused)
            m_server.close();
        else if (!m_server.isListening())
            listen(m_port);
        if (how.kind == Break::Kind::Silent)
            return;
        for (const QPointer<Link> &link : std::exchange(m_links, {})) {
            if (link)
                link->cut();
        }
    }

private:
    void listen(quint16 port)
    {
        if (!m_server.listen(QHostAddress::LocalHost, port))
            qFatal("the way does not open");
        m_port = m_server.serverPort();
    }
    void take()
    {
        while (QTcpSocket *desk = m_server.nextPendingConnection()) {
            if (m_how.kind == Break::Kind::Closed) {
                desk->abort();
                desk->deleteLater();
                continue;
            }
            auto *link = new Link(desk, m_relay, m_how);
            link->setParent(this);
            m_links.append(link);
        }
    }

    quint16 m_relay;
    quint16 m_port = 0;
    Break m_how;
    QTcpServer m_server;
    QList<QPointer<Link>> m_links;
};

Break Break::answer(const QByteArray &status, const QByteArray &contentType, const QByteArray &body,
                    const QByteArray &headers)
{
    QByteArray head = "HTTP/1.1 " + status + "\r\n" + headers;
    if (!contentType.isEmpty())
        head += "Content-Type: " + contentType + "\r\n";
    return {Kind::Said, head + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body, {}};
}

Way::Way(quint16 relay) : m_server(new WayServer(relay))
{
    m_port = m_server->port();
    m_server->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_server, &QObject::deleteLater);
    m_thread.start();
}

Way::~Way()
{
    m_thread.quit();
    m_thread.wait();
}

QUrl Way::url() const
{
    return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_port));
}

void Way::set(const Break &how)
{
    QMetaObject::invokeMethod(
        m_server, [this, how] { m_server->set(how); }, Qt::BlockingQueuedConnection);
}

} // namespace balcao::test
