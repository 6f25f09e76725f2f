// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Who changed a thing last, and who else before: enough to know, for any desk, what it has not seen.
#pragma once

#include "core/id.h"

namespace balcao::relay {

struct LastChange
{
    qint64 seq = 0;
    DeskId desk;          ///< null: no desk's doing
    qint64 othersSeq = 0; ///< the last by anybody but `desk`

    void set(qint64 at, DeskId by)
    {
        if (by != desk)
            othersSeq = seq;
        seq = at;
        desk = by;
    }
    /// Somebody else changed it after `seen`; a desk knows its own doings.
    [[nodiscard]] bool isNewTo(DeskId who, qint64 seen) const { return (who == desk ? othersSeq : seq) > seen; }
};

} // namespace balcao::relay
