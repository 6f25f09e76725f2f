// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// What people have typed about rows of a list and not kept yet, by the row's id; a null id is that of a new one. Each
// person sees their own. It stays until it is kept or dropped, whatever becomes of the row. Only the fields that were
// typed are theirs: the others follow the row. The fields are texts. A value; GUI thread.
#pragma once

#include "core/id.h"

#include <QHash>
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

    void setOperator(OperatorId who) { m_operator = who; }
    /// `stands`: what the row says without it. True when it became unsaved by this, or is no longer.
    bool put(const Row &typed, const Row &stands)
    {
        const bool had = has(typed.id);
        Entry &entry = open(mine(), typed.id, stands);
        for (size_t i = 0; i < kFields; ++i) {
            if (entry.typed.*kField[i] == typed.*kField[i])
                continue;
            entry.typed.*kField[i] = typed.*kField[i];
            entry.origin[i] = Origin::Typed;
        }
        settle(mine(), typed.id, stands);
        return had != has(typed.id);
    }
    /// The row says something else now: a field that was not typed follows it, one that was is in conflict.
    void follow(const Row &stands)
    {
        for (Entries &entries : m_entries)
            settle(entries, stands.id, stands);
    }
    /// Fields that came back to `by`: of each the last one, unless something was typed there since.
    void giveBack(OperatorId by, const Id &id, const std::array<std::optional<QString>, kFields> &fields,
                  const Row &stands)
    {
        Entries &theirs = m_entries[by];
        Entry &entry = open(theirs, id, stands);
        for (size_t i = 0; i < kFields; ++i) {
            if (!fields[i] || entry.origin[i] == Origin::Typed)
                continue;
            entry.typed.*kField[i] = *fields[i];
            entry.origin[i] = Origin::GivenBack;
        }
        settle(theirs, id, stands);
    }
    /// The first field that is not the row's and where the row says something else than when that was begun.
    [[nodiscard]] std::optional<size_t> conflict(const Row &stands) const
    {
        const Entries mine = m_entries.value(m_operator);
        const auto at = place(mine, stands.id);
        for (size_t i = 0; at != mine.cend() && i < kFields; ++i) {
            if (at->origin[i] != Origin::TheRows && at->base.*kField[i] != stands.*kField[i])
                return i;
        }
        return std::nullopt;
    }
    void drop(const Id &id)
    {
        mine().removeIf([&id](const Entry &one) { return one.typed.id == id; });
    }
    [[nodiscard]] bool has(const Id &id) const { return find(id).has_value(); }
    [[nodiscard]] std::optional<Row> find(const Id &id) const
    {
        const Entries mine = m_entries.value(m_operator);
        const auto at = place(mine, id);
        return at == mine.cend() ? std::optional<Row>() : at->typed;
    }
    /// In the order in which they were begun.
    [[nodiscard]] QList<Row> rows() const
    {
        QList<Row> rows;
        for (const Entry &one : m_entries.value(m_operator))
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

    using Entries = QList<Entry>;

    static constexpr std::array<QString Row::*, kFields> kField{Fields...};

    Entries &mine() { return m_entries[m_operator]; }
    static auto place(auto &entries, const Id &id)
    {
        return std::ranges::find(entries, id, [](const Entry &one) { return one.typed.id; });
    }
    static Entry &open(Entries &entries, const Id &id, const Row &stands)
    {
        if (const auto at = place(entries, id); at != entries.end())
            return *at;
        entries.append({stands, stands, {}});
        entries.last().typed.id = id;
        return entries.last();
    }
    static void settle(Entries &entries, const Id &id, const Row &stands)
    {
        const auto at = place(entries, id);
        if (at == entries.end())
            return;
        for (size_t i = 0; i < kFields; ++i) {
            if (at->origin[i] == Origin::TheRows)
                at->typed.*kField[i] = stands.*kField[i];
            else if (at->typed.*kField[i] == stands.*kField[i])
                at->origin[i] = Origin::TheRows;
            if (at->origin[i] == Origin::TheRows)
                at->base.*kField[i] = stands.*kField[i];
        }
        if (std::ranges::count(at->origin, Origin::TheRows) == kFields)
            entries.erase(at);
    }

    OperatorId m_operator;
    QHash<OperatorId, Entries> m_entries;
};

} // namespace balcao::desk
