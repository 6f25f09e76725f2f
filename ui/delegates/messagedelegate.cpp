// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/delegates/messagedelegate.h"

#include "ui/style/fonts.h"

#include <QAbstractItemView>
#include <QMouseEvent>
#include <QPainter>

namespace balcao::ui {

namespace {

constexpr int kKept = 400;
constexpr int kBelowLast = 10; ///< between the last bubble and the composer

int rowWidth(const QStyleOptionViewItem &option)
{
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    return view ? view->viewport()->width() : option.rect.width();
}

} // namespace

MessageDelegate::MessageDelegate(const Appearance &appearance, QObject *parent)
    : QStyledItemDelegate(parent), m_appearance(appearance), m_layouts(kKept)
{
}

std::shared_ptr<const BubbleLayout> MessageDelegate::layoutOf(const QStyleOptionViewItem &option,
                                                              const QModelIndex &index) const
{
    const Key key{index.data(desk::ThreadKeyRole).toUuid(), index.data(desk::ThreadStampRole).toULongLong(),
                  rowWidth(option), qRound(option.font.pointSizeF() * 100), BubbleLayout::turns(index)};
    if (const auto *known = m_layouts.object(key))
        return *known;
    ++m_measured;
    auto layout = std::make_shared<const BubbleLayout>(index, option.font, key.width);
    m_layouts.insert(key, new std::shared_ptr<const BubbleLayout>(layout));
    return layout;
}

QSize MessageDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const bool isLast = index.row() == index.model()->rowCount() - 1;
    return {0, layoutOf(option, index)->height() + (isLast ? kBelowLast : 0)};
}

void MessageDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto layout = layoutOf(option, index);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const Theme &theme = m_appearance.theme();
    if (option.state & QStyle::State_Selected) {
        painter->fillRect(option.rect, theme.sel);
        painter->fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())),
                          option.state & QStyle::State_Active ? theme.accent : theme.borderStrong);
    }
    layout->paint({*painter, theme, option.rect.topLeft(), option.font,
                   static_cast<desk::BubbleKind>(index.data(desk::ThreadKindRole).toInt()),
                   static_cast<MessageState>(index.data(desk::ThreadStateRole).toInt()), m_found});
    if (option.state & QStyle::State_HasFocus)
        paintRing(*painter, option, layout->bubble());
    painter->restore();
}

void MessageDelegate::paintRing(QPainter &painter, const QStyleOptionViewItem &option, const QRect &bubble) const
{
    painter.setPen(QPen(m_appearance.theme().accent, 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(bubble.translated(option.rect.topLeft()).adjusted(-1, -1, 1, 1), BubbleSizes::kRadius + 1,
                            BubbleSizes::kRadius + 1);
}

BubbleHit MessageDelegate::hit(const QStyleOptionViewItem &option, const QModelIndex &index, const QPoint &place) const
{
    return layoutOf(option, index)->hit(place - option.rect.topLeft());
}

bool MessageDelegate::editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                                  const QModelIndex &index)
{
    if (event->type() == QEvent::MouseButtonRelease) {
        const auto *mouse = static_cast<QMouseEvent *>(event);
        const BubbleHit found = hit(option, index, mouse->position().toPoint());
        if (mouse->button() == Qt::LeftButton && found.what != BubbleHit::What::Nothing) {
            Q_EMIT clicked(index, found);
            return true;
        }
    }
    return QStyledItemDelegate::editorEvent(event, model, option, index);
}

} // namespace balcao::ui
