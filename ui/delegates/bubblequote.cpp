// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/delegates/bubblequote.h"

#include "core/text.h"
#include "ui/style/fonts.h"

namespace balcao::ui {

namespace {

constexpr int kBar = 3;
constexpr int kLeft = 11;
constexpr int kRight = 8;

} // namespace

void BubbleQuote::measure(const QString &author, const QString &words, const QFont &font)
{
    m_author = author.isEmpty() ? QString() : isolated(author);
    m_words = author.isEmpty() ? words : QStringLiteral(" · ") + words;
    if (words.isEmpty())
        return;
    const QFont small = smallFont(font);
    m_width = kLeft + QFontMetrics(semibold(small)).horizontalAdvance(m_author) +
              QFontMetrics(small).horizontalAdvance(m_words) + kRight;
    m_height = QFontMetrics(small).height() + 10;
}

void BubbleQuote::paint(const BubblePaint &paint, const QRect &place) const
{
    QPainter &painter = paint.painter;
    QColor fill = paint.theme.text;
    fill.setAlphaF(0.07F);
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    painter.drawRoundedRect(place, 3, 3);
    painter.fillRect(QRect(place.topLeft(), QSize(kBar, place.height())), paint.theme.accent);
    const QFont small = smallFont(paint.font);
    const QFontMetrics bold(semibold(small));
    const QRect line = place.adjusted(kLeft, 0, -kRight, 0);
    const QString author = bold.elidedText(m_author, Qt::ElideRight, line.width() / 2);
    painter.setFont(semibold(small));
    painter.setPen(paint.theme.text2);
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, author);
    const QRect rest = line.adjusted(bold.horizontalAdvance(author), 0, 0, 0);
    painter.setFont(small);
    painter.drawText(rest, Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetrics(small).elidedText(m_words, Qt::ElideRight, rest.width()));
}

} // namespace balcao::ui
