// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Turns the rows a model shows into those it should show with the fewest precise signals, so that views
// keep their selection and place. For windows of some hundred rows.
#pragma once

#include <QHash>
#include <QList>

namespace balcao::desk {

/// Target: void remove(int), void insert(int, const Row &), void move(int from, int to), void replace(int, const Row &).
/// `key(row)` is unique in each list. Rows that are equal are left alone.
template <class Row, class KeyOf, class Target>
void updateRows(QList<Row> &shown, const QList<Row> &wanted, KeyOf &&key, Target &&target)
{
    using Key = std::decay_t<decltype(key(wanted.first()))>;
    QHash<Key, int> place;
    for (qsizetype i = 0; i < wanted.size(); ++i)
        place.insert(key(wanted[i]), static_cast<int>(i));
    for (int i = static_cast<int>(shown.size()) - 1; i >= 0; --i) {
        if (!place.contains(key(shown[i])))
            target.remove(i);
    }
    for (int i = 0; i < wanted.size(); ++i) {
        int at = i;
        while (at < shown.size() && key(shown[at]) != key(wanted[i]))
            ++at;
        if (at == shown.size())
            target.insert(i, wanted[i]);
        else if (at != i)
            target.move(at, i);
        if (!(shown[i] == wanted[i]))
            target.replace(i, wanted[i]);
    }
}

} // namespace balcao::desk
