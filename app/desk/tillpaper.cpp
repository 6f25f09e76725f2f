// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Of TillPresenter: the report in the lines of a slip, and the table below it on a sheet.

#include "core/text.h"
#include "desk/tillpresenter.h"

namespace balcao::desk {

using namespace Qt::Literals::StringLiterals;

namespace {

using Line = PrintedTillLine;
using Kind = PrintedTillLine::Kind;

constexpr qsizetype kLongestName = 40;

void add(PrintedTill &paper, const QString &name, const TillSum &sum, bool always = false, Kind kind = Kind::Row)
{
    if (always || sum.count > 0)
        paper.slip.append({kind, name, u" (%1)"_s.arg(sum.count), moneyShown(sum.sum)});
}

void rule(PrintedTill &paper)
{
    paper.slip.append({Kind::Rule, {}, {}, {}});
}

} // namespace

void TillPresenter::fillPeople(PrintedTill &paper) const
{
    if (figures().operators.isEmpty())
        return;
    rule(paper);
    paper.slip.append({Kind::Words, tr("Paid at the bank, by who charged"), {}, {}});
    for (const TillOperator &one : figures().operators)
        add(paper, nameOf(one.who), {one.charged.count, one.paid.sum}, true);
}

void TillPresenter::fillSlip(PrintedTill &paper) const
{
    const TillFigures &f = figures();
    add(paper, tr("Charged"), f.charged, true);
    add(paper, tr("Paid at the bank"), f.paid, true, Kind::Strong);
    add(paper, tr("Settled by hand"), f.byHand);
    add(paper, tr("Still open"), f.open, true);
    add(paper, tr("Expired"), f.expired);
    add(paper, tr("Cancelled"), f.cancelled);
    add(paper, tr("Returned"), f.returned);
    add(paper, tr("Taken back (MED)"), f.withdrawn);
    add(paper, tr("Without a charge"), f.strays);
    if (f.hasLater()) {
        rule(paper);
        paper.slip.append({Kind::Words, tr("After earlier closings"), {}, {}});
        add(paper, tr("Paid at the bank"), f.laterPaid);
        add(paper, tr("Settled by hand"), f.laterByHand);
        add(paper, tr("Returned"), f.laterReturned);
        add(paper, tr("Taken back (MED)"), f.laterWithdrawn);
    }
    fillPeople(paper);
    rule(paper);
    paper.slip.append({Kind::Strong, tr("Differences"), {}, QString::number(f.differences.count)});
    for (const store::TillRow &row : m_day.rows) {
        const TillDifference which = differenceOf(row.counted(), asOf());
        if (which != TillDifference::None)
            paper.slip.append({Kind::Row, unisolated(TillWords::customer(row)), {}, TillWords::slipState(row, asOf())});
    }
    int here = 0;
    Money came;
    for (const store::TillStrayRow &row : m_day.strays) {
        if (row.counted.since().withdrawn.centavos > 0)
            paper.slip.append({Kind::Row, tr("Taken back (MED)"), u" (%1)"_s.arg(TillWords::ending(row)),
                               TillWords::signedMoney({-row.counted.since().withdrawn.centavos})});
        here += row.counted.isHere() ? 1 : 0;
        came.centavos += row.counted.isHere() ? row.counted.now.kept().centavos : 0;
    }
    if (here > 0)
        paper.slip.append({Kind::Row, tr("Without a charge"), u" (%1)"_s.arg(here), TillWords::signedMoney(came)});
    rule(paper);
    paper.slip.append({Kind::Strong, tr("Came by Pix"), {}, moneyShown(f.received())});
    if (f.kept() != f.received())
        paper.slip.append({Kind::Strong, tr("Stayed there"), {}, moneyShown(f.kept())});
    if (const QString read = readText(); !read.isEmpty())
        paper.slip.append({Kind::Words, read.left(1).toUpper() + read.mid(1), {}, {}});
}

PrintedTill TillPresenter::printed() const
{
    PrintedTill paper;
    const qint64 now = m_clock.nowMs();
    paper.slip.append({Kind::Title, m_shop, {}, {}});
    const QString date = m_wording.stamp(bounds().startsAt).section(u' ', 0, 0);
    paper.slip.append({Kind::Centre, tr("Pix closing · %1").arg(date), {}, {}});
    if (m_day.report) {
        paper.slip.append({Kind::Centre, tr("Report no. %1").arg(m_day.report->number), {}, {}});
        const QString by = previewText(m_day.report->by, kLongestName);
        const QString when = m_wording.stamp(m_day.report->at);
        paper.slip.append(
            {Kind::Centre, by.isEmpty() ? tr("Closed %1").arg(when) : tr("Closed %1 by %2").arg(when, by), {}, {}});
    } else {
        paper.slip.append({Kind::Centre, tr("Not closed · as of %1").arg(m_wording.stamp(now)), {}, {}});
    }
    rule(paper);
    fillSlip(paper);
    rule(paper);
    paper.slip.append({Kind::Sign, tr("Checked by"), {}, {}});
    for (int i = 0; i < TillModel::kColumns; ++i)
        paper.head.append(TillModel::title(i));
    const QList<TillLine> lines = linesOf(m_day); // of everybody, as the sums are
    for (const TillLine &line : lines) {
        QStringList cells;
        for (int i = 0; i < TillModel::kColumns; ++i)
            cells.append(unisolated(TillModel::text(line, i)));
        paper.table.append(cells);
    }
    return paper;
}

} // namespace balcao::desk
