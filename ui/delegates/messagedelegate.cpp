// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/delegates/messagedelegate.h"

#include "core/messagestate.h"
#include "desk/roles.h"
#include "ui/style/fonts.h"

#include <QAbstractItemView>
#include <QMouseEvent>
#include <QPainter>

namespace balcao::ui {

using desk::BubbleKind;

namespace {

constexpr int kIcon = BubbleLayout::kIcon;
constexpr int kKept = 400;

QString tickName(MessageState state)
{
    switch (state) {
    case MessageState::Pending:
    case MessageState::Accepted:
    case MessageState::Uncertain:
        return QStringLiteral("clock");
    case MessageState::Submitted:
    case MessageState::Sent:
        return QStringLiteral("sent");
    case MessageState::Delivered:
    case MessageState::Read:
    case MessageState::Played:
        return QStringLiteral("delivered");
    case MessageState::Failed:
    case MessageState::Rejected:
        return QStringLiteral("failed");
    case MessageState::Received:
        break;
    }
    return {};
}

bool isBroken(MessageState state)
{
    return state == MessageState::Failed || state == MessageState::Rejected;
}

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
    const int width = rowWidth(option);
    const QString key = BubbleLayout::key(index, option.font, width);
    if (const auto *known = m_layouts.object(key))
        return *known;
    auto layout = std::make_shared<const BubbleLayout>(index, option.font, width);
    m_layouts.insert(key, new std::shared_ptr<const BubbleLayout>(layout));
    return layout;
}

QSize MessageDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return {0, layoutOf(option, index)->height};
}

void MessageDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto layout = layoutOf(option, index);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setFont(captionFont(option.font));
    const QPoint at = option.rect.topLeft();
    if (!layout->day.isNull())
        paintDay(*painter, layout->day.translated(at), index.data(desk::ThreadDayRole).toString());
    paintBubble(*painter, at, *layout, index);
    paintTail(*painter, at, *layout, index);
    paintProblem(*painter, at, *layout, index);
    if ((option.state & QStyle::State_HasFocus) != 0) {
        painter->setPen(QPen(m_appearance.theme().accent, 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(layout->bubble.translated(at).adjusted(-2, -2, 2, 2), 11, 11);
    }
    painter->restore();
}

void MessageDelegate::paintDay(QPainter &painter, const QRect &line, const QString &day) const
{
    const Theme &theme = m_appearance.theme();
    const QFont plain = painter.font();
    painter.setFont(semibold(plain));
    const int half = painter.fontMetrics().horizontalAdvance(day) / 2 + 10;
    painter.setPen(theme.border);
    painter.drawLine(line.left(), line.center().y(), line.center().x() - half, line.center().y());
    painter.drawLine(line.center().x() + half, line.center().y(), line.right(), line.center().y());
    painter.setPen(theme.text3);
    painter.drawText(line, Qt::AlignCenter, day);
    painter.setFont(plain);
}

void MessageDelegate::paintBubble(QPainter &painter, const QPoint &at, const BubbleLayout &layout,
                                  const QModelIndex &index) const
{
    const Theme &theme = m_appearance.theme();
    const auto kind = static_cast<BubbleKind>(index.data(desk::ThreadKindRole).toInt());
    const auto state = static_cast<MessageState>(index.data(desk::ThreadStateRole).toInt());
    const QRect bubble = layout.bubble.translated(at);
    if (kind != BubbleKind::System) {
        const bool broken = kind == BubbleKind::Outbound && isBroken(state);
        painter.setBrush(broken                        ? theme.dangerBg
                         : kind == BubbleKind::Inbound ? theme.surface
                         : kind == BubbleKind::Note    ? theme.note
                                                       : theme.out);
        painter.setPen(broken                        ? QPen(theme.danger)
                       : kind == BubbleKind::Note    ? QPen(theme.noteText, 1, Qt::DashLine)
                       : kind == BubbleKind::Inbound ? QPen(theme.border)
                                                     : QPen(Qt::NoPen));
        painter.drawRoundedRect(bubble, 10, 10);
    }
    if (!layout.quote.isNull()) {
        const QRect quote = layout.quote.translated(at);
        painter.fillRect(quote, theme.hover);
        painter.fillRect(QRect(quote.topLeft(), QSize(3, quote.height())), theme.accent);
        painter.setPen(theme.text2);
        painter.drawText(quote.adjusted(10, 0, -4, 0), Qt::AlignLeft | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(index.data(desk::ThreadQuoteRole).toString(), Qt::ElideRight,
                                                          quote.width() - 14));
    }
    const QString icon = index.data(desk::ThreadIconRole).toString();
    if (!icon.isEmpty())
        painter.drawPixmap(layout.textAt.x() - kIcon - 6 + at.x(), layout.textAt.y() + 1 + at.y(),
                           Appearance::pixmap(icon, theme.text2, kIcon, painter.device()->devicePixelRatioF()));
    painter.setPen(kind == BubbleKind::System ? theme.text3 : kind == BubbleKind::Note ? theme.noteText : theme.text);
    layout.text.draw(&painter, QPointF(layout.textAt + at));
}

void MessageDelegate::paintTail(QPainter &painter, const QPoint &at, const BubbleLayout &layout,
                                const QModelIndex &index) const
{
    const auto kind = static_cast<BubbleKind>(index.data(desk::ThreadKindRole).toInt());
    if (kind == BubbleKind::System)
        return;
    const Theme &theme = m_appearance.theme();
    const QRect tail = layout.tail.translated(at);
    QRect words = tail;
    if (kind == BubbleKind::Outbound) {
        const auto state = static_cast<MessageState>(index.data(desk::ThreadStateRole).toInt());
        const QColor colour = isBroken(state)                                                ? theme.danger
                              : state == MessageState::Read || state == MessageState::Played ? theme.accent
                              : state == MessageState::Uncertain                             ? theme.time
                                                                                             : theme.text3;
        painter.drawPixmap(tail.right() - kIcon + 1, tail.center().y() - kIcon / 2,
                           Appearance::pixmap(tickName(state), colour, kIcon, painter.device()->devicePixelRatioF()));
        words.adjust(0, 0, -kIcon - 4, 0);
    }
    const QString author = index.data(desk::ThreadAuthorRole).toString();
    const QString time = index.data(desk::ThreadTimeRole).toString();
    painter.setPen(kind == BubbleKind::Note ? theme.noteText : theme.text3);
    painter.drawText(words, Qt::AlignRight | Qt::AlignVCenter, author.isEmpty() ? time : author + u' ' + time);
}

void MessageDelegate::paintProblem(QPainter &painter, const QPoint &at, const BubbleLayout &layout,
                                   const QModelIndex &index) const
{
    if (layout.problem.isNull())
        return;
    const Theme &theme = m_appearance.theme();
    const auto state = static_cast<MessageState>(index.data(desk::ThreadStateRole).toInt());
    const QColor colour = isBroken(state) ? theme.danger : theme.time;
    const QRect line = layout.problem.translated(at);
    painter.drawPixmap(line.left(), line.center().y() - kIcon / 2,
                       Appearance::pixmap(isBroken(state) ? QStringLiteral("failed") : QStringLiteral("clock"), colour,
                                          kIcon, painter.device()->devicePixelRatioF()));
    painter.setPen(colour);
    painter.drawText(line.adjusted(kIcon + 6, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(index.data(desk::ThreadProblemRole).toString(), Qt::ElideRight,
                                                      line.width() - kIcon - 6));
    QFont link = semibold(painter.font());
    link.setUnderline(true);
    painter.setFont(link);
    painter.setPen(theme.accent);
    const QStringList words = index.data(desk::ThreadActionsRole).toStringList();
    for (qsizetype i = 0; i < layout.actions.size(); ++i)
        painter.drawText(layout.actions[i].translated(at), Qt::AlignLeft | Qt::AlignVCenter, words.value(i));
}

bool MessageDelegate::editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                                  const QModelIndex &index)
{
    if (event->type() == QEvent::MouseButtonRelease) {
        const auto layout = layoutOf(option, index);
        const QPoint at = static_cast<QMouseEvent *>(event)->position().toPoint() - option.rect.topLeft();
        for (qsizetype i = 0; i < layout->actions.size(); ++i) {
            if (layout->actions[i].adjusted(-4, -4, 4, 4).contains(at)) {
                Q_EMIT actionTriggered(index, static_cast<int>(i));
                return true;
            }
        }
    }
    return QStyledItemDelegate::editorEvent(event, model, option, index);
}

} // namespace balcao::ui
