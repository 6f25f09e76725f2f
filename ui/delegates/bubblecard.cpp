// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/delegates/bubblecard.h"

#include "ui/style/fonts.h"

namespace balcao::ui {

namespace {

constexpr int kPicture = 20;
constexpr int kWordsLeft = 30;

} // namespace

void BubbleCard::measure(const QString &icon, const QString &title, const QString &detail, const QFont &font)
{
    m_icon = icon;
    m_title = title;
    m_detail = detail;
    if (title.isEmpty())
        return;
    const QFontMetrics bold(semibold(smallFont(font)));
    const QFontMetrics caption(captionFont(font));
    m_width = kWordsLeft + qMax(bold.horizontalAdvance(title), caption.horizontalAdvance(detail));
    m_height = qMax(kPicture, bold.height() + (detail.isEmpty() ? 0 : caption.height()));
}

void BubbleCard::paint(const BubblePaint &paint, const QRect &place) const
{
    QPainter &painter = paint.painter;
    paint.icon(m_icon, paint.theme.accent, {place.left(), place.center().y() - kPicture / 2 + 1}, kPicture);
    const QFont title = semibold(smallFont(paint.font));
    const QFont caption = captionFont(paint.font);
    const QRect words = place.adjusted(kWordsLeft, 0, 0, 0);
    painter.setFont(title);
    painter.setPen(paint.theme.text);
    painter.drawText(words, static_cast<int>(Qt::AlignLeft | (m_detail.isEmpty() ? Qt::AlignVCenter : Qt::AlignTop)),
                     QFontMetrics(title).elidedText(m_title, Qt::ElideMiddle, words.width()));
    painter.setFont(caption);
    painter.setPen(paint.theme.text2);
    painter.drawText(words, Qt::AlignLeft | Qt::AlignBottom,
                     QFontMetrics(caption).elidedText(m_detail, Qt::ElideRight, words.width()));
}

} // namespace balcao::ui
