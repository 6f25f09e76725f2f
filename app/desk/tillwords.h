// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// What the till's report says of a charge: how it stands, what is wrong with it and what to do next. Plain text.
#pragma once

#include "desk/chargewords.h"
#include "store/tillrows.h"

#include <QCoreApplication>

namespace balcao::desk {

class TillWords
{
    Q_DECLARE_TR_FUNCTIONS(balcao::desk::TillWords)

public:
    explicit TillWords(const Wording &wording) : m_wording(wording) {}

    /// As a list names them; a phone is masked.
    [[nodiscard]] static QString customer(const store::TillRow &row);
    [[nodiscard]] static QString customer(const store::TillStrayRow &row);
    /// "10:15"; of another day than `day` "24/11 10:15".
    [[nodiscard]] QString time(qint64 atMs, qint64 dayAtMs) const;
    /// "PAID", "+ R$ 10,00"…
    [[nodiscard]] static QString state(const store::TillRow &row, qint64 nowMs);
    [[nodiscard]] static ChargeTone tone(const store::TillRow &row, qint64 nowMs);
    /// The same of a slip, where no amount has its currency: "+ 10,00"
    [[nodiscard]] static QString slipState(const store::TillRow &row, qint64 nowMs);
    /// "+ 10,00", "− 10,00"
    [[nodiscard]] static QString signedMoney(Money amount);

    /// "Paid too much: R$ 80,00 instead of R$ 70,00"
    [[nodiscard]] static QString difference(const store::TillRow &row, TillDifference which);
    /// The next step.
    [[nodiscard]] static QString advice(const store::TillRow &row, TillDifference which);
    [[nodiscard]] static QString askTheBank();
    /// "No charge of Balcão's · E2E ending in 8f20c1"
    [[nodiscard]] static QString stray(const store::TillStrayRow &row);
    /// Its last letters: nobody reads 32.
    [[nodiscard]] static QString ending(const store::TillStrayRow &row);
    /// Of all of them together; empty when they cancel out.
    [[nodiscard]] static QString balance(Money sum);

private:
    [[nodiscard]] static QString state(const store::TillRow &row, qint64 nowMs, bool currency);

    const Wording &m_wording;
};

} // namespace balcao::desk
