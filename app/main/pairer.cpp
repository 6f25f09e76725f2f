// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "pairer.h"

#include "deskfile.h"

#include <QDir>
#include <QTimer>
#include <QUuid>

namespace balcao {

using net::VaultState;

namespace {

QString freshVaultId()
{
    return QUuid::createUuid().toString(QUuid::Id128);
}

desk::ShopConnector::Outcome translated(sync::PairingOutcome outcome)
{
    using From = sync::PairingOutcome;
    using To = desk::ShopConnector::Outcome;
    switch (outcome) {
    case From::Paired:
        return To::Paired;
    case From::AddressInvalid:
        return To::AddressInvalid;
    case From::NotFound:
        return To::NotFound;
    case From::NotSecure:
        return To::NotSecure;
    case From::NotBalcao:
        return To::NotBalcao;
    case From::CodeWrong:
        return To::CodeWrong;
    case From::TooManyTries:
        return To::TooManyTries;
    }
    return To::NotFound;
}

} // namespace

Pairer::Pairer(const Clock &clock, const QString &folder, Vaults vaults, const QString &programs)
    : m_clock(clock), m_folder(folder), m_files(folder), m_vaults(std::move(vaults)), m_programs(programs)
{
    m_files.finishErasing();
}

Pairer::~Pairer() = default;

bool Pairer::forget()
{
    if (m_keeper)
        m_keeper->forget();
    DeskFile::remove(m_folder);
    return m_files.erase();
}

ShopAccess Pairer::access(const sync::PairedShop &shop, const std::optional<sql::Key> &key) const
{
    const DeskFile file = DeskFile::read(m_folder);
    return {shop.relay, shop.token, shop.shopName, shop.timezone, m_files.shop(), key, file.address, file.device};
}

void Pairer::useVault(const QString &id)
{
    m_keeper.reset(); // it speaks to the vault that goes
    m_vault = m_vaults(id);
    m_keeper = std::make_unique<SecretKeeper>(*m_vault, m_clock, m_files.shop());
}

void Pairer::openKept()
{
    useVault(DeskFile::read(m_folder).vaultId);
    Q_EMIT noticed(tr("Waiting for this system's password vault…"));
    m_keeper->read([this](const Secrets &secrets) {
        Q_EMIT noticed({});
        openWith(secrets);
    });
}

void Pairer::openWith(const Secrets &secrets)
{
    const DeskFile file = DeskFile::read(m_folder);
    switch (secrets.state) {
    case VaultState::Locked:
        // Never a new key over an existing store: ask, and touch nothing.
        Q_EMIT noticed(tr("The system's vault is locked or was erased, so the shop cannot be opened. Unlock it and "
                          "start Balcão again, or pair this computer again: everything is fetched anew."));
        return;
    case VaultState::Absent:
        Q_EMIT noticed(tr("This computer has no password vault. Pair it again at each start."));
        return;
    case VaultState::Empty:
        return;
    case VaultState::Ok:
        break;
    }
    Q_EMIT ready({file.relay, secrets.token, file.shopName, file.timezone, m_files.shop(), secrets.storeKey,
                  file.address, file.device},
                 false);
}

void Pairer::pair(const QString &address, const QString &code, const QString &device, Done done)
{
    m_pairing.pair(address, code, device,
                   [this, address, device, done](sync::PairingOutcome outcome, const sync::PairedShop &shop) {
                       if (outcome != sync::PairingOutcome::Paired)
                           return done(translated(outcome));
                       paired(shop, address, device, done);
                   });
}

void Pairer::paired(const sync::PairedShop &shop, const QString &address, const QString &device, const Done &done)
{
    DeskFile file = DeskFile::read(m_folder);
    Q_EMIT replacing();
    // Another server is another shop: what was written here for the first one must never be sent to the second.
    if (!file.relay.isEmpty() && file.relay != shop.relay) {
        if (!m_files.putAside(m_clock.nowMs()))
            return done(Outcome::Storage);
        file.vaultId.clear();
    }
    if (file.vaultId.isEmpty())
        file.vaultId = freshVaultId();
    file.relay = shop.relay;
    file.shopName = shop.shopName;
    file.timezone = shop.timezone;
    file.address = address;
    file.device = device;
    if (!file.write(m_folder))
        return done(Outcome::Storage);
    keepSecrets(shop, file.vaultId, done);
}

void Pairer::keepSecrets(const sync::PairedShop &shop, const QString &vaultId, const Done &done)
{
    useVault(vaultId);
    m_keeper->keep(shop.token, [this, shop, done](const Secrets &secrets) {
        // Also without any vault: what stands under a key is opened with that key or not at all.
        const bool isKeyAway = secrets.state == VaultState::Locked ||
                               (secrets.state == VaultState::Absent && net::KeyMarker::isPresent(m_files.shop()));
        if (isKeyAway)
            // Not from inside the keeper that is about to be replaced.
            return QTimer::singleShot(0, this, [this, shop, done] { pairedWithoutKey(shop, done); });
        done(Outcome::Paired);
        Q_EMIT ready(access(shop, secrets.storeKey), false);
    });
}

// The key of what stands here cannot be had, and a person asked to pair again: the old store is put aside as it is, its
// key stays where it may yet be found, and the new one gets a key under another name.
void Pairer::pairedWithoutKey(const sync::PairedShop &shop, const Done &done)
{
    DeskFile file = DeskFile::read(m_folder);
    file.vaultId = freshVaultId();
    if (!m_files.putAside(m_clock.nowMs()) || !file.write(m_folder))
        return done(Outcome::Storage);
    keepSecrets(shop, file.vaultId, done);
}

void Pairer::startDemo(Done done)
{
    m_demo = std::make_unique<sync::Demo>(m_programs);
    m_demo->start([this, done](sync::Demo::Outcome outcome, const QString &address, const QString &code) {
        if (outcome != sync::Demo::Outcome::Ready)
            return done(outcome == sync::Demo::Outcome::Missing ? Outcome::DemoMissing : Outcome::DemoFailed);
        m_pairing.pair(address, code, tr("Sample counter"),
                       [this, done, address](sync::PairingOutcome paired, const sync::PairedShop &shop) {
                           if (paired != sync::PairingOutcome::Paired)
                               return done(Outcome::DemoFailed);
                           // Its own log, its own folder, made anew each time; the token stays in memory.
                           Q_EMIT replacing();
                           QDir(m_files.demo()).removeRecursively();
                           done(Outcome::Paired);
                           Q_EMIT ready({shop.relay,
                                         shop.token,
                                         shop.shopName,
                                         shop.timezone,
                                         m_files.demo(),
                                         {},
                                         address,
                                         tr("Sample counter")},
                                        true);
                       });
    });
}

} // namespace balcao
