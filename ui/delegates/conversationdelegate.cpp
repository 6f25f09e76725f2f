// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/delegates/conversationdelegate.h"

#include "desk/roles.h"
#include "ui/style/chip.h"
#include "ui/style/fonts.h"

#include <QPainter>

#include <algorithm>

namespace balcao::ui {

namespace {

constexpr int kTextLeft = 58;
constexpr int kRight = 12;
constexpr int kAbove = 9;
constexpr int kBelow = 7; ///< with the hairline
constexpr int kFace = 36;
constexpr int kChipIcon = 14;
constexpr int kChipPad = 6;
constexpr int kPreviewIcon = 16;
constexpr int kBesideChip = 8;
constexpr int kDot = 7;
constexpr int kDotGap = 4;
constexpr qsizetype kMostDots = 4; ///< more than that say nothing

/// Heights of a row's lines: as drawn, or what larger letters need.
struct Lines
{
    int name;
    int preview;
    int chip;

    explicit Lines(const QFont &base)
        : name(qMax(18, QFontMetrics(semibold(bodyFont(base))).height())),
          preview(qMax(18, QFontMetrics(smallFont(base)).height())),
          chip(qMax(18, QFontMetrics(semibold(captionFont(base))).height() + 2))
    {
    }
    [[nodiscard]] int third() const { return chip + 2; }
};

ChipColours coloursOf(desk::ChipKind kind, const Theme &theme)
{
    switch (kind) {
    case desk::ChipKind::Danger:
        return {theme.dangerBg, theme.danger};
    case desk::ChipKind::Paid:
        return {theme.paidBg, theme.paid};
    case desk::ChipKind::Time:
        return {theme.timeBg, theme.time};
    case desk::ChipKind::None:
    case desk::ChipKind::Plain:
        break;
    }
    return {{}, theme.text3};
}

int groupHeight(const QFont &base, const QModelIndex &index)
{
    return index.data(desk::InboxGroupRole).toString().isEmpty()
               ? 0
               : qMax(24, QFontMetrics(captionFont(base)).height() + 10);
}

} // namespace

ConversationDelegate::ConversationDelegate(const Appearance &appearance, QObject *parent)
    : QStyledItemDelegate(parent), m_appearance(appearance)
{
}

QSize ConversationDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Lines lines(option.font);
    const int third = m_compact ? 0 : lines.third();
    return {0, kAbove + lines.name + lines.preview + third + kBelow + groupHeight(option.font, index)};
}

void ConversationDelegate::paint(QPainter *painter, const QStyleOptionViewItem &given, const QModelIndex &index) const
{
    QStyleOptionViewItem option = given;
    const int head = groupHeight(option.font, index);
    if (head > 0)
        paintGroup(*painter, QRect(option.rect.topLeft(), QSize(option.rect.width(), head)), option.font, index);
    option.rect.adjust(0, head, 0, 0);
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
    paintAvatar(*painter, option.rect, selected, index);
    paintLines(*painter, option.rect, option.font, index);
    if (m_ringed && (option.state & QStyle::State_HasFocus)) {
        painter->setPen(QPen(theme.accent, 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(option.rect.adjusted(2, 2, -2, -3), 4, 4);
    }
    painter->restore();
}

void ConversationDelegate::paintGroup(QPainter &painter, const QRect &line, const QFont &base,
                                      const QModelIndex &index) const
{
    const Theme &theme = m_appearance.theme();
    painter.save();
    painter.fillRect(line, theme.window);
    painter.fillRect(QRect(line.left(), line.bottom(), line.width(), 1), theme.border);
    painter.setFont(semibold(captionFont(base)));
    painter.setPen(theme.text2);
    const QRect words = line.adjusted(12, 0, -12, 0);
    painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter, index.data(desk::InboxGroupRole).toString());
    painter.drawText(words, Qt::AlignRight | Qt::AlignVCenter, index.data(desk::InboxGroupCountRole).toString());
    painter.restore();
}

// On the colour of what is chosen some of the muted pairs would drown: there it has a ring.
void ConversationDelegate::paintAvatar(QPainter &painter, const QRect &row, bool ringed, const QModelIndex &index) const
{
    const AvatarColours colours = avatarColours(m_appearance.theme(), index.data(desk::InboxSeedRole).toUInt());
    const QRect circle(row.left() + 12, row.top() + kAbove, kFace, kFace);
    painter.setPen(ringed ? QPen(colours.letters, 1) : QPen(Qt::NoPen));
    painter.setBrush(colours.fill);
    painter.drawEllipse(ringed ? QRectF(circle).adjusted(0.5, 0.5, -0.5, -0.5) : QRectF(circle));
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
    const QRect text = row.adjusted(kTextLeft, kAbove, -kRight, 0);
    const Lines lines(base);
    const int first = lines.name;

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
    const QRect second(text.left(), text.top() + first, text.width(), lines.preview);
    int badge = paintBadge(painter, second, base, unread);
    if (m_compact) {
        const int chip = chipWidth(base, index);
        const QRect beside(second.right() - badge - chip, second.top(), chip, second.height());
        paintChip(painter, beside, base, index);
        badge += chip > 0 ? chip + kBesideChip : 0;
    }
    painter.setFont(small);
    painter.setPen(unread > 0 ? theme.text : theme.text2);
    const QString icon = index.data(desk::InboxIconRole).toString();
    const int mark = icon.isEmpty() ? 0 : 20;
    if (mark > 0)
        painter.drawPixmap(second.left(), second.top() + (second.height() - kPreviewIcon) / 2,
                           Appearance::pixmap(icon, theme.text2, kPreviewIcon, painter.device()->devicePixelRatioF()));
    painter.drawText(second.adjusted(mark, 0, -badge, 0), Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetrics(small).elidedText(index.data(desk::InboxPreviewRole).toString(), Qt::ElideRight,
                                                    second.width() - badge - mark));
    if (m_compact)
        return;
    const QRect third(text.left(), second.bottom() + 1, text.width(), lines.third());
    // The chip's words say what its icon says; a tag and a name say what nothing else does.
    const int left = third.width() - kBesideChip - marksWidth(base, index);
    const bool withIcon = chipWidth(base, index) <= left || chipWidth(base, index, false) > left;
    paintChip(painter, third, base, index, withIcon);
    paintMarks(painter, third.adjusted(chipWidth(base, index, withIcon) + kBesideChip, 0, 0, 0), base, index);
}

int ConversationDelegate::marksWidth(const QFont &base, const QModelIndex &index)
{
    const qsizetype dots = std::min<qsizetype>(index.data(desk::InboxDotsRole).toStringList().size(), kMostDots);
    return static_cast<int>(dots) * (kDot + kDotGap) +
           QFontMetrics(captionFont(base)).horizontalAdvance(index.data(desk::InboxAssigneeRole).toString());
}

/// What has no room beside the chip is left out, the last dots and then the name.
void ConversationDelegate::paintMarks(QPainter &painter, const QRect &line, const QFont &base,
                                      const QModelIndex &index) const
{
    const Theme &theme = m_appearance.theme();
    const QStringList colours = index.data(desk::InboxDotsRole).toStringList();
    int x = line.right();
    painter.setPen(Qt::NoPen);
    const qsizetype room = qMax(0, line.width()) / (kDot + kDotGap);
    for (qsizetype i = std::min<qsizetype>({colours.size(), kMostDots, room}) - 1; i >= 0; --i) {
        painter.setBrush(tagColour(theme, colours[i]));
        painter.drawEllipse(QRectF(x - kDot, line.top() + (line.height() - kDot) / 2.0, kDot, kDot));
        x -= kDot + kDotGap;
    }
    const QString assignee = index.data(desk::InboxAssigneeRole).toString();
    const QFont caption = captionFont(base);
    if (QFontMetrics(caption).horizontalAdvance(assignee) > x - line.left())
        return;
    painter.setPen(theme.text3);
    painter.setFont(caption);
    painter.drawText(QRect(line.left(), line.top(), x - line.left(), line.height()), Qt::AlignRight | Qt::AlignVCenter,
                     assignee);
}

int ConversationDelegate::paintBadge(QPainter &painter, const QRect &line, const QFont &base, int unread) const
{
    if (unread <= 0)
        return 0;
    const Theme &theme = m_appearance.theme();
    const QFont font = semibold(captionFont(base));
    const QString text = unread > 99 ? QStringLiteral("99+") : QString::number(unread);
    const int height = qMax(18, QFontMetrics(font).height() + 2);
    const int width = qMax(height, QFontMetrics(font).horizontalAdvance(text) + 10);
    const QRect badge(line.right() - width + 1, line.center().y() - height / 2, width, height);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.accent);
    painter.drawRoundedRect(badge, height / 2.0, height / 2.0);
    painter.setPen(theme.onAccent);
    painter.setFont(font);
    painter.drawText(badge, Qt::AlignCenter, text);
    return width + 8;
}

