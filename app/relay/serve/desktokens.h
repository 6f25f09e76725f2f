// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Which desk a token belongs to, in memory, so that a poll costs no hop to the writer. Holds SHA-256 of
// the tokens, as the file does, never a token. Filled from the registry at start and after each pairing or
// revocation. Any thread.
#pragma once

#include "core/id.h"

#include <QByteArray>
#include <QHash>
#include <QReadWriteLock>

#include <optional>

namespace balcao::relay {

class DeskTokens
{
public:
    struct Desk
    {
        DeskId id;
        bool revoked = false;
    };
    using ByHash = QHash<QByteArray, Desk>;

    /// Returns those that the new table says are revoked and the old one did not.
    QList<DeskId> replace(ByHash desks);
    [[nodiscard]] std::optional<Desk> find(const QByteArray &token) const;

    /// Hex or raw, as the registry stores it: raw SHA-256.
    static QByteArray hashOf(const QByteArray &token);

private:
    mutable QReadWriteLock m_lock;
    ByHash m_desks;
};

} // namespace balcao::relay
