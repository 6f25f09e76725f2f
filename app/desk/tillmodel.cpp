// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "desk/tillmodel.h"

#include "desk/updaterows.h"

#include <QSet>

#include <algorithm>

namespace balcao::desk {

void TillModel::show(const QList<TillLine> &lines)
{
    if (lines == m_lines)
        return;
    const auto key = [](const TillLine &line) { return line.key; };
    QSet<QString> known;
    for (const TillLine &line : std::as_const(m_lines))
        known.insert(key(line));
    if (std::ranges::any_of(lines, [&](const TillLine &line) { return known.contains(key(line)); })) {
        updateRows(m_lines, lines, key, *this); // whoever stands on a row stays there
    } else {
        beginResetModel();
        m_lines = lines;
        endResetModel();
    }
    Q_EMIT updated();
}

void TillModel::remove(int row)
{
    beginRemoveRows({}, row, row);
    m_lines.removeAt(row);
    endRemoveRows();
}

void TillModel::insert(int row, const TillLine &line)
{
    beginInsertRows({}, row, row);
    m_lines.insert(row, line);
    endInsertRows();
}

void TillModel::move(int from, int to)
{
    beginMoveRows({}, from, from, {}, to);
    m_lines.move(from, to);
    endMoveRows();
}

void TillModel::replace(int row, const TillLine &line)
{
    m_lines[row] = line;
    Q_EMIT dataChanged(index(row, 0), index(row, kColumns - 1));
}

int TillModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int TillModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : kColumns;
}

QString TillModel::title(int column)
{
    switch (column) {
    case Time:
        return tr("Time");
    case Customer:
        return tr("Customer");
    case Description:
        return tr("Description");
    case Author:
        return tr("Served by");
    case Charged:
        return tr("Charged");
    case Bank:
        return tr("Bank");
    case State:
        return tr("State");
    default:
        return {};
    }
}

QString TillModel::text(const TillLine &line, int column)
{
    switch (column) {
    case Time:
        return line.time;
    case Customer:
        return line.customer;
    case Description:
        return line.description;
    case Author:
        return line.author;
    case Charged:
        return line.charged;
    case Bank:
        return line.bank;
    case State:
        return line.state;
    default:
        return {};
    }
}

QVariant TillModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const TillLine &line = m_lines[index.row()];
    const int column = index.column();
    const bool isMoney = column == Charged || column == Bank;
    switch (role) {
    case Qt::DisplayRole:
        return text(line, column);
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1: %2").arg(title(column), text(line, column));
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignVCenter | (isMoney ? Qt::AlignRight : Qt::AlignLeft));
    case ToneRole:
        return static_cast<int>(line.tone);
    case WrongRole:
        return line.tone == ChargeTone::Wrong;
    default:
        return {};
    }
}

QVariant TillModel::headerData(int section, Qt::Orientation way, int role) const
{
    if (way != Qt::Horizontal)
        return {};
    if (role == Qt::DisplayRole)
        return title(section);
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter |
                                   (section == Charged || section == Bank ? Qt::AlignRight : Qt::AlignLeft));
    return {};
}

} // namespace balcao::desk
