// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// What one person has typed about rows of a list and not kept yet, by their id; a null id is that of a new one. Stays
// until it is kept or dropped, whatever becomes of the row. Only the fields that were typed are theirs: the others
// follow the row. The fields are texts. A value; GUI thread.
#pragma once

#include <QList>
#include <QString>

#include <algorithm>
#include <array>
#include <optional>

namespace balcao::desk {

template <class Row, auto... Fields>
class Unsaved
{
public:
    using Id = decltype(Row::id);
    static constexpr size_t kFields = sizeof...(Fields);

    /// `stands`: what the row says without it. True when it became unsaved by this, or is no longer.
    bool put(const Row &typed, const Row &stands)
    {
        const bool had = has(typed.id);
        Entry &entry = open(typed.id, stands);
        for (size_t i = 0; i < kFields; ++i) {
            if (entry.typed.*kField[i] == typed.*kField[i])
                continue;
            entry.typed.*kField[i] = typed.*kField[i];
            entry.origin[i] = Origin::Typed;
        }
        settle(entry, stands);
        return had != has(typed.id);
    }
    /// The row says something else now: a field that was not typed follows it, one that was is in conflict.
    void follow(const Row &stands)
    {
        const auto at = place(stands.id);
        if (at != m_rows.end())
            settle(*at, stands);
    }
    /// Fields that came back: of each the last one, unless something was typed there since.
    void giveBack(const Id &id, const std::array<std::optional<QString>, kFields> &fields, const Row &stands)
    {
        Entry &entry = open(id, stands);
        for (size_t i = 0; i < kFields; ++i) {
            if (!fields[i] || entry.origin[i] == Origin::Typed)
                continue;
            entry.typed.*kField[i] = *fields[i];
            entry.origin[i] = Origin::GivenBack;
        }
        settle(entry, stands);
    }
    /// The first field that is not the row's and where the row says something else than when that was begun.
    [[nodiscard]] std::optional<size_t> conflict(const Row &stands) const
    {
        const auto at = std::ranges::find(m_rows, stands.id, [](const Entry &one) { return one.typed.id; });
        for (size_t i = 0; at != m_rows.cend() && i < kFields; ++i) {
            if (at->origin[i] != Origin::TheRows && at->base.*kField[i] != stands.*kField[i])
                return i;
        }
        return std::nullopt;
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
    enum class Origin { TheRows, GivenBack, Typed };

    struct Entry
    {
        Row typed;
        Row base; ///< what the row said when a field became somebody's
        std::array<Origin, kFields> origin{};
    };

    static constexpr std::array<QString Row::*, kFields> kField{Fields...};

    auto place(const Id &id)
    {
        return std::ranges::find(m_rows, id, [](const Entry &one) { return one.typed.id; });
    }
    Entry &open(const Id &id, const Row &stands)
    {
        if (const auto at = place(id); at != m_rows.end())
            return *at;
        m_rows.append({stands, stands, {}});
        m_rows.last().typed.id = id;
        return m_rows.last();
    }
    void settle(Entry &entry, const Row &stands)
    {
        for (size_t i = 0; i < kFields; ++i) {
            if (entry.origin[i] == Origin::TheRows)
                entry.typed.*kField[i] = stands.*kField[i];
            else if (entry.typed.*kField[i] == stands.*kField[i])
                entry.origin[i] = Origin::TheRows;
            if (entry.origin[i] == Origin::TheRows)
                entry.base.*kField[i] = stands.*kField[i];
        }
        if (std::ranges::count(entry.origin, Origin::TheRows) == kFields)
            drop(Id(entry.typed.id));
    }

    QList<Entry> m_rows;
};

} // namespace balcao::desk
