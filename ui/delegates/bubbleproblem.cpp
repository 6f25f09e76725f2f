// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/delegates/bubbleproblem.h"

#include "ui/style/fonts.h"

namespace balcao::ui {

namespace {

constexpr int kSpace = 10;
constexpr int kIconRoom = BubbleSizes::kIcon + 6;

} // namespace

void BubbleProblem::measure(const QString &words, const QStringList &actions, const QFont &font)
{
    m_words = words;
    m_actions = actions;
    const QFontMetrics caption(captionFont(font));
    const QFontMetrics bold(semibold(captionFont(font)));
    m_height = caption.height() + 6;
    m_wordsWidth = kIconRoom + caption.horizontalAdvance(words) + 1;
    for (const QString &action : actions)
        m_widths.append(bold.horizontalAdvance(action) + 1);
}

int BubbleProblem::place(int top, int right, int room)
{
    int links = 0;
    for (const int width : std::as_const(m_widths))
        links += kSpace + width;
    const bool fits = m_wordsWidth + links <= room;
    const int wordsRight = fits ? right - links : right;
    const int width = qMin(m_wordsWidth, room);
    m_line = QRect(wordsRight - width + 1, top, width, m_height);
    int x = right + 1;
    for (qsizetype i = m_widths.size() - 1; i >= 0; --i) {
        x -= m_widths[i];
        m_places.prepend(QRect(x, fits ? top : top + m_height, m_widths[i], m_height));
        x -= kSpace;
    }
    return fits || m_widths.isEmpty() ? m_height : 2 * m_height;
}

void BubbleProblem::paint(const BubblePaint &paint) const
{
    // Without anything to do about it, it is no call for attention.
    const QColor open = paint.isBroken() ? paint.theme.danger : paint.theme.time;
    const QColor colour = m_actions.isEmpty() ? paint.theme.text2 : open;
    const QRect line = m_line.translated(paint.at);
    paint.icon(paint.isBroken() ? QStringLiteral("failed") : QStringLiteral("clock"), colour,
               {line.left(), line.center().y() - BubbleSizes::kIcon / 2 + 1});
    const QFont caption = captionFont(paint.font);
    paint.painter.setFont(caption);
    paint.painter.setPen(colour);
    const QRect words = line.adjusted(kIconRoom, 0, 0, 0);
    paint.painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter,
                           QFontMetrics(caption).elidedText(m_words, Qt::ElideRight, words.width()));
    QFont link = semibold(caption);
    link.setUnderline(true);
    paint.painter.setFont(link);
    paint.painter.setPen(paint.theme.accent);
    for (qsizetype i = 0; i < m_places.size(); ++i)
        paint.painter.drawText(m_places[i].translated(paint.at), Qt::AlignLeft | Qt::AlignVCenter, m_actions[i]);
}

int BubbleProblem::actionAt(const QPoint &place) const
{
    for (qsizetype i = 0; i < m_places.size(); ++i) {
        if (m_places[i].adjusted(-4, -4, 4, 4).contains(place))
            return static_cast<int>(i);
    }
    return -1;
}

} // namespace balcao::ui
