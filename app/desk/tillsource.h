// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// What the till's report needs of the world: days as the store has them. GUI thread.
#pragma once

#include "core/result.h"
#include "store/tillrows.h"

#include <functional>

namespace balcao::desk {

class TillSource
{
public:
    TillSource() = default;
    virtual ~TillSource() = default;
    Q_DISABLE_COPY_MOVE(TillSource)

    using Read = std::function<void(const Result<store::TillDay> &, const QList<store::TillReportRow> &)>;
    /// With the newest closed days beside it.
    virtual void day(const QString &day, const DayBounds &bounds, Read done) = 0;
};

} // namespace balcao::desk
