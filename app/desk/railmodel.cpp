// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "desk/railmodel.h"

namespace balcao::desk {

using namespace Qt::Literals::StringLiterals;
using store::View;

void RailModel::show(const RailCounts &counts)
{
    QList<RailRow> rows{
        {View::Waiting, tr("Waiting"), u"waiting"_s, {}, counts.waiting, false},
        {View::Expiring, tr("Expiring"), u"expiring"_s, {}, counts.expiring, counts.expiring > 0},
        {View::Mine, tr("Mine"), u"mine"_s, {}, counts.mine, false},
        {View::All, tr("All"), u"all"_s, {}, counts.all, false},
        {View::Snoozed, tr("Snoozed"), u"snoozed"_s, {}, counts.snoozed, false},
        {View::Resolved, tr("Resolved"), u"resolved"_s, {}, -1, false},
    };
    for (const store::TagCount &one : counts.tags)
        rows.append({View::Tag, one.tag.name, {}, one.tag, one.conversations, false});
    update(rows, [](const RailRow &row) { return std::pair(static_cast<int>(row.view), row.tag.id.uuid()); });
}

int RailModel::rowOf(View view, TagId tag) const
{
    for (qsizetype i = 0; i < rows().size(); ++i) {
        if (rows()[i].view == view && (view != View::Tag || rows()[i].tag.id == tag))
            return static_cast<int>(i);
    }
    return -1;
}

QString RailModel::tip(const RailRow &row)
{
    return row.view == View::Tag ? tr("%1 (Ctrl+click: only who has this tag, in the list that is open)").arg(row.label)
                                 : row.label;
}

QVariant RailModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const RailRow &row = rows()[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return row.label;
    case Qt::AccessibleTextRole:
        return row.count < 0 ? row.label
                             : tr("%1, %n conversation(s)", nullptr, static_cast<int>(row.count)).arg(row.label);
    case TipRole:
        return tip(row);
    case IconRole:
        return row.icon;
    case ColourRole:
        return row.tag.colour;
    case CountRole:
        return row.count < 0 ? QString() : QString::number(row.count);
    case UrgentRole:
        return row.urgent;
    case HeadRole: {
        const bool first = row.view == View::Tag && (index.row() == 0 || rows()[index.row() - 1].view != View::Tag);
        return first ? tr("Tags") : QString();
    }
    default:
        return {};
    }
}

} // namespace balcao::desk
