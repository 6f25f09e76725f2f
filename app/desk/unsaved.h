// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// What has been typed about rows of a list and is not kept yet, by their id; a null id is that of a new one. Stays until
// it is kept or dropped, whatever becomes of the row. A value; GUI thread.
#pragma once

#include <QList>

#include <algorithm>

namespace balcao::desk {

template <class Row>
class Unsaved
{
public:
    using Id = decltype(Row::id);

    /// `stands`: what the row says without it. True when it became unsaved by this, or is no longer.
    bool put(const Row &typed, const Row &stands)
    {
        const auto at = place(typed.id);
        const bool had = at != m_rows.end();
        if (typed == stands)
            drop(typed.id);
        else if (had)
            *at = typed;
        else
            m_rows.append(typed);
        return had == (typed == stands);
    }
    void drop(const Id &id)
    {
        m_rows.removeIf([&id](const Row &one) { return one.id == id; });
    }
    [[nodiscard]] bool has(const Id &id) const { return find(id) != nullptr; }
    [[nodiscard]] const Row *find(const Id &id) const
    {
        const auto at = std::ranges::find_if(m_rows, [&id](const Row &one) { return one.id == id; });
        return at == m_rows.cend() ? nullptr : &*at;
    }
    /// In the order in which they were begun.
    [[nodiscard]] const QList<Row> &rows() const { return m_rows; }

private:
    auto place(const Id &id)
    {
        return std::ranges::find_if(m_rows, [&id](const Row &one) { return one.id == id; });
    }

    QList<Row> m_rows;
};

} // namespace balcao::desk
