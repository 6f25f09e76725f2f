// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "desk/threadwindow.h"

namespace balcao::desk {

using store::ThreadKey;
using store::ThreadRow;

ThreadPlace ThreadWindow::older() const
{
    ThreadPlace place;
    place.kind = ThreadPlace::Kind::Older;
    place.key = m_rows.isEmpty() ? ThreadKey() : m_rows.first().key();
    place.limit = kPage;
    return place;
}

ThreadPlace ThreadWindow::newer() const
{
    ThreadPlace place;
    place.kind = ThreadPlace::Kind::Newer;
    place.key = m_rows.isEmpty() ? ThreadKey() : m_rows.last().key();
    ++place.key.seq;
    place.limit = kPage;
    return place;
}

ThreadPlace ThreadWindow::again(bool atEnd) const
{
    const int held = static_cast<int>(m_rows.size());
    ThreadPlace place;
    place.kind = ThreadPlace::Kind::Again;
    // What comes late may stand before everything that is held, when that is the beginning.
    place.key = m_hasOlder && !m_rows.isEmpty() ? m_rows.first().key() : ThreadKey();
    place.newest = atEnd && !m_hasNewer;
    place.limit = m_hasNewer ? qMax(held, kPage) : qMin(kMost, held + kPage);
    return place;
}

void ThreadWindow::take(const ThreadPlace &asked, const QList<ThreadRow> &rows, bool hasOlder, bool hasNewer)
{
    switch (asked.kind) {
    case ThreadPlace::Kind::Older:
        m_hasOlder = hasOlder;
        return prepend(rows);
    case ThreadPlace::Kind::Newer:
        m_hasNewer = hasNewer;
        return append(rows);
    case ThreadPlace::Kind::Again:
        m_hasOlder = hasOlder || (!asked.newest && m_hasOlder);
        break;
    case ThreadPlace::Kind::Unread:
    case ThreadPlace::Kind::Newest:
    case ThreadPlace::Kind::Around:
        m_hasOlder = hasOlder;
        break;
    }
    m_hasNewer = hasNewer;
    m_rows = rows;
}

void ThreadWindow::prepend(const QList<ThreadRow> &rows)
{
    m_rows = rows + m_rows;
    if (m_rows.size() <= kMost)
        return;
    m_rows.resize(kMost);
    m_hasNewer = true;
}

void ThreadWindow::append(const QList<ThreadRow> &rows)
{
    m_rows += rows;
    if (m_rows.size() <= kMost)
        return;
    m_rows = m_rows.last(kMost);
    m_hasOlder = true;
}

} // namespace balcao::desk
