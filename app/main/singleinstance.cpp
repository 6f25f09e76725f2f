// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "singleinstance.h"

#include <QCryptographicHash>
#include <QDir>
#include <QLocalSocket>

namespace balcao {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kHandshakeMs = 1000;
const QByteArray kQuit("quit\n"); ///< whoever says nothing, as earlier versions do, wants the window

} // namespace

SingleInstance::SingleInstance(const QString &folder)
    : m_lock(folder + u"/balcao.lock"_s),
      m_name(u"balcao-"_s + QString::fromLatin1(QCryptographicHash::hash(QDir(folder).absolutePath().toUtf8(),
                                                                         QCryptographicHash::Sha256)
                                                    .toHex()
                                                    .left(24)))
{
    m_lock.setStaleLockTime(0);
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket *caller = m_server.nextPendingConnection())
            hear(caller);
    });
}

void SingleInstance::hear(QLocalSocket *caller)
{
    const auto obey = [this, caller] {
        caller->deleteLater();
        if (caller->readAll() == kQuit)
            Q_EMIT quitRequested();
        else
            Q_EMIT raiseRequested();
    };
    // Callers say what they want and hang up; this one may have done so before anybody looked.
    if (caller->state() == QLocalSocket::UnconnectedState)
        return obey();
    connect(caller, &QLocalSocket::disconnected, this, obey);
}

SingleInstance::Claim SingleInstance::claim(Wish wish)
{
    if (!m_lock.tryLock()) {
        if (m_lock.error() == QLockFile::PermissionError)
            return Claim::Failed;
        // A full disk has no room for a lock, but what stands on it can be read, and a first window still hears us.
        if (tell(wish) || m_lock.error() == QLockFile::LockFailedError)
            return Claim::Taken;
    }
    QLocalServer::removeServer(m_name);
    m_server.listen(m_name);
    return Claim::Ours;
}

/// False: nobody is there. Before any window: waiting here holds up nobody.
bool SingleInstance::tell(Wish wish) const
{
    QLocalSocket first;
    first.connectToServer(m_name);
    if (!first.waitForConnected(kHandshakeMs))
        return false;
    if (wish == Wish::Quit) {
        first.write(kQuit);
        first.waitForBytesWritten(kHandshakeMs);
    }
    return true;
}

} // namespace balcao
