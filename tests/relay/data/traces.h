// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Two people, and what whoever takes the disk would find of them.
#pragma once

#include "teststore.h"

#include <QFile>

namespace balcao::test {

inline const Writer kRosaKnown{
    QStringLiteral("5519987654471"), QStringLiteral("BR.134912086553"), QStringLiteral("Rosa Limeira"), {}};
inline const Writer kJoaoKnown{QStringLiteral("5519912340000"), {}, QStringLiteral("João"), {}};

inline QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The plain content of every table, as the file has it after a VACUUM.
inline QByteArray contentOf(TestStore &store)
{
    const QString copy = store.file(QStringLiteral("vacuumed.db"));
    if (!store.data().connection().copyInto(copy))
        qFatal("copy");
    return bytesOf(copy);
}

/// The one who writes now.
inline CustomerId writes(TestStore &store, const Writer &who, const QString &wamid, const QString &text)
{
    store.text(who, wamid, text);
    return *store.last<wire::MessageReceived>().subject.customer;
}

} // namespace balcao::test
