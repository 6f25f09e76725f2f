// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/delegates/palettedelegate.h"

#include "desk/palettemodel.h"
#include "ui/panes/keylist.h"
#include "ui/style/fonts.h"

#include <QPainter>

namespace balcao::ui {

using desk::PaletteModel;

namespace {

constexpr int kTextLeft = 60;
constexpr int kRight = 16;
constexpr int kIcon = 14;
constexpr int kKeyPad = 7;
constexpr int kChipPad = 6;
constexpr int kGap = 10;

int headHeight(const QFont &base, const QModelIndex &index)
{
    return index.data(PaletteModel::HeadRole).toString().isEmpty() ? 0 : QFontMetrics(captionFont(base)).height() + 12;
}

int rowHeight(const QFont &base)
{
    return qMax(42, QFontMetrics(bodyFont(base)).height() + QFontMetrics(captionFont(base)).height() + 10);
}

} // namespace

PaletteDelegate::PaletteDelegate(const Appearance &appearance, QObject *parent)
    : QStyledItemDelegate(parent), m_appearance(appearance)
{
}

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return {0, rowHeight(option.font) + headHeight(option.font, index)};
}

void PaletteDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = m_appearance.theme();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const int head = headHeight(option.font, index);
    if (head > 0) {
        painter->setFont(semibold(captionFont(option.font)));
        painter->setPen(theme.text2);
        const QRect line(option.rect.left() + kRight, option.rect.top(), option.rect.width() - 2 * kRight, head - 3);
        painter->drawText(line, Qt::AlignLeft | Qt::AlignBottom, index.data(PaletteModel::HeadRole).toString());
        painter->setFont(captionFont(option.font));
        painter->drawText(line, Qt::AlignRight | Qt::AlignBottom, index.data(PaletteModel::HeadCountRole).toString());
    }
    const QRect row = option.rect.adjusted(0, head, 0, 0);
    if (option.state & QStyle::State_Selected) {
        painter->fillRect(row, theme.sel);
        painter->fillRect(QRect(row.topLeft(), QSize(3, row.height())), theme.accent);
    } else if (option.state & QStyle::State_MouseOver) {
        painter->fillRect(row, theme.hover);
    }
    paintMark(*painter, row, index);
    const int room = paintRight(*painter, row, option, index);
    const QFont caption = captionFont(option.font);
    const QString detail = index.data(PaletteModel::DetailRole).toString();
    const QRect words = row.adjusted(kTextLeft, 4, -kRight - room - 12, -4);
    const int title = QFontMetrics(bodyFont(option.font)).height();
    paintTitle(*painter, detail.isEmpty() ? words : QRect(words.topLeft(), QSize(words.width(), title)),
               bodyFont(option.font), index);
    painter->setFont(caption);
    painter->setPen(theme.text2);
    painter->drawText(words, Qt::AlignLeft | Qt::AlignBottom,
                      QFontMetrics(caption).elidedText(detail, Qt::ElideRight, words.width()));
    painter->restore();
}

// From the right: the key, then how long a window is open, or a time. The width that they take.
int PaletteDelegate::paintRight(QPainter &painter, const QRect &row, const QStyleOptionViewItem &option,
                                const QModelIndex &index) const
{
    QRect left = row.adjusted(0, 0, -kRight, 0);
    QString key = index.data(PaletteModel::KeyRole).toString();
    if (key.isEmpty() && (option.state & QStyle::State_Selected))
        key = shownKeys(QStringLiteral("Enter"));
    const Theme &theme = m_appearance.theme();
    const QFont bold = semibold(captionFont(option.font));
    if (!key.isEmpty()) {
        const QSize size(QFontMetrics(bold).horizontalAdvance(key) + 2 * kKeyPad, QFontMetrics(bold).height() + 2);
        const QRect chip(left.right() + 1 - size.width(), row.top() + (row.height() - size.height()) / 2, size.width(),
                         size.height());
        painter.setPen(theme.border);
        painter.setBrush(theme.surface);
        painter.drawRoundedRect(QRectF(chip).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
        painter.setPen(theme.text2);
        painter.setFont(bold);
        painter.drawText(chip, Qt::AlignCenter, key);
        left.setRight(chip.left() - kGap);
    }
    const QString words = index.data(PaletteModel::RightRole).toString();
    const QString icon = index.data(PaletteModel::RightIconRole).toString();
    const bool urgent = index.data(PaletteModel::UrgentRole).toBool();
    const QFont font = urgent ? bold : captionFont(option.font);
    const int wide = words.isEmpty() ? 0 : QFontMetrics(font).horizontalAdvance(words);
    const int mark = icon.isEmpty() ? 0 : kIcon + 4;
    const int pad = urgent ? kChipPad : 0;
    const QRect chip(left.right() + 1 - wide - mark - 2 * pad, row.top(), wide + mark + 2 * pad, row.height());
    if (urgent) {
        const int height = QFontMetrics(font).height() + 2;
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.timeBg);
        painter.drawRoundedRect(QRect(chip.left(), row.top() + (row.height() - height) / 2, chip.width(), height), 4,
                                4);
    }
    const QColor ink = urgent ? theme.time : theme.text3;
    if (mark > 0)
        painter.drawPixmap(chip.left() + pad, row.top() + (row.height() - kIcon) / 2,
                           Appearance::pixmap(icon, ink, kIcon, painter.device()->devicePixelRatioF()));
    painter.setFont(font);
    painter.setPen(ink);
    painter.drawText(chip.adjusted(pad + mark, 0, -pad, 0), Qt::AlignLeft | Qt::AlignVCenter, words);
    return row.right() - kRight - (words.isEmpty() ? left.right() : chip.left() - 1);
}

void PaletteDelegate::paintMark(QPainter &painter, const QRect &row, const QModelIndex &index) const
{
    const Theme &theme = m_appearance.theme();
    const QString initials = index.data(PaletteModel::InitialsRole).toString();
    if (initials.isEmpty()) {
        painter.drawPixmap(row.left() + 23, row.center().y() - 9,
                           Appearance::pixmap(index.data(PaletteModel::IconRole).toString(), theme.text2, 18,
                                              painter.device()->devicePixelRatioF()));
        return;
    }
    const AvatarColours colours = avatarColours(theme, index.data(PaletteModel::SeedRole).toUInt());
    const QRect circle(row.left() + 18, row.center().y() - 14, 28, 28);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours.fill);
    painter.drawEllipse(circle);
    painter.setPen(colours.letters);
    painter.setFont(semibold(captionFont(painter.font())));
    painter.drawText(circle, Qt::AlignCenter, initials);
}

// What was typed stands on the marker's colour; both in the same letters, so that nothing moves.
void PaletteDelegate::paintTitle(QPainter &painter, const QRect &line, const QFont &font,
                                 const QModelIndex &index) const
{
    const Theme &theme = m_appearance.theme();
    const QFontMetrics metrics(font);
    const QString title = metrics.elidedText(index.data().toString(), Qt::ElideRight, line.width());
    const QVariantList marks = index.data(PaletteModel::MarksRole).toList();
    for (const QVariant &one : marks) {
        const QPoint mark = one.toPoint();
        if (mark.x() + mark.y() > title.size())
            continue;
        const int from = metrics.horizontalAdvance(title.left(mark.x()));
        const int to = metrics.horizontalAdvance(title.left(mark.x() + mark.y()));
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.mark);
        painter.drawRoundedRect(
            QRect(line.left() + from, line.center().y() - metrics.height() / 2, to - from, metrics.height()), 2, 2);
    }
    painter.setFont(font);
    painter.setPen(theme.text);
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, title);
}

} // namespace balcao::ui
