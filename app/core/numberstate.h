// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// How a number of the shop's stands at Meta, where its own words do not reach.
#pragma once

#include <QLatin1StringView>

namespace balcao {

/// A status of ours among Meta's: Meta does not say any more how the number stands. The rest is what it said last.
inline constexpr QLatin1StringView kNumberUnheard{"UNHEARD"};

} // namespace balcao
