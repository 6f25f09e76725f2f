// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Desks, their tokens and the codes that pair them. Tokens and codes are kept as hashes only; a token is
// derived from the relay's key, the code and the desk's nonce, so that a lost answer can be given again.
#pragma once

#include "relay/store/log.h"

namespace balcao::relay {

class RelayData;
struct Stamp;

struct DeskRow
{
    DeskId id;
    QString name;
    QByteArray tokenHash; ///< raw SHA-256
    qint64 pairedAt = 0;
    bool revoked = false;
};

struct Paired
{
    DeskId desk;
    QString token;
};

class Registry
{
public:
    static constexpr qint64 kCodeMs = 10 * 60 * 1000;
    /// By everybody together: each address has ten a minute, so that nobody ends another's code alone, and
    /// this many guesses find one of 2^40 codes once in a hundred million times.
    static constexpr int kCodeTries = 10'000;

    explicit Registry(RelayData &data) : m_data(data) {}

    /// 8 characters of Crockford's base 32, for the console to print once.
    Result<QString> newCode();
    /// Nothing: wrong, used, expired or dead. The same code and nonce get the same answer while it lives.
    Result<std::optional<Paired>> pair(const QString &code, const QString &device, const QString &nonce);
    Result<QList<DeskRow>> desks();
    Result<bool> isRevoked(DeskId desk);
    /// False: unknown or revoked already.
    Result<bool> revoke(DeskId desk, const Stamp &stamp);

private:
    Result<void> countWrongTry();

    RelayData &m_data;
};

/// Upper case, O as 0, I and L as 1, dashes and spaces dropped.
QString canonicalCode(const QString &code);

} // namespace balcao::relay
