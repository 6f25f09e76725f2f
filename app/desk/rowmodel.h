// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// A list model over rows that are replaced by newer ones: what InboxModel and ThreadModel share. GUI thread.
#pragma once

#include "desk/updaterows.h"

#include <QAbstractListModel>

namespace balcao::desk {

template <class Row>
class RowModel : public QAbstractListModel
{
public:
    using QAbstractListModel::QAbstractListModel;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
    }
    [[nodiscard]] const QList<Row> &rows() const { return m_rows; }

    /// A new query: everything else.
    void reset(const QList<Row> &rows)
    {
        beginResetModel();
        m_rows = rows;
        endResetModel();
    }
    /// The same query, later.
    template <class KeyOf>
    void update(const QList<Row> &rows, KeyOf &&key)
    {
        updateRows(m_rows, rows, key, *this);
    }

    // What updateRows() calls.
    void remove(int row)
    {
        beginRemoveRows({}, row, row);
        m_rows.removeAt(row);
        endRemoveRows();
    }
    void insert(int row, const Row &value)
    {
        beginInsertRows({}, row, row);
        m_rows.insert(row, value);
        endInsertRows();
    }
    void move(int from, int to)
    {
        beginMoveRows({}, from, from, {}, to);
        m_rows.move(from, to);
        endMoveRows();
    }
    void replace(int row, const Row &value)
    {
        m_rows[row] = value;
        Q_EMIT dataChanged(index(row), index(row));
    }

private:
    QList<Row> m_rows;
};

} // namespace balcao::desk
