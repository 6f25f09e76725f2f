// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// What is kept of a PIN, at the relay and for a desk that cannot reach it: PBKDF2-HMAC-SHA-256 with an own salt.
// Any thread; slow by design, so never the one that draws.
#pragma once

#include <QByteArray>
#include <QString>

namespace balcao {

/// What a PIN is checked against; an empty hash: none set.
struct PinVerifier
{
    QByteArray salt; ///< 16 bytes
    QByteArray hash; ///< 32 bytes
};

/// With a fresh salt.
PinVerifier pinVerifier(const QString &pin);
/// In constant time.
bool isPin(const QString &pin, const PinVerifier &verifier);

/// How often PBKDF2 hashes: 120,000 times. Alone in its file (pinrounds.cpp), so that the linker leaves that out where a
/// test program defines its own, smaller one (tests/support/quickpins.cpp). Another number makes every PIN that is
/// kept unknown.
int pinRounds();

} // namespace balcao
