// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The system's vault through QtKeychain: Secret Service, KWallet, Windows credentials, macOS keychain.
// Never its plain-text fallback. Where QtKeychain is not to be had for Windows, by the credential functions
// themselves (keychainvault_win.cpp), under the same names.
#pragma once

#include "net/vault.h"

namespace balcao::net {

class KeychainVault final : public Vault
{
public:
    /// `shop` keeps the secrets of two shops on one PC apart: an id, never a name.
    explicit KeychainVault(QString shop) : m_shop(std::move(shop)) {}

    void read(const QString &name, QObject *context, std::function<void(VaultRead)> done) override;
    void write(const QString &name, const QByteArray &secret, QObject *context,
               std::function<void(VaultOutcome)> done) override;
    void remove(const QString &name, QObject *context, std::function<void(VaultOutcome)> done) override;

private:
    // Windows knows the key alone, so it carries the service too.
    [[nodiscard]] QString keyOf(const QString &name) const { return kService + u'/' + m_shop + u'/' + name; }

    static constexpr QLatin1StringView kService{"br.balcao.desk"};

    QString m_shop;
};

} // namespace balcao::net
