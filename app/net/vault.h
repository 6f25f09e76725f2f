// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Where the desk keeps its two secrets: the relay's token and the key of its own store, 64 bytes or
// less each. And the rule that protects a store whose key cannot be read.
// Measured: a locked keyring (gnome-keyring) answers "no such entry", as an empty one does.
#pragma once

#include <QByteArray>
#include <QString>

#include <functional>

class QObject;

namespace balcao::net {

inline constexpr qsizetype kMaxSecretBytes = 64;

enum class VaultOutcome {
    Ok,
    NotFound, ///< not there, or the keyring is locked: nobody can tell without a KeyMarker
    Locked,   ///< denied, by the system or by a person
    Absent,   ///< no vault on this system now
    Failed,   ///< refused by ourselves (size), or not deleted
};

struct VaultRead
{
    VaultOutcome outcome = VaultOutcome::Failed;
    QByteArray bytes; ///< empty unless Ok
};

/// Asynchronous: the system may ask a person first, for minutes. Everything in the caller's thread;
/// nobody is called once `context` is gone, and never from inside the call itself.
class Vault
{
public:
    Vault() = default;
    virtual ~Vault();
    Q_DISABLE_COPY_MOVE(Vault)

    virtual void read(const QString &name, QObject *context, std::function<void(VaultRead)> done) = 0;
    virtual void write(const QString &name, const QByteArray &secret, QObject *context,
                       std::function<void(VaultOutcome)> done) = 0;
    /// Ok does not prove that anything was there.
    virtual void remove(const QString &name, QObject *context, std::function<void(VaultOutcome)> done) = 0;
};

enum class VaultState {
    Ok,     ///< the key was read
    Locked, ///< a key must exist and cannot be had: ask for unlocking, or pair again; never make a key
    Absent, ///< no vault: the token lives in memory for this session, with a banner
    Empty,  ///< no key and no store: the only state in which a key may be made
};

/// What reading the store's key means, given whether a KeyMarker stands beside the store.
VaultState decide(VaultOutcome readOutcome, bool markerPresent);

} // namespace balcao::net
