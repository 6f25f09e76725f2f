// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/delegates/bubblelines.h"

#include "ui/style/fonts.h"

namespace balcao::ui {

int BubbleLine::place(const QString &words, int top, int width, const QFont &font)
{
    m_words = words;
    if (words.isEmpty())
        return 0;
    const int side = BubbleSizes::side(width);
    m_rect = QRect(side, top, width - 2 * side, QFontMetrics(captionFont(font)).height() + 8);
    return m_rect.height();
}

void BubbleLine::paint(const BubblePaint &paint, const QColor &line, const QColor &letters) const
{
    if (isEmpty())
        return;
    QPainter &painter = paint.painter;
    const QRect rect = m_rect.translated(paint.at);
    painter.setFont(semibold(captionFont(paint.font)));
    const int half = painter.fontMetrics().horizontalAdvance(m_words) / 2 + 10;
    // Filled, not drawn: with antialiasing a line of one px would be two pale ones.
    const int y = rect.center().y();
    painter.fillRect(QRect(QPoint(rect.left(), y), QPoint(rect.center().x() - half, y)), line);
    painter.fillRect(QRect(QPoint(rect.center().x() + half, y), QPoint(rect.right(), y)), line);
    painter.setPen(letters);
    painter.drawText(rect, Qt::AlignCenter, m_words);
}

int BubbleChips::place(const QStringList &chips, const QRect &bubble, const QFont &font)
{
    constexpr int kOverlap = 6;
    m_chips = chips;
    if (chips.isEmpty())
        return 0;
    const QFontMetrics caption(captionFont(font));
    const int height = caption.height() + 4;
    int x = bubble.left() + 14;
    for (const QString &chip : chips) {
        const int width = qMin(caption.horizontalAdvance(chip) + 12, 64);
        m_places.append(QRect(x, bubble.bottom() + 1 - kOverlap, width, height));
        x += width + 4;
    }
    return height - kOverlap;
}

void BubbleChips::paint(const BubblePaint &paint) const
{
    paint.painter.setFont(captionFont(paint.font));
    for (qsizetype i = 0; i < m_places.size(); ++i) {
        const QRect chip = m_places[i].translated(paint.at);
        paint.painter.setPen(paint.theme.border);
        paint.painter.setBrush(paint.theme.surface);
        paint.painter.drawRoundedRect(QRectF(chip).adjusted(0.5, 0.5, -0.5, -0.5), chip.height() / 2.0,
                                      chip.height() / 2.0);
        paint.painter.setPen(paint.theme.text);
        paint.painter.drawText(chip, Qt::AlignCenter, m_chips[i]);
    }
}

} // namespace balcao::ui
