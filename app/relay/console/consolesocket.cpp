// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "relay/console/consolesocket.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocalSocket>
#include <QPointer>
#include <QStandardPaths>

namespace balcao::relay {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype kPathLimit = 100; ///< sockaddr_un holds 108 bytes on Linux, 104 on macOS
constexpr qint64 kLineLimit = 64 * 1024;

QByteArray lineOf(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

QStringList textsOf(const QJsonValue &array)
{
    QStringList texts;
    for (const auto item : array.toArray())
        texts << item.toString();
    return texts;
}

} // namespace

QString consoleSocketPath(const QString &dataDir)
{
    const QString beside = QDir(dataDir).absoluteFilePath(u"console.sock"_s);
    if (beside.toLocal8Bit().size() <= kPathLimit)
        return beside;
    const QByteArray name = QCryptographicHash::hash(beside.toUtf8(), QCryptographicHash::Sha256).toHex().left(16);
    return u"%1/balcao-%2.sock"_s.arg(QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation),
                                      QString::fromLatin1(name));
}

ConsoleServer::ConsoleServer(Handler handler) : m_handler(std::move(handler))
{
    connect(&m_server, &QLocalServer::newConnection, this, &ConsoleServer::take);
}

ConsoleServer::~ConsoleServer() = default;

Result<void> ConsoleServer::listen(const QString &path)
{
    QLocalServer::removeServer(path);
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    if (!m_server.listen(path))
        return failure(Error::Kind::Storage, u"console socket: error %1"_s.arg(int(m_server.serverError())));
    return {};
}

void ConsoleServer::finish()
{
    QCoreApplication::sendPostedEvents(this, QEvent::MetaCall);
}

void ConsoleServer::take()
{
    while (QLocalSocket *socket = m_server.nextPendingConnection()) {
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] { read(socket); });
        read(socket);
    }
}

void ConsoleServer::read(QLocalSocket *socket)
{
    if (!socket->canReadLine()) {
        if (socket->bytesAvailable() > kLineLimit)
            socket->abort();
        return;
    }
    const QJsonObject json = QJsonDocument::fromJson(socket->readLine(kLineLimit)).object();
    const ConsoleRequest request{textsOf(json.value("args"_L1)), json.value("input"_L1).toString()};
    const QPointer<QLocalSocket> asker(socket);
    m_handler(request, [this, asker](const ConsoleReply &reply) {
        const QByteArray line =
            lineOf({{u"exit"_s, reply.exitCode}, {u"lines"_s, QJsonArray::fromStringList(reply.lines)}});
        QMetaObject::invokeMethod(this, [asker, line] {
            if (!asker)
                return;
            asker->write(line);
            asker->flush();
            asker->disconnectFromServer();
        });
    });
}

Result<ConsoleReply> askRunningRelay(const QString &path, const ConsoleRequest &request, int timeoutMs)
{
    QLocalSocket socket;
    socket.connectToServer(path);
    if (!socket.waitForConnected(timeoutMs))
        return failure(Error::Kind::Offline, u"no relay listens on its console socket"_s);
    socket.write(lineOf({{u"args"_s, QJsonArray::fromStringList(request.args)}, {u"input"_s, request.input}}));
    while (!socket.canReadLine()) {
        // The last words and the hanging up may come at once.
        if (!socket.waitForReadyRead(timeoutMs) && !socket.canReadLine())
            return failure(Error::Kind::Timeout, u"the relay did not answer on its console socket"_s);
    }
    const QJsonObject json = QJsonDocument::fromJson(socket.readLine()).object();
    return ConsoleReply{json.value("exit"_L1).toInt(1), textsOf(json.value("lines"_L1))};
}

} // namespace balcao::relay
