// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "core/disk.h"

#include <QStorageInfo>

namespace balcao {

std::optional<qint64> freeBytesAt(const QString &folder)
{
    const QStorageInfo disk(folder);
    return disk.isValid() && disk.bytesAvailable() >= 0 ? std::optional(disk.bytesAvailable()) : std::nullopt;
}

} // namespace balcao
