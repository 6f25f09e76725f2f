// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// What the store knows of the till's days, as presenters get it.
#pragma once

#include "core/till.h"
#include "store/pixrows.h"

namespace balcao::store {

/// A day that is closed.
struct TillReportRow
{
    qint64 number = 0;
    QString day; ///< "2026-11-25"
    DayBounds bounds;
    qint64 at = 0;
    QString by; ///< operator's name
    TillFigures figures;

    friend bool operator==(const TillReportRow &, const TillReportRow &) = default;
};

struct TillRow
{
    ChargeRow charge;
    QString customer; ///< as the list names them; may be empty
    QString username;
    QString maskedPhone;
    int payments = 0;
    std::optional<TillMark> told; ///< by earlier reports
    qint64 toldIn = 0;            ///< the first of them; 0: none

    [[nodiscard]] TillCharge counted() const { return {charge.facts, charge.authorId, payments, charge.paidAt, told}; }
    friend bool operator==(const TillRow &, const TillRow &) = default;
};

/// What came and no charge asked for.
struct TillStrayRow
{
    QString endToEndId;
    qint64 at = 0;
    TillStray counted;
    qint64 toldIn = 0;           ///< the first report that has it; 0: none
    ConversationId conversation; ///< whose it was; none: a sale at the counter, or nobody knows
    QString customer;            ///< as the list names them; may be empty
    QString username;
    QString maskedPhone;
    bool isOnItsWay = false; ///< what was said of it here, and the relay has not answered

    friend bool operator==(const TillStrayRow &, const TillStrayRow &) = default;
};

/// One day as it stands; `report` set: it is closed, and figures and rows are as they stood when that was made.
struct TillDay
{
    std::optional<TillReportRow> report;
    qint64 nextNumber = 1;
    qint64 seen = 0;     ///< the last event in it
    QList<TillRow> rows; ///< newest first; also of days before that no report has, and what became of what one has
    QList<TillStrayRow> strays; ///< the same
    QHash<OperatorId, QString> operators;
};

} // namespace balcao::store
