// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "secretkeeper.h"

#include <QDir>

#include <QRandomGenerator>

namespace balcao {

using namespace Qt::Literals::StringLiterals;
using net::VaultOutcome;
using net::VaultState;

namespace {

/// The store's folder is not there yet on the first pairing.
Result<void> writeMarker(const QString &folder, const Clock &clock)
{
    QDir().mkpath(folder);
    return net::KeyMarker::create(clock).write(folder);
}

const QString kToken = u"token"_s;
const QString kStoreKey = u"store-key"_s;

} // namespace

SecretKeeper::SecretKeeper(net::Vault &vault, const Clock &clock, QString storeFolder)
    : m_vault(vault), m_clock(clock), m_folder(std::move(storeFolder))
{
}

void SecretKeeper::read(std::function<void(const Secrets &)> done)
{
    m_vault.read(kStoreKey, this, [this, done = std::move(done)](const net::VaultRead &key) {
        Secrets secrets;
        secrets.state = net::decide(key.outcome, net::KeyMarker::isPresent(m_folder));
        if (secrets.state != VaultState::Ok)
            return done(secrets);
        secrets.storeKey = sql::Key{key.bytes};
        if (!net::KeyMarker::isPresent(m_folder))
            (void)writeMarker(m_folder, m_clock).ok();
        m_vault.read(kToken, this, [secrets, done](const net::VaultRead &token) mutable {
            secrets.token = token.outcome == VaultOutcome::Ok ? token.bytes : QByteArray();
            done(secrets);
        });
    });
}

void SecretKeeper::keep(const QByteArray &token, std::function<void(const Secrets &)> done)
{
    read([this, token, done = std::move(done)](Secrets secrets) {
        secrets.token = token;
        switch (secrets.state) {
        case VaultState::Ok:
            return keepToken(secrets, done);
        case VaultState::Empty:
            return makeKey(token, done);
        case VaultState::Absent:
        case VaultState::Locked:
            return done(secrets);
        }
    });
}

void SecretKeeper::makeKey(const QByteArray &token, std::function<void(const Secrets &)> done)
{
    QByteArray key(sql::kKeyBytes, '\0');
    for (char &byte : key)
        byte = static_cast<char>(QRandomGenerator::system()->bounded(256));
    // The order matters: a marker without a key would lock a store that is not there yet.
    m_vault.write(kStoreKey, key, this, [this, token, key, done = std::move(done)](VaultOutcome outcome) {
        Secrets secrets;
        secrets.token = token;
        secrets.state = outcome == VaultOutcome::Ok ? VaultState::Ok : VaultState::Absent;
        if (secrets.state != VaultState::Ok)
            return done(secrets);
        secrets.storeKey = sql::Key{key};
        if (!writeMarker(m_folder, m_clock))
            secrets.storeKey.reset();
        keepToken(secrets, done);
    });
}

void SecretKeeper::keepToken(const Secrets &secrets, std::function<void(const Secrets &)> done)
{
    // A token that cannot be kept is good for this session all the same.
    m_vault.write(kToken, secrets.token, this, [secrets, done = std::move(done)](VaultOutcome) { done(secrets); });
}

void SecretKeeper::forget()
{
    m_vault.remove(kToken, this, [](VaultOutcome) {});
    m_vault.remove(kStoreKey, this, [](VaultOutcome) {});
}

} // namespace balcao
