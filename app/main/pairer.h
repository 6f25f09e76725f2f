// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// How this desk comes to a shop: by what it kept, by an address and a code, or by the sample shop; and what is kept,
// put aside or erased on the way. Says when there is one to open. GUI thread.
#pragma once

#include "desk/firstrunpresenter.h"
#include "net/vault.h"
#include "secretkeeper.h"
#include "shopfiles.h"
#include "shopsession.h"
#include "sync/demo.h"
#include "sync/pairing.h"

#include <functional>
#include <memory>

namespace balcao {

class Pairer final : public QObject, public desk::ShopConnector
{
    Q_OBJECT

public:
    /// The vault with the secrets of one shop; `id` is as DeskFile keeps it.
    using Vaults = std::function<std::unique_ptr<net::Vault>(const QString &id)>;

    /// `folder`: of this desk's data. `programs`: where the sample shop's program stands.
    Pairer(const Clock &clock, const QString &folder, Vaults vaults, const QString &programs);
    ~Pairer() override;

    void pair(const QString &address, const QString &code, const QString &device, Done done) override;
    void startDemo(Done done) override;
    /// As if the sample shop's server had lost its power.
    void endDemo() { m_demo.reset(); }
    /// The shop that this computer is paired with; its secrets come from the vault.
    void openKept();
    /// Everything of that shop goes, for its server said so. False: something could not be erased yet.
    bool forget();

Q_SIGNALS:
    /// Nothing may stand open of the shop there was.
    void replacing();
    void ready(const balcao::ShopAccess &access, bool isDemo);
    void noticed(const QString &text);

private:
    void useVault(const QString &id);
    void openWith(const Secrets &secrets);
    void paired(const sync::PairedShop &shop, const QString &address, const QString &device, const Done &done);
    void keepSecrets(const sync::PairedShop &shop, const QString &vaultId, const Done &done);
    void pairedWithoutKey(const sync::PairedShop &shop, const Done &done);
    [[nodiscard]] ShopAccess access(const sync::PairedShop &shop, const std::optional<sql::Key> &key) const;

    const Clock &m_clock;
    QString m_folder;
    ShopFiles m_files;
    Vaults m_vaults;
    QString m_programs;
    sync::Pairing m_pairing;
    std::unique_ptr<sync::Demo> m_demo;
    std::unique_ptr<net::Vault> m_vault;
    std::unique_ptr<SecretKeeper> m_keeper;
};

} // namespace balcao
