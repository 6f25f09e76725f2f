// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "desk/tillwords.h"

#include "core/text.h"
#include "desk/inboxmodel.h"

namespace balcao::desk {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype kLongestName = 60;

Money absolute(Money amount)
{
    return {qAbs(amount.centavos)};
}

/// As the list has them.
QString named(const auto &row)
{
    store::ConversationRow known;
    known.name = row.customer;
    known.username = row.username;
    known.maskedPhone = row.maskedPhone;
    return isolated(previewText(displayName(known), kLongestName));
}

QString signOf(Money amount)
{
    return amount.centavos < 0 ? u"\u2212 "_s : u"+ "_s;
}

} // namespace

QString TillWords::customer(const store::TillRow &row)
{
    return named(row);
}

QString TillWords::customer(const store::TillStrayRow &row)
{
    return named(row);
}

QString TillWords::time(qint64 atMs, qint64 dayAtMs) const
{
    const QString clock = m_wording.clock(atMs);
    return m_wording.sameDay(atMs, dayAtMs) ? clock : m_wording.dayMonth(atMs) + u' ' + clock;
}

QString TillWords::signedMoney(Money amount)
{
    return signOf(amount) + moneyShown(absolute(amount));
}

QString TillWords::state(const store::TillRow &row, qint64 nowMs)
{
    return state(row, nowMs, true);
}

QString TillWords::slipState(const store::TillRow &row, qint64 nowMs)
{
    return state(row, nowMs, false);
}

QString TillWords::state(const store::TillRow &row, qint64 nowMs, bool currency)
{
    const TillCharge charge = row.counted();
    switch (const TillDifference which = differenceOf(charge, nowMs)) {
    case TillDifference::PaidLess:
    case TillDifference::PaidMore:
    case TillDifference::PaidTwice:
        return currency ? signOf(differenceIn(charge, which)) + reaisShown(absolute(differenceIn(charge, which)))
                        : signedMoney(differenceIn(charge, which));
    case TillDifference::PaidLate:
        return tr("Paid late");
    case TillDifference::Withdrawn:
    case TillDifference::None:
        break;
    }
    return ChargeWords::word(chargeState(charge.facts, nowMs));
}

ChargeTone TillWords::tone(const store::TillRow &row, qint64 nowMs)
{
    const TillCharge charge = row.counted();
    return differenceOf(charge, nowMs) != TillDifference::None ? ChargeTone::Wrong
                                                               : ChargeWords::tone(chargeState(charge.facts, nowMs));
}

QString TillWords::difference(const store::TillRow &row, TillDifference which)
{
    const ChargeFacts &facts = row.charge.facts;
    const QString kept = reaisShown({facts.paid.centavos - facts.returned.centavos});
    switch (which) {
    case TillDifference::PaidLess:
        return tr("Paid too little: %1 instead of %2").arg(kept, reaisShown(facts.amount));
    case TillDifference::PaidMore:
        return tr("Paid too much: %1 instead of %2").arg(kept, reaisShown(facts.amount));
    case TillDifference::PaidTwice:
        return tr("Paid %n times: %1 instead of %2", nullptr, row.payments).arg(kept, reaisShown(facts.amount));
    case TillDifference::PaidLate:
        return facts.cancelled ? tr("Paid after it was cancelled: %1").arg(kept)
                               : tr("Paid after its time was over: %1").arg(kept);
    case TillDifference::Withdrawn:
        return tr("Taken back by the bank (MED): %1 of %2").arg(reaisShown(facts.withdrawn), reaisShown(facts.paid));
    case TillDifference::None:
        break;
    }
    return {};
}

QString TillWords::advice(const store::TillRow &row, TillDifference which)
{
    const QString much = reaisShown(absolute(differenceIn(row.counted(), which)));
    switch (which) {
    case TillDifference::PaidLess:
        return tr("Charge the %1 that are missing, or agree on it with the customer.").arg(much);
    case TillDifference::PaidMore:
        return tr("Give %1 back to whoever paid, or agree on it with the customer.").arg(much);
    case TillDifference::PaidTwice:
        return tr("Give %1 back to whoever paid, by the bank and never to another key.").arg(much);
    case TillDifference::PaidLate:
        return tr("See whether the order still stands: hand it over, or give the money back.");
    case TillDifference::Withdrawn:
        return askTheBank();
    case TillDifference::None:
        break;
    }
    return {};
}

QString TillWords::askTheBank()
{
    return tr("Talk to your bank before anything else is handed over: the money is no longer the shop's.");
}

QString TillWords::ending(const store::TillStrayRow &row)
{
    constexpr qsizetype kEnding = 6;
    return previewText(row.endToEndId.right(kEnding));
}

QString TillWords::stray(const store::TillStrayRow &row)
{
    return tr("No charge of Balcão's · E2E ending in %1").arg(ending(row));
}

QString TillWords::balance(Money sum)
{
    if (sum.centavos == 0)
        return {};
    return sum.centavos > 0 ? tr("%1 more than was charged came in").arg(reaisShown(sum))
                            : tr("%1 less than was charged came in").arg(reaisShown(absolute(sum)));
}

} // namespace balcao::desk
