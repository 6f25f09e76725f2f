// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The till's day: closed once, under a number, with the figures that the relay worked out. No subject: it is the
// shop's. Nothing about a customer is in it, so it is never blanked.
#pragma once

#include "core/till.h"
#include "wire/codec.h"

namespace balcao::wire {

/// Takes in every charge until that day's end that no report has, what became of others after theirs, and the same of
/// what came without one.
struct TillClosed
{
    static constexpr QLatin1StringView kKind{"till.closed"};
    qint64 number = 0; ///< 1, 2, 3…
    QString day;       ///< "2026-11-25", the shop's
    qint64 startsAt = 0;
    qint64 endsAt = 0;
    TillFigures figures;

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit("number", self.number);
        visit("day", self.day, 10);
        visit("starts_at", self.startsAt);
        visit("ends_at", self.endsAt);
        visit("figures", self.figures);
    }
    friend bool operator==(const TillClosed &, const TillClosed &) = default;
};

} // namespace balcao::wire
