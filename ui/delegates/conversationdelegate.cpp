// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/delegates/conversationdelegate.h"

#include "desk/roles.h"
#include "ui/style/fonts.h"

#include <QPainter>

namespace balcao::ui {

namespace {

constexpr int kTextLeft = 58;
constexpr int kRight = 12;

} // namespace

ConversationDelegate::ConversationDelegate(const Appearance &appearance, QObject *parent)
    : QStyledItemDelegate(parent), m_appearance(appearance)
{
}

QSize ConversationDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const int lines = QFontMetrics(bodyFont(option.font)).height() + QFontMetrics(smallFont(option.font)).height() +
                      QFontMetrics(captionFont(option.font)).height();
    return {0, qMax(72, lines + 24)};
}

void ConversationDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = m_appearance.theme();
    const bool selected = option.state & QStyle::State_Selected;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool hovered = option.state & QStyle::State_MouseOver;
    painter->fillRect(option.rect, selected ? theme.sel : hovered ? theme.hover : theme.list);
    if (selected) {
        const bool active = option.state & QStyle::State_HasFocus;
        painter->fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())),
                          active ? theme.accent : theme.borderStrong);
    }
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), theme.border);
    paintAvatar(*painter, option.rect, index);
    paintLines(*painter, option.rect, option.font, index);
    if (option.state & QStyle::State_HasFocus) {
        painter->setPen(QPen(theme.accent, 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(option.rect.adjusted(2, 2, -2, -3), 4, 4);
    }
    painter->restore();
}

void ConversationDelegate::paintAvatar(QPainter &painter, const QRect &row, const QModelIndex &index) const
{
    const AvatarColours colours = avatarColours(m_appearance.theme(), index.data(desk::InboxSeedRole).toUInt());
    const QRect circle(row.left() + 12, row.top() + 9, 36, 36);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours.fill);
    painter.drawEllipse(circle);
    painter.setPen(colours.letters);
    painter.setFont(semibold(captionFont(painter.font())));
    painter.drawText(circle, Qt::AlignCenter, index.data(desk::InboxInitialsRole).toString());
}

void ConversationDelegate::paintLines(QPainter &painter, const QRect &row, const QFont &base,
                                      const QModelIndex &index) const
{
    const Theme &theme = m_appearance.theme();
    const int unread = index.data(desk::InboxUnreadRole).toInt();
    const QFont body = unread > 0 ? semibold(bodyFont(base)) : bodyFont(base);
    const QFont caption = captionFont(base);
    const QRect text = row.adjusted(kTextLeft, 9, -kRight, -9);
    const int first = QFontMetrics(body).height() + 2;

    const QString time = index.data(desk::InboxTimeRole).toString();
    const int timeWidth = QFontMetrics(caption).horizontalAdvance(time);
    painter.setFont(caption);
    painter.setPen(unread > 0 ? theme.accent : theme.text3);
    painter.drawText(QRect(text.left(), text.top(), text.width(), first), Qt::AlignRight | Qt::AlignVCenter, time);

    painter.setFont(body);
    painter.setPen(theme.text);
    const QString name = QFontMetrics(body).elidedText(index.data(desk::InboxNameRole).toString(), Qt::ElideRight,
                                                       text.width() - timeWidth - 8);
    painter.drawText(QRect(text.left(), text.top(), text.width() - timeWidth - 8, first),
                     Qt::AlignLeft | Qt::AlignVCenter, name);

    const QFont small = smallFont(base);
    const QRect second(text.left(), text.top() + first, text.width(), QFontMetrics(small).height() + 3);
    const int badge = paintBadge(painter, second, base, unread);
    painter.setFont(small);
    painter.setPen(unread > 0 ? theme.text : theme.text2);
    painter.drawText(second.adjusted(0, 0, -badge, 0), Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetrics(small).elidedText(index.data(desk::InboxPreviewRole).toString(), Qt::ElideRight,
                                                    second.width() - badge));
    const int top = second.bottom() + 2;
    paintChip(painter, QRect(text.left(), top, text.width(), row.bottom() - 6 - top), base, index);
}

int ConversationDelegate::paintBadge(QPainter &painter, const QRect &line, const QFont &base, int unread) const
{
    if (unread <= 0)
        return 0;
    const Theme &theme = m_appearance.theme();
    const QFont font = semibold(captionFont(base));
    const QString text = unread > 99 ? QStringLiteral("99+") : QString::number(unread);
    const int width = qMax(18, QFontMetrics(font).horizontalAdvance(text) + 10);
    const QRect badge(line.right() - width + 1, line.center().y() - 9, width, 18);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.accent);
    painter.drawRoundedRect(badge, 9, 9);
    painter.setPen(theme.onAccent);
    painter.setFont(font);
    painter.drawText(badge, Qt::AlignCenter, text);
    return width + 8;
}

void ConversationDelegate::paintChip(QPainter &painter, const QRect &line, const QFont &base,
                                     const QModelIndex &index) const
{
    const QString text = index.data(desk::InboxChipRole).toString();
    if (text.isEmpty())
        return;
    const Theme &theme = m_appearance.theme();
    const auto kind = static_cast<desk::ChipKind>(index.data(desk::InboxChipKindRole).toInt());
    const QFont font = kind == desk::ChipKind::Plain ? captionFont(base) : semibold(captionFont(base));
    painter.setFont(font);
    const int height = QFontMetrics(font).height() + 2;
    const int pad = kind == desk::ChipKind::Plain ? 0 : 6;
    const QRect chip(line.left(), line.top(), QFontMetrics(font).horizontalAdvance(text) + 2 * pad, height);
    if (kind != desk::ChipKind::Plain) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(kind == desk::ChipKind::Danger ? theme.dangerBg : theme.timeBg);
        painter.drawRoundedRect(chip, 4, 4);
    }
    painter.setPen(kind == desk::ChipKind::Danger ? theme.danger
                   : kind == desk::ChipKind::Time ? theme.time
                                                  : theme.text3);
    painter.drawText(chip.adjusted(pad, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, text);
}

} // namespace balcao::ui
