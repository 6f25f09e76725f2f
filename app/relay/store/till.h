// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Days that are closed: each once, numbered in the order of closing, with figures from the charges as they stand.
#pragma once

#include "relay/store/log.h"

namespace balcao::relay {

class RelayData;
struct Stamp;

/// In meta: the shop's time zone as desks know it, IANA.
inline constexpr QLatin1StringView kTimezoneKey("timezone");

class Till
{
public:
    explicit Till(RelayData &data) : m_data(data) {}

    /// Of the report of that day; nothing: it is open.
    Result<std::optional<qint64>> numberOf(const QString &day);
    /// What the next one gets.
    Result<qint64> nextNumber();
    Result<QTimeZone> zone();
    /// Whether anything that is summed up has been said after event `seq`.
    Result<bool> hasMoreThan(qint64 seq);
    /// Says till.closed; of a day that is open. All charges until its end that no report has, and what became of others
    /// after theirs, are told of with it.
    Result<void> close(QDate day, const DayBounds &bounds, const Stamp &stamp);

private:
    Result<QList<TillCharge>> taken(qint64 endsAt);
    Result<QList<TillStray>> straysTaken(qint64 endsAt);
    Result<void> mark(qint64 number, qint64 endsAt);

    RelayData &m_data;
};

} // namespace balcao::relay
