// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/panes/foldingrow.h"

#include <QBoxLayout>
#include <QFontMetrics>
#include <QWidget>

namespace balcao::ui {

namespace {

constexpr int kGap = 8;
constexpr int kLeastLetters = 14; ///< a caption of one word a line is no caption

int stretchOf(const QLayoutItem &item)
{
    return const_cast<QLayoutItem &>(item).widget()->sizePolicy().horizontalStretch();
}

int heightOf(const QLayoutItem &item, int width)
{
    return item.hasHeightForWidth() ? item.heightForWidth(width) : item.sizeHint().height();
}

} // namespace

FoldingRow::FoldingRow(QWidget *parent) : QLayout(parent)
{
    setContentsMargins(0, 0, 0, 0);
    setSpacing(kGap);
}

FoldingRow::~FoldingRow()
{
    qDeleteAll(m_items);
}

FoldingRow *FoldingRow::within(QWidget *widget, int aside, int above)
{
    auto *around = new QVBoxLayout(widget);
    around->setContentsMargins(aside, above, aside, above);
    auto *row = new FoldingRow;
    around->addLayout(row);
    return row;
}

void FoldingRow::addWidget(QWidget *widget, int stretch)
{
    QSizePolicy policy = widget->sizePolicy();
    policy.setHorizontalStretch(stretch);
    widget->setSizePolicy(policy);
    QLayout::addWidget(widget);
}

QLayoutItem *FoldingRow::takeAt(int index)
{
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

int FoldingRow::needed(const QLayoutItem &item) const
{
    if (stretchOf(item) == 0)
        return item.sizeHint().width();
    const QFontMetrics metrics = const_cast<QLayoutItem &>(item).widget()->fontMetrics();
    const int least = qMin(item.sizeHint().width(), metrics.averageCharWidth() * kLeastLetters);
    return qMax(item.minimumSize().width(), least);
}

/// Beside each other; empty: they do not fit.
QList<int> FoldingRow::rowWidths(int width) const
{
    int left = width - kGap * (count() - 1);
    int shares = 0;
    for (const QLayoutItem *item : m_items) {
        shares += stretchOf(*item);
        left -= stretchOf(*item) == 0 ? needed(*item) : 0;
    }
    QList<int> found;
    for (const QLayoutItem *item : m_items) {
        const int stretch = stretchOf(*item);
        const int given = stretch == 0 ? needed(*item) : left * stretch / shares;
        if (left < 0 || given < needed(*item))
            return {};
        found.append(given);
    }
    return found;
}

QList<QRect> FoldingRow::places(int width) const
{
    const QList<int> widths = rowWidths(width);
    QList<QRect> found;
    int x = 0;
    int y = 0;
    int most = 0;
    for (qsizetype i = 0; i < m_items.size(); ++i) {
        const QLayoutItem &item = *m_items[i];
        const bool whole = stretchOf(item) > 0;
        const int wide = widths.isEmpty() ? (whole ? width : qMin(width, item.sizeHint().width())) : widths[i];
        const int high = heightOf(item, wide);
        found.append(QRect(x, y, wide, high));
        most = qMax(most, high);
        if (widths.isEmpty())
            y += high + kGap / 2;
        else
            x += wide + kGap;
    }
    for (QRect &place : found) {
        if (!widths.isEmpty()) // in the middle of the row
            place.moveTop((most - place.height()) / 2);
    }
    return found;
}

int FoldingRow::heightForWidth(int width) const
{
    int bottom = 0;
    const QList<QRect> all = places(width);
    for (const QRect &place : all)
        bottom = qMax(bottom, place.y() + place.height());
    return bottom;
}

QSize FoldingRow::sizeHint() const
{
    QSize size(kGap * (count() - 1), 0);
    for (const QLayoutItem *item : m_items) {
        const QSize hint = item->sizeHint();
        size = {size.width() + hint.width(), qMax(size.height(), hint.height())};
    }
    return size;
}

QSize FoldingRow::minimumSize() const
{
    QSize size;
    for (const QLayoutItem *item : m_items)
        size = size.expandedTo(item->minimumSize());
    return size;
}

void FoldingRow::setGeometry(const QRect &room)
{
    QLayout::setGeometry(room);
    const QList<QRect> all = places(room.width());
    for (qsizetype i = 0; i < all.size(); ++i)
        m_items[i]->setGeometry(all[i].translated(room.topLeft()));
}

} // namespace balcao::ui
