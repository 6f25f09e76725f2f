// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/delegates/bubblelayout.h"

#include "ui/style/fonts.h"

#include <QPainterPath>

namespace balcao::ui {

using desk::BubbleKind;

namespace {

using Sizes = BubbleSizes;

constexpr int kIconRoom = Sizes::kIcon + 6;
constexpr int kBetween = 4; ///< parts of a bubble
constexpr int kMarkIcon = 14;
constexpr int kMarkRoom = kMarkIcon + 4;

/// Rounded, with the corner next to whoever speaks nearly square.
QPainterPath shapeOf(const QRectF &r, bool left)
{
    const qreal round = Sizes::kRadius;
    const qreal leftFoot = left ? Sizes::kTail : round;
    const qreal rightFoot = left ? round : Sizes::kTail;
    QPainterPath path;
    path.moveTo(r.left() + round, r.top());
    path.lineTo(r.right() - round, r.top());
    path.quadTo(r.topRight(), {r.right(), r.top() + round});
    path.lineTo(r.right(), r.bottom() - rightFoot);
    path.quadTo(r.bottomRight(), {r.right() - rightFoot, r.bottom()});
    path.lineTo(r.left() + leftFoot, r.bottom());
    path.quadTo(r.bottomLeft(), {r.left(), r.bottom() - leftFoot});
    path.lineTo(r.left(), r.top() + round);
    path.quadTo(r.topLeft(), {r.left() + round, r.top()});
    path.closeSubpath();
    return path;
}

} // namespace

BubbleLayout::BubbleLayout(const QModelIndex &index, const QFont &font, int width)
    : m_font(font),
      m_width(width),
      m_turns(turns(index)),
      m_kind(static_cast<BubbleKind>(index.data(desk::ThreadKindRole).toInt()))
{
    measure(index);
    placeLines(index);
    placeBubble();
    placeParts();
    placeBelow(index);
}

bool BubbleLayout::turns(const QModelIndex &index)
{
    const QModelIndex above = index.siblingAtRow(index.row() - 1);
    if (!above.isValid())
        return false;
    const auto kindOf = [](const QModelIndex &row) {
        return static_cast<BubbleKind>(row.data(desk::ThreadKindRole).toInt());
    };
    const BubbleKind here = kindOf(index);
    const BubbleKind before = kindOf(above);
    return here != BubbleKind::System && before != BubbleKind::System &&
           (here == BubbleKind::Inbound) != (before == BubbleKind::Inbound);
}

int BubbleLayout::innerRoom() const
{
    const int room = m_width - 2 * Sizes::side(m_width);
    const int most = isSystem() ? room : qMin(m_width > Sizes::kWide ? 560 : 430, room * 2 / 3);
    // The drawing's px are those of its 13 px letters: larger letters get wider bubbles, as far as there is room.
    const int grown = most * QFontMetrics(bodyFont(m_font)).height() / 18;
    return qBound(80, qMin(qMax(most, grown), room), qMax(80, room)) - 2 * Sizes::kPadX;
}

void BubbleLayout::measure(const QModelIndex &index)
{
    const auto word = [&index](int role) { return index.data(role).toString(); };
    const QString title = word(desk::ThreadCardRole);
    m_icon = title.isEmpty() ? word(desk::ThreadIconRole) : QString();
    m_more = word(desk::ThreadMoreRole);
    m_mark = word(desk::ThreadMarkRole);
    m_muted = !isSystem() && index.data(desk::ThreadMutedRole).toBool();
    const bool plain = index.data(desk::ThreadPlainRole).toBool();
    m_quote.measure(word(desk::ThreadQuoteAuthorRole), word(desk::ThreadQuoteRole), m_font);
    const QVariant asked = index.data(desk::ThreadChargeRole);
    const desk::ChargeLook look = asked.value<desk::ChargeLook>();
    if (!asked.isValid())
        m_card.measure(word(desk::ThreadIconRole), title, word(desk::ThreadCardDetailRole), m_font);
    QFont font = isSystem() ? captionFont(m_font) : bodyFont(m_font);
    font.setItalic(m_muted);
    m_text.measure({word(desk::ThreadLeadRole), word(desk::ThreadTextRole), plain}, font,
                   innerRoom() - (m_icon.isEmpty() ? 0 : kIconRoom));
    m_foot.measure(word(desk::ThreadAuthorRole), word(desk::ThreadTimeRole),
                   m_kind == BubbleKind::Outbound && (look.ticks || !asked.isValid()), m_font);
    if (asked.isValid())
        m_pix.measure(look, m_font, m_width - 2 * Sizes::side(m_width) - 2 * Sizes::kPadX, m_foot);
    m_problem.measure(word(desk::ThreadProblemRole), index.data(desk::ThreadActionsRole).toStringList(), m_font);
}

void BubbleLayout::placeLines(const QModelIndex &index)
{
    m_height = Sizes::kGap / 2;
    m_height += m_day.place(index.data(desk::ThreadDayRole).toString(), m_height, m_width, m_font);
    m_height += m_unread.place(index.data(desk::ThreadUnreadRole).toString(), m_height, m_width, m_font);
    m_height += m_offline.place(index.data(desk::ThreadOfflineRole).toString(), m_height, m_width, m_font);
    if (m_turns && m_width > Sizes::kWide && m_height == Sizes::kGap / 2)
        m_height += Sizes::kTurn;
}

// As wide as its widest part; the time trails the last line, or takes a line of its own.
void BubbleLayout::placeBubble()
{
    if (!m_pix.isEmpty()) {
        const QSize size = m_pix.size() + QSize(2 * Sizes::kPadX, 2 * Sizes::kPadY);
        m_bubble = QRect(QPoint(m_width - Sizes::side(m_width) - size.width(), m_height), size);
        return;
    }
    const int room = innerRoom();
    const int icon = m_icon.isEmpty() ? 0 : kIconRoom;
    const bool endsInText = !m_text.isEmpty() && m_more.isEmpty();
    const QFontMetrics link(semibold(captionFont(m_font)));
    const int last = !m_mark.isEmpty()   ? kMarkRoom + link.horizontalAdvance(m_mark)
                     : !m_more.isEmpty() ? link.horizontalAdvance(m_more)
                     : endsInText        ? m_text.lastLineWidth() + icon
                     : m_card.isEmpty()  ? 0
                                         : m_card.width();
    const int foot = isSystem() ? 0 : m_foot.width();
    m_footTrails = !isSystem() && last + foot <= room;
    int inner = qMax(m_text.isEmpty() ? 0 : m_text.width() + icon, m_footTrails ? last + foot : qMax(last, foot));
    inner = qMin(room, qMax(inner, qMax(m_quote.width(), m_card.width())));
    int tall = 0;
    for (const int part : {m_quote.height(), m_card.height(), m_text.height()})
        tall += part == 0 ? 0 : part + (tall > 0 ? kBetween : 0);
    for (const QString &below : {m_more, m_mark})
        tall += below.isEmpty() ? 0 : kBetween + link.height();
    if (!isSystem() && (!m_footTrails || tall == 0))
        tall += m_foot.height() + 1;
    const int width = inner + 2 * Sizes::kPadX;
    const int left = m_kind == BubbleKind::Inbound ? Sizes::side(m_width)
                     : isSystem()                  ? (m_width - width) / 2
                                                   : m_width - Sizes::side(m_width) - width;
    m_bubble = QRect(left, m_height, width, tall + 2 * Sizes::kPadY);
}

void BubbleLayout::placeParts()
{
    const QRect inner = m_bubble.adjusted(Sizes::kPadX, Sizes::kPadY, -Sizes::kPadX, -Sizes::kPadY);
    int y = inner.top();
    const auto next = [&y, &inner](int height) {
        const QRect rect(inner.left(), y, inner.width(), height);
        y += height == 0 ? 0 : height + kBetween;
        return rect;
    };
    m_quote.rect = next(m_quote.height());
    m_card.rect = next(m_card.height());
    m_textAt = {inner.left() + (m_icon.isEmpty() ? 0 : kIconRoom), y};
    next(m_text.height());
    const QFontMetrics link(semibold(captionFont(m_font)));
    m_moreAt = m_more.isEmpty() ? QRect() : QRect(inner.left(), y, link.horizontalAdvance(m_more), link.height());
    next(m_moreAt.height());
    m_markAt =
        m_mark.isEmpty() ? QRect() : QRect(inner.left() + kMarkRoom, y, link.horizontalAdvance(m_mark), link.height());
    m_foot.rect = QRect(inner.right() - m_foot.width() + 1, inner.bottom() - m_foot.height() + 1, m_foot.width(),
                        m_foot.height());
    m_height = m_bubble.bottom() + 1;
}

void BubbleLayout::placeBelow(const QModelIndex &index)
{
    m_height += m_chips.place(index.data(desk::ThreadReactionsRole).toStringList(), m_bubble, m_font);
    if (!m_problem.isEmpty())
        m_height += m_problem.place(m_height, m_width - Sizes::side(m_width) - 1, m_width - 2 * Sizes::side(m_width));
    m_height += Sizes::kGap / 2;
}

QColor BubbleLayout::textColour(const BubblePaint &paint) const
{
    return isSystem() ? paint.theme.text2 : m_muted ? paint.theme.text2 : paint.theme.text;
}

void BubbleLayout::paintShape(const BubblePaint &paint) const
{
    if (isSystem())
        return;
    const Theme &theme = paint.theme;
    const bool inbound = m_kind == BubbleKind::Inbound;
    const bool note = m_kind == BubbleKind::Note;
    if (!m_pix.isEmpty()) {
        const BubblePix::Colours colours = m_pix.colours(paint);
        paint.painter.setBrush(colours.fill);
        paint.painter.setPen(colours.outline);
        paint.painter.drawRoundedRect(QRectF(m_bubble.translated(paint.at)).adjusted(0.5, 0.5, -0.5, -0.5),
                                      Sizes::kRadius, Sizes::kRadius); // a card has no tail
        return;
    }
    paint.painter.setBrush(paint.isBroken() ? theme.dangerBg : inbound ? theme.surface : note ? theme.note : theme.out);
    paint.painter.setPen(paint.isBroken() ? QPen(theme.danger)
                         : note           ? QPen(theme.noteText, 1, Qt::DashLine)
                         : inbound        ? QPen(theme.border)
                                          : QPen(Qt::NoPen));
    // Without an outline nothing of it stands between two pixels.
    const qreal half = paint.painter.pen().style() == Qt::NoPen ? 0 : 0.5;
    const QRectF shape = QRectF(m_bubble.translated(paint.at)).adjusted(half, half, -half, -half);
    if (note)
        paint.painter.drawRoundedRect(shape, Sizes::kRadius, Sizes::kRadius); // to nobody: no tail
    else
        paint.painter.drawPath(shapeOf(shape, inbound));
}

void BubbleLayout::paint(const BubblePaint &paint) const
{
    const Theme &theme = paint.theme;
    m_day.paint(paint, theme.border, theme.text3);
    m_unread.paint(paint, theme.accent, theme.accent);
    m_offline.paint(paint, theme.border, theme.time);
    paintShape(paint);
    if (!m_quote.isEmpty())
        m_quote.paint(paint, m_quote.rect.adjusted(0, 0, 0, -2).translated(paint.at));
    if (!m_pix.isEmpty())
        m_pix.paint(paint, m_bubble.translated(paint.at));
    if (!m_card.isEmpty()) {
        const int beside =
            m_footTrails && m_text.isEmpty() && m_more.isEmpty() && m_mark.isEmpty() ? m_foot.width() : 0;
        m_card.paint(paint, m_card.rect.adjusted(0, 0, -beside, 0).translated(paint.at));
    }
    const QColor letters = textColour(paint);
    if (!m_icon.isEmpty()) {
        const int line = QFontMetrics(isSystem() ? captionFont(m_font) : bodyFont(m_font)).height();
        paint.icon(m_icon, m_kind == BubbleKind::Note ? theme.noteText : theme.text2,
                   paint.at + QPoint(m_textAt.x() - kIconRoom, m_textAt.y() + (line - Sizes::kIcon) / 2));
    }
    m_text.paint(paint, m_textAt + paint.at, m_bubble.translated(paint.at), letters);
    if (!m_more.isEmpty()) {
        paint.painter.setFont(semibold(captionFont(m_font)));
        paint.painter.setPen(theme.accent);
        paint.painter.drawText(m_moreAt.translated(paint.at), Qt::AlignLeft | Qt::AlignVCenter, m_more);
    }
    if (!m_mark.isEmpty()) {
        const QRect words = m_markAt.translated(paint.at);
        paint.icon(QStringLiteral("bank"), theme.time,
                   {words.left() - kMarkRoom, words.center().y() - kMarkIcon / 2 + 1}, kMarkIcon);
        paint.painter.setFont(semibold(captionFont(m_font)));
        paint.painter.setPen(theme.time);
        paint.painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter, m_mark);
    }
    if (!isSystem())
        m_foot.paint(paint, m_foot.rect.translated(paint.at));
    m_chips.paint(paint);
    if (!m_problem.isEmpty())
        m_problem.paint(paint);
}

BubbleHit BubbleLayout::hit(const QPoint &place) const
{
    BubbleHit hit;
    hit.action = m_problem.actionAt(place);
    if (hit.action >= 0) {
        hit.what = BubbleHit::What::Action;
    } else if (!m_more.isEmpty() && m_moreAt.adjusted(-4, -4, 4, 4).contains(place)) {
        hit.what = BubbleHit::What::More;
    } else if (!m_quote.isEmpty() && m_quote.rect.contains(place)) {
        hit.what = BubbleHit::What::Quote;
    } else if (const WebLink *link = m_bubble.contains(place) ? m_text.linkAt(place - m_textAt) : nullptr) {
        hit.what = BubbleHit::What::Link;
        hit.link = *link;
    }
    return hit;
}

} // namespace balcao::ui
