// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/panes/foldbutton.h"

#include <QStyleOptionButton>
#include <QStylePainter>

namespace balcao::ui {

namespace {

constexpr int kIconGap = 8;
constexpr int kQtGap = 4; ///< hardcoded in QPushButton::sizeHint()

} // namespace

FoldButton::FoldButton(const QString &words, QWidget *parent) : QPushButton(words, parent), m_words(words) {}

void FoldButton::setWords(const QString &words)
{
    m_words = words;
    setText(m_folded ? QString() : words);
}

void FoldButton::setFolded(bool folded)
{
    if (m_folded == folded)
        return;
    m_folded = folded;
    setText(folded ? QString() : m_words);
}

int FoldButton::wholeWidth() const
{
    if (!m_folded)
        return sizeHint().width();
    return sizeHint().width() + fontMetrics().size(Qt::TextShowMnemonic, m_words).width() +
           (icon().isNull() ? 0 : kIconGap - kQtGap);
}

int FoldButton::widerBy() const
{
    return icon().isNull() || text().isEmpty() ? 0 : kIconGap - kQtGap;
}

QSize FoldButton::sizeHint() const
{
    const QSize hint = QPushButton::sizeHint();
    return {hint.width() + widerBy(), hint.height()};
}

QSize FoldButton::minimumSizeHint() const
{
    return sizeHint();
}

QRect FoldButton::contents() const
{
    QStyleOptionButton option;
    initStyleOption(&option);
    return style()->subElementRect(QStyle::SE_PushButtonContents, &option, this);
}

void FoldButton::paintLabel(QStylePainter &painter, QStyleOptionButton option) const
{
    const QRect room = option.rect;
    const bool both = !option.icon.isNull() && !option.text.isEmpty();
    const int beside = both ? option.iconSize.width() + kIconGap : 0;
    option.text =
        option.fontMetrics.elidedText(option.text, Qt::ElideRight, room.width() - beside + 1, Qt::TextShowMnemonic);
    if (both) {
        const int words = option.fontMetrics.size(Qt::TextShowMnemonic, option.text).width();
        const bool atLeft = property("field").toBool() || property("rail").toBool() || property("link").toBool();
        const int left = room.left() + (atLeft ? 0 : (room.width() - beside - words) / 2);
        const QRect icon(QPoint(left, room.top() + (room.height() - option.iconSize.height()) / 2), option.iconSize);
        option.icon.paint(&painter, QStyle::visualRect(layoutDirection(), room, icon), Qt::AlignCenter,
                          isEnabled() ? QIcon::Normal : QIcon::Disabled, isChecked() ? QIcon::On : QIcon::Off);
        // A chosen one may be bolder than its font says: at the left it has all the room there is.
        const QRect text(left + beside, room.top(), atLeft ? room.right() + 1 - left - beside : words, room.height());
        option.rect = QStyle::visualRect(layoutDirection(), room, text);
        option.icon = {};
    }
    painter.drawControl(QStyle::CE_PushButtonLabel, option);
}

void FoldButton::paintEvent(QPaintEvent *)
{
    QStylePainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    painter.drawControl(QStyle::CE_PushButtonBevel, option);
    QStyleOptionButton label = option;
    label.rect = labelRoom();
    paintLabel(painter, label);
    if (!(option.state & QStyle::State_HasFocus))
        return;
    QStyleOptionFocusRect focus;
    focus.initFrom(this);
    focus.rect = style()->subElementRect(QStyle::SE_PushButtonFocusRect, &option, this);
    painter.drawPrimitive(QStyle::PE_FrameFocusRect, focus);
}

} // namespace balcao::ui
