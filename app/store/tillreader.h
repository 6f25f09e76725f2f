// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The till's days, open and closed. Reads by the indexes of days, so that it takes as long as the day is, whatever the
// shop has charged before. Reader thread, but for markTold().
#pragma once

#include "sql/connection.h"
#include "store/tillrows.h"

namespace balcao::store {

class TillReader
{
public:
    explicit TillReader(sql::Connection &projection) : m_db(projection) {}

    /// `bounds`: the day's, should it be open.
    Result<TillDay> day(const QString &day, const DayBounds &bounds);
    /// Newest number first.
    Result<QList<TillReportRow>> reports(int limit);
    /// Fills in who those are whose name is not known.
    Result<void> name(QList<TillStrayRow> &strays);

private:
    Result<QList<TillRow>> open(qint64 endsAt);
    Result<QList<TillRow>> closed(qint64 number);
    Result<QList<TillStrayRow>> openStrays(qint64 endsAt);
    Result<QList<TillStrayRow>> straysOf(qint64 number);

    sql::Connection &m_db;
};

/// What a report that closes takes in is told of from now on. Writer thread.
Result<void> markTold(sql::Connection &projection, qint64 number, qint64 endsAt);

} // namespace balcao::store
