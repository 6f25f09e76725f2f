// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The file `keyid` beside a store: says that a key was made for it, when, and which one; no secret.
// Order when a key is made: vault, marker, store. A key that can be read without a marker: write one.
#pragma once

#include "core/result.h"

#include <QUuid>

#include <optional>

namespace balcao {
class Clock;
}

namespace balcao::net {

struct KeyMarker
{
    QUuid keyId; ///< random, not derived from the key
    qint64 createdMs = 0;

    static KeyMarker create(const Clock &clock);

    /// What decide() asks. A damaged or unreadable marker is present: better ask than make a new key.
    static bool isPresent(const QString &folder);
    /// Nothing when there is none; Corrupt when it cannot be understood.
    static Result<std::optional<KeyMarker>> read(const QString &folder);
    /// Whole or not at all, owner only.
    [[nodiscard]] Result<void> write(const QString &folder) const;

    friend bool operator==(const KeyMarker &, const KeyMarker &) = default;
};

} // namespace balcao::net