int ConversationDelegate::chipWidth(const QFont &base, const QModelIndex &index, bool withIcon)
{
    const QString text = index.data(desk::InboxChipRole).toString();
    if (text.isEmpty())
        return 0;
    const bool plain = index.data(desk::InboxChipKindRole).toInt() == static_cast<int>(desk::ChipKind::Plain);
    const QFont font = plain ? captionFont(base) : semibold(captionFont(base));
    const int icon = !withIcon || index.data(desk::InboxChipIconRole).toString().isEmpty() ? 0 : kChipIcon + 4;
    return QFontMetrics(font).horizontalAdvance(text) + icon + (plain ? 0 : 2 * kChipPad);
}

void ConversationDelegate::paintChip(QPainter &painter, const QRect &line, const QFont &base, const QModelIndex &index,
                                     bool withIcon) const
{
    const QString text = index.data(desk::InboxChipRole).toString();
    if (text.isEmpty())
        return;
    const Theme &theme = m_appearance.theme();
    const auto kind = static_cast<desk::ChipKind>(index.data(desk::InboxChipKindRole).toInt());
    const QFont font = kind == desk::ChipKind::Plain ? captionFont(base) : semibold(captionFont(base));
    painter.setFont(font);
    const int height = Lines(base).chip;
    const int pad = kind == desk::ChipKind::Plain ? 0 : kChipPad;
    const int whole = chipWidth(base, index, withIcon);
    const int wide = qMin(whole, line.width());
    const QRect chip(line.left(), line.top() + (line.height() - height) / 2, wide, height);
    const ChipColours colours = coloursOf(kind, theme);
    if (kind != desk::ChipKind::Plain)
        ui::paintChip(painter, chip, colours, theme);
    const QColor ink = colours.ink;
    // Where the words would be cut for it, the icon gives way.
    const QString icon = !withIcon || whole > line.width() ? QString() : index.data(desk::InboxChipIconRole).toString();
    if (!icon.isEmpty())
        painter.drawPixmap(chip.left() + pad, chip.top() + (chip.height() - kChipIcon) / 2,
                           Appearance::pixmap(icon, ink, kChipIcon, painter.device()->devicePixelRatioF()));
    painter.setPen(ink);
    const QRect words = chip.adjusted(pad + (icon.isEmpty() ? 0 : kChipIcon + 4), 0, 1 - pad, 0);
    painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetrics(font).elidedText(text, Qt::ElideRight, words.width()));
}

} // namespace balcao::ui
