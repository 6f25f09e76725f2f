// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "relay/serve/datalock.h"

#include <QDir>
#include <QFile>
#include <QLockFile>

#ifdef Q_OS_UNIX
#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>
#endif

namespace balcao::relay {

using namespace Qt::Literals::StringLiterals;

namespace {

Error refusal(bool taken)
{
    return taken ? failure(Error::Kind::Conflict, u"another balcao-relay has this data folder open"_s)
                 : failure(Error::Kind::Storage, u"the data folder cannot be written"_s);
}

QString fileIn(const QString &dataDir)
{
    return QDir(dataDir).absoluteFilePath(u"relay.lock"_s);
}

} // namespace

DataLock::DataLock() = default;

DataLock::~DataLock()
{
    release();
}

#ifdef Q_OS_UNIX

// The file stays where it is: removing it would let two processes lock two files of one name.
Result<void> DataLock::take(const QString &dataDir)
{
    release();
    m_file = ::open(QFile::encodeName(fileIn(dataDir)).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (m_file < 0)
        return refusal(false);
    if (::flock(m_file, LOCK_EX | LOCK_NB) == 0)
        return {};
    const bool taken = errno == EWOULDBLOCK;
    release();
    return refusal(taken);
}

void DataLock::release()
{
    if (m_file >= 0)
        ::close(m_file);
    m_file = -1;
}

#else

Result<void> DataLock::take(const QString &dataDir)
{
    m_file = std::make_unique<QLockFile>(fileIn(dataDir));
    m_file->setStaleLockTime(0);
    if (m_file->tryLock(0))
        return {};
    const bool taken = m_file->error() == QLockFile::LockFailedError;
    release();
    return refusal(taken);
}

void DataLock::release()
{
    m_file.reset();
}

#endif

} // namespace balcao::relay
