// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "sql/privatefile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <filesystem>

#ifndef Q_OS_WIN
#include <fcntl.h>
#include <unistd.h>
#endif

namespace balcao::sql {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QFile::Permissions kOwnerFile = QFile::ReadOwner | QFile::WriteOwner;

bool makeFolder(const QString &path)
{
    if (QFileInfo(path).isDir())
        return true;
    if (!makeFolder(QFileInfo(path).path()))
        return false;
#ifdef Q_OS_WIN
    return QDir().mkdir(path) || QFileInfo(path).isDir();
#else
    return QDir().mkdir(path, kOwnerFile | QFile::ExeOwner) || QFileInfo(path).isDir();
#endif
}

bool createNew(const QString &path)
{
    QFile file(path);
#ifdef Q_OS_WIN
    return file.open(QIODevice::ReadWrite | QIODevice::NewOnly);
#else
    return file.open(QIODevice::ReadWrite | QIODevice::NewOnly, kOwnerFile);
#endif
}

bool narrow([[maybe_unused]] const QString &path)
{
#ifndef Q_OS_WIN
    for (const auto &name : {path, QString(path + "-wal"_L1), QString(path + "-shm"_L1)}) {
        constexpr auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        if (QFile::exists(name) && (QFile::permissions(name) & others) && !QFile::setPermissions(name, kOwnerFile))
            return false;
    }
#endif
    return true;
}

} // namespace

Result<void> makePrivateFile(const QString &path)
{
    const QString absolute = QFileInfo(path).absoluteFilePath();
    if (!makeFolder(QFileInfo(absolute).path()))
        return failure(Error::Kind::Storage, u"cannot make the folder of the database"_s);
    if (createNew(absolute))
        return {};
    if (!QFileInfo(absolute).isFile())
        return failure(Error::Kind::Storage, u"cannot create the database file"_s);
    if (!narrow(absolute))
        return failure(Error::Kind::Storage, u"cannot make the database file private"_s);
    return {};
}

Result<void> syncFile(const QString &path)
{
    QFile file(path);
    bool synced = file.open(QIODevice::ReadWrite);
#ifndef Q_OS_WIN
    synced = synced && ::fsync(file.handle()) == 0;
#endif
    if (!synced)
        return failure(Error::Kind::Storage, u"cannot flush a copy to the disk"_s);
    return {};
}

Result<void> putInPlace(const QString &part, const QString &path)
{
    if (const auto synced = syncFile(part); !synced)
        return synced;
    std::error_code failed;
    std::filesystem::rename(part.toStdU16String(), path.toStdU16String(), failed);
    if (failed)
        return failure(Error::Kind::Storage, u"cannot put the copy in its place"_s);
#ifndef Q_OS_WIN
    // The name itself is in the folder.
    const QByteArray folder = QFile::encodeName(QFileInfo(path).absolutePath());
    const int descriptor = ::open(folder.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const bool synced = descriptor >= 0 && ::fsync(descriptor) == 0;
    if (descriptor >= 0)
        ::close(descriptor);
    if (!synced)
        return failure(Error::Kind::Storage, u"cannot flush the folder of a copy to the disk"_s);
#endif
    return {};
}

} // namespace balcao::sql
