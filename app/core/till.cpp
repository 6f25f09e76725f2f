// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "core/till.h"

#include <QDateTime>

#include <algorithm>

namespace balcao {

namespace {

TillOperator &rowOf(QList<TillOperator> &rows, OperatorId author)
{
    const auto who = author.isNull() ? std::optional<OperatorId>() : std::optional(author);
    const auto found = std::ranges::find(rows, who, &TillOperator::who);
    if (found != rows.end())
        return *found;
    rows.append(TillOperator{who, {}, {}, {}});
    return rows.last();
}

void addChange(TillSum &sum, Money change)
{
    if (change.centavos != 0)
        sum.add(change);
}

void addLater(TillFigures &figures, const TillCharge &charge)
{
    const TillMark since = charge.since();
    addChange(figures.laterPaid, since.paid);
    addChange(figures.laterReturned, since.returned);
    addChange(figures.laterWithdrawn, since.withdrawn);
    addChange(figures.laterByHand, since.byHand);
    if (since.paid.centavos == 0 && since.byHand.centavos == 0)
        return;
    TillOperator &row = rowOf(figures.operators, charge.author);
    addChange(row.paid, since.paid);
    addChange(row.byHand, since.byHand);
}

/// What an earlier report has said was wrong with it, in money.
Money toldDifference(const TillCharge &charge, qint64 nowMs)
{
    if (!charge.told)
        return {};
    TillCharge before = charge;
    before.facts.paid = charge.told->paid;
    before.facts.returned = charge.told->returned;
    before.facts.withdrawn = charge.told->withdrawn;
    return differenceIn(before, differenceOf(before, nowMs));
}

/// Where the day's own charge counts.
TillSum &groupOf(TillFigures &figures, ChargeState state)
{
    switch (state) {
    case ChargeState::Creating:
    case ChargeState::Waiting:
        return figures.open;
    case ChargeState::Expired:
        return figures.expired;
    case ChargeState::Cancelled:
        return figures.cancelled;
    case ChargeState::Settled:
        return figures.byHand;
    default:
        return figures.paid;
    }
}

void addOwn(TillFigures &figures, const TillCharge &charge, ChargeState state)
{
    const ChargeFacts &facts = charge.facts;
    const bool isPaid = facts.paid.centavos > 0;
    figures.charged.add(facts.amount);
    groupOf(figures, state).add(isPaid ? facts.paid : facts.amount);
    if (facts.returned.centavos > 0)
        figures.returned.add(facts.returned);
    if (facts.withdrawn.centavos > 0)
        figures.withdrawn.add(facts.withdrawn);
    TillOperator &row = rowOf(figures.operators, charge.author);
    row.charged.add(facts.amount);
    if (isPaid)
        row.paid.add(facts.paid);
    if (state == ChargeState::Settled)
        row.byHand.add(facts.amount);
}

void addStray(TillFigures &figures, const TillStray &stray)
{
    const TillMark since = stray.since();
    addChange(figures.strays, since.paid);
    addChange(stray.told ? figures.laterReturned : figures.returned, since.returned);
    addChange(stray.told ? figures.laterWithdrawn : figures.withdrawn, since.withdrawn);
}

Money kept(const ChargeFacts &facts)
{
    return {facts.paid.centavos - facts.returned.centavos};
}

} // namespace

QTimeZone shopZone(const QByteArray &name)
{
    const QTimeZone zone = name.isEmpty() ? QTimeZone() : QTimeZone(name);
    return zone.isValid() ? zone : QTimeZone("America/Sao_Paulo");
}

DayBounds dayBounds(QDate day, const QTimeZone &zone)
{
    return {day.startOfDay(zone).toMSecsSinceEpoch(), day.addDays(1).startOfDay(zone).toMSecsSinceEpoch()};
}

QString dayOf(qint64 atMs, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(atMs, zone).date().toString(Qt::ISODate);
}

std::optional<QDate> dayFrom(QStringView text)
{
    constexpr int kLength = 10;
    const QDate day = QDate::fromString(text.toString(), Qt::ISODate);
    const bool isOne = text.size() == kLength && day.isValid() && day.toString(Qt::ISODate) == text;
    return isOne ? std::optional(day) : std::nullopt;
}

TillDifference differenceOf(const TillCharge &charge, qint64 nowMs)
{
    const ChargeFacts &facts = charge.facts;
    switch (chargeState(facts, nowMs)) {
    case ChargeState::Withdrawn:
        return TillDifference::Withdrawn;
    case ChargeState::PaidLess:
        return TillDifference::PaidLess;
    case ChargeState::PaidMore:
        return charge.payments > 1 && kept(facts).centavos >= 2 * facts.amount.centavos ? TillDifference::PaidTwice
                                                                                        : TillDifference::PaidMore;
    case ChargeState::Paid: {
        // Of several payments nobody can say which one is the good one.
        const bool isLate = charge.payments <= 1 && facts.expiresAt && charge.paidAt > *facts.expiresAt;
        return facts.cancelled || isLate ? TillDifference::PaidLate : TillDifference::None;
    }
    default:
        return TillDifference::None;
    }
}

Money differenceIn(const TillCharge &charge, TillDifference difference)
{
    switch (difference) {
    case TillDifference::PaidLess:
    case TillDifference::PaidMore:
    case TillDifference::PaidTwice:
        return {kept(charge.facts).centavos - charge.facts.amount.centavos};
    case TillDifference::Withdrawn:
        return {-charge.facts.withdrawn.centavos};
    case TillDifference::PaidLate:
    case TillDifference::None:
        break;
    }
    return {};
}

TillFigures tillFigures(const QList<TillCharge> &charges, const QList<TillStray> &strays, qint64 nowMs)
{
    TillFigures figures;
    for (const TillCharge &charge : charges) {
        const ChargeState state = chargeState(charge.facts, nowMs);
        if (state == ChargeState::Refused)
            continue; // nothing was ever asked of anybody
        if (charge.told)
            addLater(figures, charge);
        else
            addOwn(figures, charge, state);
        const TillDifference difference = differenceOf(charge, nowMs);
        figures.differences.count += difference != TillDifference::None ? 1 : 0;
        // What was told and is settled goes out again.
        figures.differences.sum.centavos +=
            differenceIn(charge, difference).centavos - toldDifference(charge, nowMs).centavos;
    }
    int here = 0;
    for (const TillStray &stray : strays) {
        addStray(figures, stray);
        here += stray.isHere() ? 1 : 0;
        figures.differences.count += stray.since().withdrawn.centavos > 0 ? 1 : 0;
        figures.differences.sum.centavos += stray.difference().centavos;
    }
    figures.differences.count += findingsOf(here);
    // In one order, whatever came first.
    std::ranges::sort(figures.operators, {}, [](const TillOperator &one) {
        return std::pair(-one.charged.sum.centavos, one.who.value_or(OperatorId()).text());
    });
    return figures;
}

} // namespace balcao
