// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "core/pinverifier.h"

#include "core/constanttime.h"

#include <QCryptographicHash>
#include <QPasswordDigestor>
#include <QRandomGenerator>

namespace balcao {

namespace {

constexpr int kSaltWords = 4;
constexpr quint64 kHashBytes = 32;

QByteArray hashed(const QString &pin, const QByteArray &salt)
{
    return QPasswordDigestor::deriveKeyPbkdf2(QCryptographicHash::Sha256, pin.toUtf8(), salt, pinRounds(), kHashBytes);
}

} // namespace

PinVerifier pinVerifier(const QString &pin)
{
    quint32 words[kSaltWords];
    QRandomGenerator::system()->fillRange(words);
    const QByteArray salt(reinterpret_cast<const char *>(words), sizeof words);
    return {salt, hashed(pin, salt)};
}

bool isPin(const QString &pin, const PinVerifier &verifier)
{
    return !verifier.hash.isEmpty() && equalInConstantTime(hashed(pin, verifier.salt), verifier.hash);
}

} // namespace balcao
