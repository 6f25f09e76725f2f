// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "desk/pixoffers.h"

#include "desk/moneywords.h"
#include "desk/pixactions.h"

#include <algorithm>

namespace balcao::desk {

namespace {

constexpr int kMostOffers = 6;

} // namespace

void PixOffers::clear()
{
    m_offers.clear();
    m_shown = 0;
}

// What the shop named itself comes first: that is the price. Of each, the newest.
void PixOffers::read(const QList<store::ThreadRow> &rows, OperatorId reader, const Wording &wording)
{
    clear();
    for (const bool own : {true, false}) {
        for (auto row = rows.crbegin(); row != rows.crend(); ++row) {
            if (row->kind != store::RowKind::Message || row->outbound != own || row->revoked)
                continue;
            QList<Money> amounts = amountsIn(row->text);
            std::ranges::reverse(amounts); // "12,00 + 3,50, dá 15,50": the sum stands last
            for (const Money amount : std::as_const(amounts)) {
                const bool known = std::ranges::any_of(m_offers, [&](const Offer &o) { return o.amount == amount; });
                if (known || amount > kMostCharged || m_offers.size() >= kMostOffers)
                    continue;
                const bool mine = own && row->authorId == reader;
                const QString whose = mine  ? tr("your message of %1")
                                      : own ? tr("the shop's message of %1")
                                            : tr("message of %1");
                m_offers.append(
                    {amount, tr("%1 · %2").arg(reaisShown(amount), whose.arg(wording.clock(row->sortAt))), own});
            }
        }
    }
}

std::optional<Money> PixOffers::own() const
{
    const Offer shown = m_offers.value(m_shown);
    return shown.isOwn ? std::optional(shown.amount) : std::nullopt;
}

Money PixOffers::take(Money standing)
{
    if (standing == m_offers[m_shown].amount)
        m_shown = (m_shown + 1) % static_cast<int>(m_offers.size());
    return m_offers[m_shown].amount;
}

} // namespace balcao::desk
