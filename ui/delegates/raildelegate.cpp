// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/delegates/raildelegate.h"

#include "desk/railmodel.h"
#include "ui/style/fonts.h"

#include <QPainter>

namespace balcao::ui {

using desk::RailModel;

namespace {

constexpr int kIcon = 18;
constexpr int kPad = 8;
constexpr int kMark = 34; ///< where the label begins

int headHeight(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    return index.data(RailModel::HeadRole).toString().isEmpty() ? 0
                                                                : QFontMetrics(captionFont(option.font)).height() + 18;
}

} // namespace

RailDelegate::RailDelegate(const Appearance &appearance, QObject *parent)
    : QStyledItemDelegate(parent), m_appearance(appearance)
{
}

QSize RailDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const bool isTag = index.data(RailModel::IconRole).toString().isEmpty();
    const int line = QFontMetrics(isTag ? smallFont(option.font) : bodyFont(option.font)).height();
    return {0, qMax(isTag ? 30 : 34, line + 12) + headHeight(option, index)};
}

void RailDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = m_appearance.theme();
    const bool chosen = option.state & QStyle::State_Selected;
    const bool isTag = index.data(RailModel::IconRole).toString().isEmpty();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRect all = option.rect;
    const int head = headHeight(option, index);
    if (head > 0 && !m_compact) {
        painter->setFont(semibold(captionFont(option.font)));
        painter->setPen(theme.text2);
        painter->drawText(QRect(all.left() + 16, all.top(), all.width() - 16, head - 4),
                          Qt::AlignLeft | Qt::AlignBottom, index.data(RailModel::HeadRole).toString());
    }
    const QRect row = all.adjusted(kPad, head + 1, -kPad, -1);
    if (chosen || (option.state & QStyle::State_MouseOver)) {
        painter->setPen(chosen ? QPen(theme.border) : QPen(Qt::NoPen));
        painter->setBrush(chosen ? theme.surface : theme.hover);
        painter->drawRoundedRect(QRectF(row).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    }
    if (option.state & QStyle::State_HasFocus) {
        painter->setPen(QPen(theme.accent, 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(row.adjusted(1, 1, -1, -1), 6, 6);
    }
    paintMark(*painter, row, index, chosen);
    if (!m_compact) {
        const QFont base = isTag ? smallFont(option.font) : bodyFont(option.font);
        const QFont font = chosen ? semibold(base) : base;
        const QString count = index.data(RailModel::CountRole).toString();
        const bool urgent = index.data(RailModel::UrgentRole).toBool();
        painter->setFont(urgent ? semibold(base) : font);
        painter->setPen(urgent ? theme.time : chosen ? theme.text : theme.text2);
        const int room = painter->fontMetrics().horizontalAdvance(count);
        painter->drawText(row.adjusted(0, 0, -8, 0), Qt::AlignRight | Qt::AlignVCenter, count);
        painter->setFont(font);
        painter->setPen(chosen ? theme.text : theme.text2);
        const QRect label = row.adjusted(kMark, 0, -room - 14, 0);
        painter->drawText(label, Qt::AlignLeft | Qt::AlignVCenter,
                          QFontMetrics(font).elidedText(index.data().toString(), Qt::ElideRight, label.width()));
    }
    painter->restore();
}

void RailDelegate::paintMark(QPainter &painter, const QRect &row, const QModelIndex &index, bool chosen) const
{
    const Theme &theme = m_appearance.theme();
    const QString icon = index.data(RailModel::IconRole).toString();
    const int left = m_compact ? row.center().x() - kIcon / 2 + 1 : row.left() + 8;
    if (icon.isEmpty()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(tagColour(theme, index.data(RailModel::ColourRole).toString()));
        painter.drawEllipse(QPointF(left + kIcon / 2.0, row.center().y() + 0.5), 4, 4);
        return;
    }
    // Without its number beside it the icon has to say it.
    const bool urgent = m_compact && index.data(RailModel::UrgentRole).toBool();
    const QColor colour = chosen ? theme.accent : urgent ? theme.time : theme.text2;
    painter.drawPixmap(left, row.top() + (row.height() - kIcon) / 2,
                       Appearance::pixmap(icon, colour, kIcon, painter.device()->devicePixelRatioF()));
}

} // namespace balcao::ui
