// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// A relay that came back from a backup: what this desk's copy of the log before has of its money, and the log of now
// has not. Read just before the one takes the other's place.
#pragma once

#include "sql/connection.h"

namespace balcao::store {

struct TurnedBack
{
    qint64 charges = 0;   ///< of the newest few thousand; those of whoever was erased are missed by nobody
    qint64 accountAt = 0; ///< since when who received before does again, relay time; 0: nobody else receives

    friend bool operator==(const TurnedBack &, const TurnedBack &) = default;
};

/// Both of this program's version.
Result<TurnedBack> turnedBack(sql::Connection &before, sql::Connection &now);
/// When who receives the shop's Pix was last changed, relay time; 0: nobody does.
Result<qint64> receivesSince(sql::Connection &projection);

} // namespace balcao::store
