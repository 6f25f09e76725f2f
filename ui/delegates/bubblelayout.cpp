// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/delegates/bubblelayout.h"

#include "desk/roles.h"
#include "ui/style/fonts.h"

#include <QFontMetrics>

namespace balcao::ui {

using desk::BubbleKind;

namespace {

constexpr int kSide = 16;
constexpr int kGap = 6;
constexpr int kPadX = 10;
constexpr int kPadY = 6;
/// Collapsed beyond this: laying out a megabyte of one message would stop the window.
constexpr qsizetype kShown = 4096;

BubbleKind kindOf(const QModelIndex &index)
{
    return static_cast<BubbleKind>(index.data(desk::ThreadKindRole).toInt());
}

int captionHeight(const QFont &font)
{
    return QFontMetrics(captionFont(font)).height();
}

} // namespace

QString BubbleLayout::key(const QModelIndex &index, const QFont &font, int width)
{
    const QString around = index.data(desk::ThreadDayRole).toString() + index.data(desk::ThreadQuoteRole).toString() +
                           index.data(desk::ThreadProblemRole).toString() +
                           index.data(desk::ThreadActionsRole).toStringList().join(u' ');
    return QStringLiteral("%1|%2|%3|%4|%5|%6")
        .arg(index.data(desk::ThreadKeyRole).toString())
        .arg(width)
        .arg(font.pointSizeF())
        .arg(qHash(index.data(desk::ThreadTextRole).toString()), 0, 16)
        .arg(static_cast<int>(kindOf(index)))
        .arg(qHash(around), 0, 16);
}

BubbleLayout::BubbleLayout(const QModelIndex &index, const QFont &font, int width) : m_font(font), m_width(width)
{
    height = kGap / 2;
    placeDay(index.data(desk::ThreadDayRole).toString());
    placeBubble(index);
    placeProblem(index);
    height += kGap / 2;
}

void BubbleLayout::layText(const QString &words, const QFont &font, int room)
{
    QString shown = words.size() > kShown ? words.left(kShown) + QChar(0x2026) : words;
    text.setText(shown.replace(u'\n', QChar::LineSeparator));
    text.setFont(font);
    QTextOption wrap;
    wrap.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    text.setTextOption(wrap);
    text.beginLayout();
    qreal y = 0;
    for (QTextLine line = text.createLine(); line.isValid(); line = text.createLine()) {
        line.setLineWidth(room);
        line.setPosition({0, y});
        y += line.height();
    }
    text.endLayout();
}

qreal BubbleLayout::widestLine() const
{
    qreal widest = 0;
    for (int i = 0; i < text.lineCount(); ++i)
        widest = qMax(widest, text.lineAt(i).naturalTextWidth());
    return widest;
}

void BubbleLayout::placeDay(const QString &words)
{
    if (words.isEmpty())
        return;
    day = QRect(kSide, height, m_width - 2 * kSide, captionHeight(m_font) + 10);
    height = day.bottom() + 1 + kGap / 2;
}

void BubbleLayout::placeBubble(const QModelIndex &index)
{
    const BubbleKind kind = kindOf(index);
    const bool isSystem = kind == BubbleKind::System;
    const QFontMetrics caption(captionFont(m_font));
    const int room = m_width - 2 * kSide;
    const int icon = index.data(desk::ThreadIconRole).toString().isEmpty() ? 0 : kIcon + 6;
    const int widest = (isSystem ? room : qMin(m_width > 900 ? 560 : 430, room * 2 / 3)) - 2 * kPadX;
    layText(index.data(desk::ThreadTextRole).toString(), isSystem ? captionFont(m_font) : bodyFont(m_font),
            widest - icon);

    // The time trails the last line, or takes a line of its own.
    const QString time =
        index.data(desk::ThreadTimeRole).toString() + u' ' + index.data(desk::ThreadAuthorRole).toString();
    const int tailWidth = isSystem ? 0 : caption.horizontalAdvance(time) + kIcon + 14;
    const qreal last = text.lineCount() > 0 ? text.lineAt(text.lineCount() - 1).naturalTextWidth() : 0;
    const bool tailFits = last + tailWidth <= widest - icon;
    qreal natural = qMax(widestLine(), tailFits ? last + tailWidth : tailWidth);
    const QString quoted = index.data(desk::ThreadQuoteRole).toString();
    const int quoteHeight = quoted.isEmpty() ? 0 : caption.height() + 10;
    if (quoteHeight > 0)
        natural = qMax<qreal>(natural, qMin(widest, caption.horizontalAdvance(quoted) + 18));

    const int bubbleWidth = qCeil(natural) + 2 * kPadX + icon;
    const int textHeight = qCeil(text.boundingRect().height()) + (tailFits || isSystem ? 0 : caption.height() + 2);
    const int left = kind == BubbleKind::Inbound ? kSide
                     : isSystem                  ? (m_width - bubbleWidth) / 2
                                                 : m_width - kSide - bubbleWidth;
    bubble = QRect(left, height, bubbleWidth, quoteHeight + textHeight + 2 * kPadY);
    if (quoteHeight > 0)
        quote = QRect(left + kPadX, height + kPadY, bubbleWidth - 2 * kPadX, quoteHeight - 6);
    textAt = QPoint(left + kPadX + icon, height + kPadY + quoteHeight);
    tail = QRect(bubble.right() - kPadX - tailWidth, bubble.bottom() - kPadY - caption.height(), tailWidth,
                 caption.height());
    height = bubble.bottom() + 1;
}

void BubbleLayout::placeProblem(const QModelIndex &index)
{
    const QString words = index.data(desk::ThreadProblemRole).toString();
    if (words.isEmpty())
        return;
    const QStringList links = index.data(desk::ThreadActionsRole).toStringList();
    const QFontMetrics caption(captionFont(m_font));
    const QFontMetrics bold(semibold(captionFont(m_font)));
    const int line = caption.height() + 6;
    int x = m_width - kSide;
    for (auto it = links.crbegin(); it != links.crend(); ++it) {
        const int linkWidth = bold.horizontalAdvance(*it);
        x -= linkWidth;
        actions.prepend(QRect(x, height + 2, linkWidth, line));
        x -= 12;
    }
    const int width = qMin(caption.horizontalAdvance(words) + kIcon + 8, x - kSide);
    problem = QRect(x - width, height + 2, width, line);
    height += line + 4;
}

} // namespace balcao::ui
