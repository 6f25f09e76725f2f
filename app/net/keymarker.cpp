// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "net/keymarker.h"

#include "core/clock.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace balcao::net {

using namespace Qt::Literals::StringLiterals;

namespace {

QString fileIn(const QString &folder)
{
    return folder + u"/keyid"_s;
}

} // namespace

KeyMarker KeyMarker::create(const Clock &clock)
{
    return {QUuid::createUuid(), clock.nowMs()};
}

bool KeyMarker::isPresent(const QString &folder)
{
    const QFileInfo file(fileIn(folder));
    return file.exists() || file.isSymLink();
}

Result<std::optional<KeyMarker>> KeyMarker::read(const QString &folder)
{
    if (!isPresent(folder))
        return std::optional<KeyMarker>();
    QFile file(fileIn(folder));
    if (!file.open(QIODevice::ReadOnly))
        return failure(Error::Kind::Storage, u"cannot read the key marker"_s);
    const QList<QByteArray> words = file.read(200).simplified().split(' ');
    bool isNumber = false;
    const KeyMarker marker{QUuid::fromString(QLatin1StringView(words.value(0))), words.value(1).toLongLong(&isNumber)};
    if (marker.keyId.isNull() || !isNumber || words.size() != 2)
        return failure(Error::Kind::Corrupt, u"the key marker is damaged"_s);
    return std::optional<KeyMarker>(marker);
}

Result<void> KeyMarker::write(const QString &folder) const
{
    QSaveFile file(fileIn(folder));
    const QByteArray line = keyId.toByteArray(QUuid::WithoutBraces) + ' ' + QByteArray::number(createdMs) + '\n';
    const bool written = file.open(QIODevice::WriteOnly) && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) &&
                         file.write(line) == line.size() && file.commit();
    if (!written)
        return failure(Error::Kind::Storage, u"cannot write the key marker"_s);
    return {};
}

} // namespace balcao::net
