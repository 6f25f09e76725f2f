// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// A vault that forgets with the program: the demo, and a session on a system without a vault.
#pragma once

#include "net/vault.h"

#include <QHash>

namespace balcao::net {

class MemoryVault final : public Vault
{
public:
    void read(const QString &name, QObject *context, std::function<void(VaultRead)> done) override;
    void write(const QString &name, const QByteArray &secret, QObject *context,
               std::function<void(VaultOutcome)> done) override;
    void remove(const QString &name, QObject *context, std::function<void(VaultOutcome)> done) override;

private:
    QHash<QString, QByteArray> m_secrets;
};

} // namespace balcao::net
