// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// What this computer remembers of its shop, beside the store: an INI file without a secret in it.
#pragma once

#include <QString>
#include <QUrl>

namespace balcao {

struct DeskFile
{
    QUrl relay;      ///< empty: not paired
    QString vaultId; ///< under which the vault keeps this shop's secrets; random, no name
    QString shopName;
    QString timezone;
    QString address; ///< as it was typed, to offer it again
    QString device;  ///< what this computer was called when it was paired

    static DeskFile read(const QString &folder);
    bool write(const QString &folder) const;
    static void remove(const QString &folder);
};

} // namespace balcao
