// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// How much room a disk has left.
#pragma once

#include <QString>

#include <optional>

namespace balcao {

/// With less than this people are warned: a busy day still fits.
inline constexpr qint64 kLittleDisk = qint64(500) * 1024 * 1024;

/// For this user, on the disk of that folder; nothing: the system does not say. May block on a network's disk.
std::optional<qint64> freeBytesAt(const QString &folder);

} // namespace balcao
