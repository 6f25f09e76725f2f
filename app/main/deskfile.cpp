// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "deskfile.h"

#include <QDir>
#include <QFile>
#include <QSettings>

namespace balcao {

using namespace Qt::Literals::StringLiterals;

namespace {

QString fileIn(const QString &folder)
{
    return folder + u"/desk.ini"_s;
}

} // namespace

DeskFile DeskFile::read(const QString &folder)
{
    const QSettings file(fileIn(folder), QSettings::IniFormat);
    return {file.value(u"shop/relay"_s).toUrl(),      file.value(u"shop/vault"_s).toString(),
            file.value(u"shop/name"_s).toString(),    file.value(u"shop/timezone"_s).toString(),
            file.value(u"shop/address"_s).toString(), file.value(u"shop/device"_s).toString()};
}

bool DeskFile::write(const QString &folder) const
{
    QDir().mkpath(folder);
    QSettings file(fileIn(folder), QSettings::IniFormat);
    file.setValue(u"shop/relay"_s, relay);
    file.setValue(u"shop/vault"_s, vaultId);
    file.setValue(u"shop/name"_s, shopName);
    file.setValue(u"shop/timezone"_s, timezone);
    file.setValue(u"shop/address"_s, address);
    file.setValue(u"shop/device"_s, device);
    file.sync();
    QFile::setPermissions(fileIn(folder), QFile::ReadOwner | QFile::WriteOwner);
    return file.status() == QSettings::NoError;
}

void DeskFile::remove(const QString &folder)
{
    QFile::remove(fileIn(folder));
}

} // namespace balcao
