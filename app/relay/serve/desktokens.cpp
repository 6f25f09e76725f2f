// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "relay/serve/desktokens.h"

#include <QCryptographicHash>

namespace balcao::relay {

QList<DeskId> DeskTokens::replace(ByHash desks)
{
    QList<DeskId> revoked;
    const QWriteLocker lock(&m_lock);
    for (auto it = desks.cbegin(); it != desks.cend(); ++it) {
        const auto before = m_desks.constFind(it.key());
        if (it->revoked && (before == m_desks.cend() || !before->revoked))
            revoked.append(it->id);
    }
    m_desks = std::move(desks);
    return revoked;
}

std::optional<DeskTokens::Desk> DeskTokens::find(const QByteArray &token) const
{
    const QByteArray hash = hashOf(token);
    const QReadLocker lock(&m_lock);
    const auto found = m_desks.constFind(hash);
    return found == m_desks.cend() ? std::nullopt : std::optional<Desk>(*found);
}

QByteArray DeskTokens::hashOf(const QByteArray &token)
{
    return QCryptographicHash::hash(token, QCryptographicHash::Sha256);
}

} // namespace balcao::relay
