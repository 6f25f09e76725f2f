// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// JSON as Meta writes it: compact, every character outside ASCII as \uXXXX in lower-case hex, "/" as "\/".
// The signature covers these very bytes, so a reader that re-serialises before checking must fail here too.
#pragma once

#include <QByteArray>
#include <QJsonObject>

namespace balcao::sandbox {

QByteArray asciiJson(const QJsonObject &object);

} // namespace balcao::sandbox
