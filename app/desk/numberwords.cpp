// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "desk/numberwords.h"

#include "core/numberstate.h"
#include "core/text.h"

namespace balcao::desk {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 kNewNameMs = 7 * kDayMs;

/// Slowed down or under watch, it is the shop's all the same.
bool isConnected(const QString &status)
{
    return status == "CONNECTED"_L1 || status == "FLAGGED"_L1 || status == "RESTRICTED"_L1 ||
           status == "RATE_LIMITED"_L1;
}

} // namespace

bool NumberWords::isRenamed(const store::ChannelRow &row) const
{
    return row.renamedAt > 0 && m_nowMs - row.renamedAt < kNewNameMs;
}

NumberWords::Standing NumberWords::standing(const store::ChannelRow &row) const
{
    if (row.number.isEmpty())
        return Standing::Unknown;
    return doubt(row).isEmpty() ? Standing::VouchedFor : Standing::Doubtful;
}

QString NumberWords::doubt(const store::ChannelRow &row) const
{
    if (row.number.isEmpty())
        return {};
    // The gravest first.
    if (row.status == kNumberUnheard)
        return tr("Meta does not say any more how the number stands: it may no longer be the shop's.");
    if (row.status == "BANNED"_L1)
        return tr("Meta has banned the number.");
    if (!isConnected(row.status))
        return tr("The number is not connected at Meta.");
    // A code that was confirmed and has expired since is what every older number has.
    if (row.verification != "VERIFIED"_L1 && row.verification != "EXPIRED"_L1)
        return tr("Meta has not confirmed whose number it is.");
    if (isRenamed(row))
        return tr("The shop is called %1 on WhatsApp since %2; before it was %3.")
            .arg(isolated(row.verifiedName), m_wording.shortDay(row.renamedAt, m_nowMs), isolated(row.formerName));
    if (row.nameStatus != "APPROVED"_L1)
        return tr("Meta has not approved the shop's name on WhatsApp.");
    return {};
}

QString NumberWords::nameState(const store::ChannelRow &row)
{
    const QString &said = row.nameStatus;
    if (said == "APPROVED"_L1)
        return tr("approved by Meta");
    if (said == "AVAILABLE_WITHOUT_REVIEW"_L1)
        return tr("not looked at by Meta");
    if (said == "PENDING_REVIEW"_L1)
        return tr("Meta is looking at it");
    if (said == "DECLINED"_L1)
        return tr("declined by Meta");
    if (said == "EXPIRED"_L1)
        return tr("the approval has ended");
    return said.isEmpty() ? QString() : tr("not approved by Meta");
}

QString NumberWords::quality(const store::ChannelRow &row)
{
    if (row.quality == "GREEN"_L1)
        return tr("high");
    if (row.quality == "YELLOW"_L1)
        return tr("medium");
    if (row.quality == "RED"_L1)
        return tr("low");
    return row.quality.isEmpty() ? QString() : tr("not rated yet");
}

} // namespace balcao::desk
