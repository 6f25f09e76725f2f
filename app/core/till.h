// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// What a day's charges add up to, for the report that closes it: once for relay and desks, so that what a desk shows is
// what the relay freezes. A charge is told of in one report; what becomes of it afterwards counts in the next one, so
// that all reports together say what the bank says, to the centavo. Pure.
#pragma once

#include "core/chargestate.h"
#include "core/id.h"

#include <QDate>
#include <QList>
#include <QTimeZone>

namespace balcao {

/// The shop's, by its IANA name; São Paulo's where it has none that is known: Qt would take this machine's.
QTimeZone shopZone(const QByteArray &name);

/// From when to when; the second is the next day's.
struct DayBounds
{
    qint64 startsAt = 0;
    qint64 endsAt = 0;

    friend bool operator==(const DayBounds &, const DayBounds &) = default;
};
DayBounds dayBounds(QDate day, const QTimeZone &zone);
/// Of that moment, as it travels: "2026-11-25".
QString dayOf(qint64 atMs, const QTimeZone &zone);
/// Nothing for what is no such day.
std::optional<QDate> dayFrom(QStringView text);

/// What reports have said of a charge.
struct TillMark
{
    Money paid;
    Money returned;
    Money withdrawn;
    Money byHand;

    [[nodiscard]] constexpr Money kept() const { return {paid.centavos - returned.centavos - withdrawn.centavos}; }
    friend bool operator==(const TillMark &, const TillMark &) = default;
};

constexpr TillMark change(const TillMark &now, const std::optional<TillMark> &told)
{
    const TillMark before = told.value_or(TillMark());
    return {{now.paid.centavos - before.paid.centavos},
            {now.returned.centavos - before.returned.centavos},
            {now.withdrawn.centavos - before.withdrawn.centavos},
            {now.byHand.centavos - before.byHand.centavos}};
}

/// What the shop counts as paid because somebody says so.
constexpr Money byHand(const ChargeFacts &facts)
{
    return facts.settled && facts.paid.centavos == 0 ? facts.amount : Money{};
}
constexpr TillMark markOf(const ChargeFacts &facts)
{
    return {facts.paid, facts.returned, facts.withdrawn, byHand(facts)};
}

struct TillCharge
{
    ChargeFacts facts;
    OperatorId author;
    int payments = 0; ///< how many came
    qint64 paidAt = 0;
    std::optional<TillMark> told; ///< set: a report has it already, and this is about what came after

    /// What no report has said yet.
    [[nodiscard]] TillMark since() const { return change(markOf(facts), told); }
    friend bool operator==(const TillCharge &, const TillCharge &) = default;
};

/// Money that came to the shop's account and that no charge asked for. `now.paid` is nothing once a charge has claimed it.
struct TillStray
{
    TillMark now;
    std::optional<TillMark> told;
    bool isSale = false; ///< staff know what it was for: a sale at the counter

    [[nodiscard]] TillMark since() const { return change(now, told); }
    /// Somebody has to look at it: it is here, and neither a report nor staff have told of it.
    [[nodiscard]] bool isHere() const { return !told && !isSale && now.kept().centavos > 0; }
    /// What is wrong about it, in money.
    [[nodiscard]] Money difference() const { return isSale ? Money{-since().withdrawn.centavos} : since().kept(); }

    friend bool operator==(const TillStray &, const TillStray &) = default;
};

/// How many things there are to look at when so much came without a charge: a few one by one, many as one, for a shop
/// with its key on the wall has them every day.
constexpr int findingsOf(int strays)
{
    constexpr int kEach = 3;
    return strays > kEach ? 1 : strays;
}

/// What somebody has to do something about.
enum class TillDifference { None, PaidLess, PaidMore, PaidTwice, PaidLate, Withdrawn };
TillDifference differenceOf(const TillCharge &charge, qint64 nowMs);
/// What came too much (or, below zero, is missing).
Money differenceIn(const TillCharge &charge, TillDifference difference);

// fields(): as wire/codec.h wants them, for the event that freezes it.

struct TillSum
{
    int count = 0;
    Money sum;

    void add(Money amount)
    {
        ++count;
        sum.centavos += amount.centavos;
    }
    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit("count", self.count);
        visit("sum", self.sum.centavos); // no amount that is paid: it may be below zero
    }
    friend bool operator==(const TillSum &, const TillSum &) = default;
};

struct TillOperator
{
    std::optional<OperatorId> who; ///< none: nobody of the shop
    TillSum charged;
    TillSum paid; ///< at the bank, also for what an earlier report has
    TillSum byHand;

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit("operator", self.who);
        visit("charged", self.charged);
        visit("paid", self.paid);
        visit("by_hand", self.byHand);
    }
    friend bool operator==(const TillOperator &, const TillOperator &) = default;
};

/// `charged` is paid, byHand, open, expired and cancelled; by their amounts but for paid, which is what came.
struct TillFigures
{
    TillSum charged;
    TillSum paid;
    TillSum byHand;
    TillSum open;
    TillSum expired;
    TillSum cancelled;
    TillSum returned;    ///< of what was paid, by the shop
    TillSum withdrawn;   ///< of what was paid, by the bank (MED)
    TillSum strays;      ///< what came and no charge asked for; below zero when a charge has claimed what was told
    TillSum differences; ///< what to look at; the sum is what came too much, less what is missing, since
                         ///< the report before
    // After an earlier report had them:
    TillSum laterPaid;
    TillSum laterReturned;
    TillSum laterWithdrawn;
    TillSum laterByHand;
    QList<TillOperator> operators;

    /// All that came to the bank and is told of here.
    [[nodiscard]] Money received() const { return {paid.sum.centavos + laterPaid.sum.centavos + strays.sum.centavos}; }
    /// Less what went back.
    [[nodiscard]] Money kept() const
    {
        return {received().centavos - returned.sum.centavos - laterReturned.sum.centavos - withdrawn.sum.centavos -
                laterWithdrawn.sum.centavos};
    }
    [[nodiscard]] bool hasLater() const
    {
        return laterPaid.count + laterReturned.count + laterWithdrawn.count + laterByHand.count > 0;
    }

    template <class Self, class Visitor>
    static void fields(Self &self, Visitor &visit)
    {
        visit("charged", self.charged);
        visit("paid", self.paid);
        visit("by_hand", self.byHand);
        visit("open", self.open);
        visit("expired", self.expired);
        visit("cancelled", self.cancelled);
        visit("returned", self.returned);
        visit("withdrawn", self.withdrawn);
        visit("strays", self.strays);
        visit("differences", self.differences);
        visit("later_paid", self.laterPaid);
        visit("later_returned", self.laterReturned);
        visit("later_withdrawn", self.laterWithdrawn);
        visit("later_by_hand", self.laterByHand);
        visit.maybe("operators", self.operators);
    }
    friend bool operator==(const TillFigures &, const TillFigures &) = default;
};

/// In whatever order; `nowMs`: the relay's time.
TillFigures tillFigures(const QList<TillCharge> &charges, const QList<TillStray> &strays, qint64 nowMs);

} // namespace balcao
