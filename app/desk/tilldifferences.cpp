// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "desk/tilldifferences.h"

#include "core/text.h"

namespace balcao::desk {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype kLongestName = 40;

} // namespace

QList<TillFinding> TillDifferences::of(const store::TillDay &day) const
{
    QList<TillFinding> found;
    for (const store::TillRow &row : day.rows) {
        if (const std::optional<TillFinding> wrong = of(row))
            found.append(*wrong);
    }
    // Many that came so are one thing to look at: a shop with its key on the wall has them every day.
    QList<store::TillStrayRow> here;
    for (const store::TillStrayRow &row : day.strays) {
        if (row.counted.since().withdrawn.centavos > 0)
            found.append(taken(row));
        if (row.counted.isHere())
            here.append(row);
    }
    if (findingsOf(static_cast<int>(here.size())) < here.size()) {
        found.append(come(here));
        return found;
    }
    for (const store::TillStrayRow &row : here)
        found.append(come({row}));
    return found;
}

std::optional<TillFinding> TillDifferences::of(const store::TillRow &row) const
{
    const TillCharge charge = row.counted();
    const TillDifference which = differenceOf(charge, m_now);
    if (which == TillDifference::None)
        return {};
    QStringList about{TillWords::customer(row)};
    if (!row.charge.author.isEmpty())
        about.append(isolated(previewText(row.charge.author, kLongestName)));
    about.append(m_words.time(row.charge.at, m_dayAt));
    TillFinding found;
    found.title = TillWords::difference(row, which);
    found.about = about.join(u" · "_s);
    found.advice = TillWords::advice(row, which);
    found.conversation = row.charge.conversation;
    found.message = row.charge.message;
    found.at = row.charge.at;
    if (which == TillDifference::PaidMore || which == TillDifference::PaidTwice) {
        found.over = row.charge;
        found.excess = differenceIn(charge, which);
    }
    return found;
}

QString TillDifferences::about(const store::TillStrayRow &row) const
{
    return TillWords::stray(row) + u" · "_s + m_words.time(row.at, m_dayAt);
}

TillFinding TillDifferences::taken(const store::TillStrayRow &row) const
{
    TillFinding found;
    found.title = tr("Taken back by the bank (MED): %1").arg(reaisShown(row.counted.since().withdrawn));
    found.about = about(row);
    found.advice = TillWords::askTheBank();
    found.at = row.at;
    return found;
}

TillFinding TillDifferences::come(const QList<store::TillStrayRow> &rows) const
{
    Money came;
    TillFinding found;
    for (const store::TillStrayRow &row : rows) {
        came.centavos += row.counted.now.kept().centavos;
        found.strays.append(row.endToEndId);
    }
    found.title = tr("Came to the bank without a charge: %1").arg(reaisShown(came));
    found.about = rows.size() == 1 ? about(rows.first())
                                   : tr("%n Pix; each stands below, and Enter there links it to a customer", nullptr,
                                        static_cast<int>(rows.size()));
    found.advice = tr("Who says they paid can read you that ending from their receipt.");
    found.at = rows.first().at;
    return found;
}

} // namespace balcao::desk
