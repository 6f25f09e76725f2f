// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// What one person has typed about rows of a list and not kept yet, by their id; a null id is that of a new one. Stays
// until it is kept or dropped, whatever becomes of the row. Only the fields that were typed are theirs: the others
// follow the row. A value; GUI thread.
#pragma once

#include <QList>

#include <algorithm>
#include <optional>

namespace balcao::desk {

template <class Row, auto... Fields>
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
            at->typed = typed;
        else
            m_rows.append({typed, stands});
        return had == (typed == stands);
    }
    /// The row says something else now: a field that was not typed follows it, one that was is in conflict.
    void follow(const Row &stands)
    {
        const auto at = place(stands.id);
        if (at == m_rows.end())
            return;
        (followOne(*at, stands, Fields), ...);
        if (at->typed == stands)
            m_rows.erase(at);
    }
    /// A field was typed, and the row says something else there than when that was begun.
    [[nodiscard]] bool isInConflict(const Row &stands) const
    {
        const auto at = std::ranges::find(m_rows, stands.id, [](const Entry &one) { return one.typed.id; });
        return at != m_rows.cend() && ((at->base.*Fields != stands.*Fields) || ...);
    }
    void drop(const Id &id)
    {
        m_rows.removeIf([&id](const Entry &one) { return one.typed.id == id; });
    }
    [[nodiscard]] bool has(const Id &id) const { return find(id).has_value(); }
    [[nodiscard]] std::optional<Row> find(const Id &id) const
    {
        const auto at = std::ranges::find(m_rows, id, [](const Entry &one) { return one.typed.id; });
        return at == m_rows.cend() ? std::optional<Row>() : at->typed;
    }
    /// In the order in which they were begun.
    [[nodiscard]] QList<Row> rows() const
    {
        QList<Row> rows;
        for (const Entry &one : m_rows)
            rows.append(one.typed);
        return rows;
    }

private:
    struct Entry
    {
        Row typed;
        Row base; ///< what the row said when a field of it was typed first
    };

    auto place(const Id &id)
    {
        return std::ranges::find(m_rows, id, [](const Entry &one) { return one.typed.id; });
    }
    template <class Field>
    static void followOne(Entry &entry, const Row &stands, Field field)
    {
        if (entry.typed.*field == entry.base.*field)
            entry.typed.*field = stands.*field;
        if (entry.typed.*field == stands.*field)
            entry.base.*field = stands.*field;
    }

    QList<Entry> m_rows;
};

} // namespace balcao::desk
