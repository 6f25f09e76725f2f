// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The desk's own check of a PIN while the relay cannot be reached: PBKDF2, written after a login that the
// relay confirmed. Any thread; slow by design.
#pragma once

#include <QByteArray>
#include <QString>

namespace balcao::net {

/// 32 bytes.
QByteArray pinVerifier(const QString &pin, const QByteArray &salt);
QByteArray freshSalt();

} // namespace balcao::net
