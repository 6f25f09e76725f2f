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
            caller->deleteLater();
        Q_EMIT raiseRequested();
    });
}

SingleInstance::Claim SingleInstance::claim()
{
    if (!m_lock.tryLock()) {
        if (m_lock.error() != QLockFile::LockFailedError)
            return Claim::Failed;
        // Before any window: waiting here holds up nobody.
        QLocalSocket first;
        first.connectToServer(m_name);
        first.waitForConnected(kHandshakeMs);
        return Claim::Taken;
    }
    QLocalServer::removeServer(m_name);
    m_server.listen(m_name);
    return Claim::Ours;
}

} // namespace balcao
