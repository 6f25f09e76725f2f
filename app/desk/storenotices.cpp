// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "desk/storenotices.h"

namespace balcao::desk {

// From the writer: in the order of what was dropped just before.
void StoreNotices::notices(std::function<void(const QList<store::NoticeRow> &)> done)
{
    m_store.write([](store::StoreWriter &writer) { return writer.notices().all(); }, this,
                  [done = std::move(done)](const Result<QList<store::NoticeRow>> &rows) {
                      if (rows)
                          done(*rows);
                  });
}

void StoreNotices::drop(store::Notice notice)
{
    m_store.write([notice](store::StoreWriter &writer) { return writer.notices().drop(notice); });
}

} // namespace balcao::desk
