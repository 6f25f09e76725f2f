// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The desk's secrets: the relay's token and the key of its store, in the system's vault. Knows the one rule
// that protects a store: no new key beside an old one. GUI thread, asynchronous.
#pragma once

#include "core/clock.h"
#include "net/keymarker.h"
#include "net/vault.h"
#include "sql/connection.h"

#include <QObject>

#include <functional>
#include <optional>

namespace balcao {

struct Secrets
{
    net::VaultState state = net::VaultState::Empty;
    QByteArray token; ///< empty: pair again
    std::optional<sql::Key> storeKey;
};

class SecretKeeper final : public QObject
{
    Q_OBJECT

public:
    /// `storeFolder`: where the marker stands.
    SecretKeeper(net::Vault &vault, const Clock &clock, QString storeFolder);

    void read(std::function<void(const Secrets &)> done);
    /// Keeps a fresh token; makes the store's key when there is none and there may be one. Absent: nothing is
    /// kept, the token is good for this session. Locked: nothing is kept and nothing may start.
    void keep(const QByteArray &token, std::function<void(const Secrets &)> done);
    void forget();

private:
    void makeKey(const QByteArray &token, std::function<void(const Secrets &)> done);
    void keepToken(const Secrets &secrets, std::function<void(const Secrets &)> done);

    net::Vault &m_vault;
    const Clock &m_clock;
    QString m_folder;
};

} // namespace balcao
