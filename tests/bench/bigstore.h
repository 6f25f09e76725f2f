// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// A desk's store that holds a BigShop: made once through the store's own write path, page by page, then kept
// under a name that is a hash of everything it came from.
#pragma once

#include "bigshop.h"

namespace balcao::test {

/// 1,000,000 messages: what start, memory and disk are quoted from.
inline constexpr ShopSize kMillion{50'000, 100'000, 18};

struct BigStore
{
    QString folder;
    qint64 events = 0; ///< 0: it stood there already
    qint64 tookMs = 0;
};

/// Ends the program when it cannot be made. `cache`: a folder that lasts.
BigStore bigStore(const QString &cache, const ShopSize &size);

} // namespace balcao::test
