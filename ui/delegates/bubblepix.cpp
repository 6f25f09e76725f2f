// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/delegates/bubblepix.h"

#include "ui/style/chip.h"
#include "ui/style/fonts.h"

#include <utility>

namespace balcao::ui {

using desk::ChargeTone;

namespace {

constexpr int kDrawn = 372;
constexpr int kDrawnBody = 18; ///< height of the letters that it was drawn with
constexpr int kPicture = 20;
constexpr int kWordsLeft = 28;
constexpr int kChipPad = 7;
constexpr int kChipIcon = 14;
constexpr int kBeside = 8;
constexpr int kBetween = 3;
constexpr int kMostLines = 4;
constexpr int kLeastBeside = 90; ///< a description beside the amount is one only with some letters of it

int wrappedHeight(const QFont &font, const QString &words, int width)
{
    const QFontMetrics metrics(font);
    const int tall = metrics.boundingRect(QRect(0, 0, width, INT_MAX / 2), Qt::TextWordWrap, words).height();
    return qMin(tall, kMostLines * metrics.lineSpacing());
}

} // namespace

void BubblePix::measure(const desk::ChargeLook &look, const QFont &font, int room, const BubbleFoot &foot)
{
    m_look = look;
    const QFontMetrics amount(semibold(headFont(font)));
    const QFontMetrics chip(semibold(captionFont(font)));
    const int drawn = (kDrawn - 2 * BubbleSizes::kPadX) * QFontMetrics(bodyFont(font)).height() / kDrawnBody;
    const int width = qMax(80, qMin(qMax(drawn, kDrawn - 2 * BubbleSizes::kPadX), room));
    m_size.setWidth(width);
    const int line = qMax(kPicture, amount.height());
    m_amount = QRect(kWordsLeft, 2, amount.horizontalAdvance(look.amount) + 1, line);
    const int chipWide = qMin(chip.horizontalAdvance(look.chip) + kChipIcon + 4 + 2 * kChipPad, width);
    const int chipTall = qMax(18, chip.height() + 2);
    const bool beside = m_amount.right() + kBeside + chipWide <= width;
    m_chip = QRect(width - chipWide, beside ? 2 + (line - chipTall) / 2 : 2 + line + kBetween, chipWide, chipTall);
    int y = (beside ? m_amount.bottom() : m_chip.bottom()) + 1 + kBetween;
    y = placeDescription(smallFont(font), y);
    y = placeNote(semibold(captionFont(font)), y);
    const QFont caption = saysPaid() ? semibold(captionFont(font)) : captionFont(font);
    const int words = QFontMetrics(caption).horizontalAdvance(look.foot) + 1;
    const int left = saysPaid() ? kWordsLeft : 0; // below the amount that was paid
    const bool trails = left + words + foot.width() <= width;
    // All that is free: as wide as its words it may wrap.
    const int wide = (trails ? width - foot.width() : width) - left;
    const int taken = look.foot.isEmpty() ? 0 : wrappedHeight(caption, look.foot, wide);
    m_foot = QRect(left, y, wide, taken);
    m_size.setHeight(trails ? y + qMax(taken, foot.height()) : y + taken + foot.height());
}

int BubblePix::placeDescription(const QFont &font, int y)
{
    if (m_look.description.isEmpty())
        return y;
    const QFontMetrics metrics(font);
    const int left = m_amount.right() + 1 + kBeside;
    const int room = m_chip.left() - kBeside - left;
    // What is paid is told in two lines: there is nothing to do about it any more.
    const bool beside = saysPaid() && m_chip.top() <= m_amount.bottom() && room >= kLeastBeside &&
                        metrics.horizontalAdvance(m_look.description) <= room;
    if (beside) {
        m_description = QRect(left, m_amount.top(), room, m_amount.height());
        return y;
    }
    m_description = QRect(0, y, m_size.width(), wrappedHeight(font, m_look.description, m_size.width()));
    return m_description.bottom() + 1 + kBetween;
}

int BubblePix::placeNote(const QFont &font, int y)
{
    if (m_look.note.isEmpty())
        return y;
    m_note = QRect(0, y, m_size.width(), wrappedHeight(font, m_look.note, m_size.width()));
    return m_note.bottom() + 1 + kBetween;
}

BubblePix::Colours BubblePix::colours(const BubblePaint &paint) const
{
    const Theme &theme = paint.theme;
    switch (m_look.tone) {
    case ChargeTone::Paid: // money that came outweighs a message that did not go
        return {theme.paidBg, theme.paidSolid};
    case ChargeTone::Wrong:
        return {theme.dangerBg, theme.danger};
    case ChargeTone::ByHand:
        return {theme.note, theme.noteText};
    case ChargeTone::Waiting:
    case ChargeTone::Plain:
        break;
    }
    return paint.isBroken() ? Colours{theme.dangerBg, theme.danger} : Colours{theme.surface, theme.border};
}

void BubblePix::paint(const BubblePaint &paint, const QRect &bubble) const
{
    QPainter &painter = paint.painter;
    const Theme &theme = paint.theme;
    const QPoint at = bubble.topLeft() + QPoint(BubbleSizes::kPadX, BubbleSizes::kPadY);
    painter.save();
    painter.setClipRect(bubble, Qt::IntersectClip); // marks piled on a letter stay here
    paintHead(paint, at);
    paintChip(paint, at);
    painter.setFont(smallFont(paint.font));
    painter.setPen(theme.text2);
    painter.drawText(m_description.translated(at), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextWordWrap,
                     m_look.description);
    painter.setFont(semibold(captionFont(paint.font)));
    painter.setPen(m_look.tone == ChargeTone::Wrong ? theme.danger : theme.text2);
    painter.drawText(m_note.translated(at), Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, m_look.note);
    painter.setFont(saysPaid() ? semibold(captionFont(paint.font)) : captionFont(paint.font));
    painter.setPen(saysPaid() ? theme.paid : theme.text2);
    painter.drawText(m_foot.translated(at), Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, m_look.foot);
    painter.restore();
}

void BubblePix::paintHead(const BubblePaint &paint, const QPoint &at) const
{
    const QColor sign = saysPaid()                         ? paint.theme.paidSolid
                        : m_look.tone == ChargeTone::Wrong ? paint.theme.danger
                                                           : paint.theme.text2;
    paint.icon(QStringLiteral("pix"), sign, at + QPoint(0, m_amount.center().y() - kPicture / 2 + 1), kPicture);
    paint.painter.setFont(semibold(headFont(paint.font)));
    paint.painter.setPen(paint.theme.text);
    paint.painter.drawText(m_amount.translated(at), Qt::AlignLeft | Qt::AlignVCenter, m_look.amount);
}

void BubblePix::paintChip(const BubblePaint &paint, const QPoint &at) const
{
    ChipColours colours = chipColours(m_look.tone, paint.theme);
    if (saysPaid())
        std::swap(colours.fill, colours.ink); // the card is of that colour already
    const QRect chip = m_chip.translated(at);
    const bool likeTheCard = m_look.tone == ChargeTone::Wrong || m_look.tone == ChargeTone::ByHand;
    ui::paintChip(paint.painter, chip, colours, paint.theme, likeTheCard);
    paint.icon(m_look.icon, colours.ink, {chip.left() + kChipPad, chip.center().y() - kChipIcon / 2 + 1}, kChipIcon);
    const QFont font = semibold(captionFont(paint.font));
    const QRect words = chip.adjusted(kChipPad + kChipIcon + 4, 0, -kChipPad + 1, 0);
    paint.painter.setFont(font);
    paint.painter.setPen(colours.ink);
    paint.painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter, m_look.chip);
}

} // namespace balcao::ui
