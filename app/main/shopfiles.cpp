// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "shopfiles.h"

#include <QDir>
#include <QFile>

namespace balcao {

bool ShopFiles::putAside(qint64 nowMs) const
{
    return !QFile::exists(shop()) || QDir().rename(shop(), m_data + QStringLiteral("/shop-aside-%1").arg(nowMs));
}

bool ShopFiles::erase() const
{
    // The marker first: a crash, or a file that somebody holds, must not leave conversations behind.
    QFile mark(marker());
    const bool marked = mark.open(QIODevice::WriteOnly);
    mark.close();
    const QStringList asides = QDir(m_data).entryList({QStringLiteral("shop-aside-*")}, QDir::Dirs);
    bool gone = QDir(shop()).removeRecursively();
    for (const QString &aside : asides)
        gone = QDir(m_data + QLatin1Char('/') + aside).removeRecursively() && gone;
    if (gone && marked)
        QFile::remove(marker());
    return gone;
}

void ShopFiles::finishErasing() const
{
    if (QFile::exists(marker()))
        (void)erase();
}

} // namespace balcao
