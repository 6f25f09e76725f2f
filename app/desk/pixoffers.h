// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Amounts that were named in a conversation, to be taken over into a charge: the shop's own first, the newest first.
#pragma once

#include "core/money.h"
#include "desk/wording.h"
#include "store/rows.h"

#include <QCoreApplication>

#include <optional>

namespace balcao::desk {

class PixOffers
{
    Q_DECLARE_TR_FUNCTIONS(balcao::desk::PixOffers)

public:
    /// None named yet.
    void clear();
    /// `rows`: oldest first; `reader`: whose own messages are "your".
    void read(const QList<store::ThreadRow> &rows, OperatorId reader, const Wording &wording);

    [[nodiscard]] bool isEmpty() const { return m_offers.isEmpty(); }
    /// "R$ 123,45 · your message of 14:24"; empty: none was found.
    [[nodiscard]] QString text() const { return m_offers.value(m_shown).text; }
    /// The one that is shown, when the shop itself named it.
    [[nodiscard]] std::optional<Money> own() const;
    /// The one that is shown; where that is `standing` already, the next, which is shown from now on.
    Money take(Money standing);

private:
    struct Offer
    {
        Money amount;
        QString text;
        bool isOwn = false;
    };

    QList<Offer> m_offers;
    int m_shown = 0;
};

} // namespace balcao::desk
