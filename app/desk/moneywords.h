// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Amounts of money in what people write: "R$ 1.234,56", "R$ 80", "fica 12,50". Pure.
#pragma once

#include "core/money.h"

#include <QList>
#include <QStringView>

namespace balcao::desk {

/// In the order of the text, each once. A number alone is money only with its two decimals: "12,50" and never "12".
QList<Money> amountsIn(QStringView text);

} // namespace balcao::desk
