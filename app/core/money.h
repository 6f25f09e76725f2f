// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Money: whole centavos of the real, never a fraction and never a float. How it is written for people is
// the shop's pt-BR whatever the desk's language; for the bank it is the "d.dd" of API Pix.
// Source: Banco Central, API Pix 2.9.0 (valor: "\d{1,10}\.\d{2}"); Manual do BR Code 2.0.1 (object 54).
#pragma once

#include <QString>
#include <QStringView>

#include <compare>
#include <optional>

namespace balcao {

struct Money
{
    qint64 centavos = 0;

    friend auto operator<=>(const Money &, const Money &) = default;
};

/// What one Pix can carry: ten digits of reais.
inline constexpr Money kMostMoney{999'999'999'999};

/// "1.234,56", "R$ 12", "12,5", also "12.50"; nothing for what could be read in two ways, for zero's
/// opposite and for more than kMostMoney. A dot before three digits parts thousands, as everywhere in Brazil.
std::optional<Money> moneyTyped(QStringView text);

/// "1234.56" of API Pix, and nothing looser: two decimals, at most ten digits before them.
std::optional<Money> moneyFromBank(QStringView text);

/// "1.234,56"; below zero with a minus before it, as the next.
QString moneyShown(Money amount);
/// "R$ 1.234,56", with the space that does not break.
QString reaisShown(Money amount);
/// "1234.56": API Pix, and object 54 of a BR Code.
QString moneyForBank(Money amount);

} // namespace balcao
