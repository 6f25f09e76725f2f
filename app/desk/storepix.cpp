// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "desk/storepix.h"

namespace balcao::desk {

void StorePix::account(std::function<void(const store::PixAccountRow &)> done)
{
    m_store.read([](store::StoreReader &reader) { return reader.charges().account(); }, this,
                 [done = std::move(done)](const Result<store::PixAccountRow> &row) {
                     if (row)
                         done(*row);
                 });
}

} // namespace balcao::desk
