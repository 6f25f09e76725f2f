// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/delegates/bubblefoot.h"

#include "core/text.h"
#include "ui/style/fonts.h"

namespace balcao::ui {

namespace {

constexpr int kSpace = 12;
constexpr int kClock = 14; ///< it is rounder than the ticks, and looks larger

QString tickName(MessageState state)
{
    switch (state) {
    case MessageState::Pending:
    case MessageState::Accepted:
    case MessageState::Uncertain:
        return QStringLiteral("clock");
    case MessageState::Submitted:
    case MessageState::Sent:
        return QStringLiteral("sent");
    case MessageState::Delivered:
    case MessageState::Read:
    case MessageState::Played:
        return QStringLiteral("delivered");
    case MessageState::Failed:
    case MessageState::Rejected:
        return QStringLiteral("failed");
    case MessageState::Received:
        break;
    }
    return {};
}

QColor tickColour(MessageState state, const Theme &theme)
{
    switch (state) {
    case MessageState::Read:
    case MessageState::Played:
        return theme.accent;
    case MessageState::Failed:
    case MessageState::Rejected:
        return theme.danger;
    case MessageState::Uncertain:
        return theme.time;
    default:
        return theme.text3;
    }
}

} // namespace

void BubbleFoot::measure(const QString &author, const QString &time, bool ticks, const QFont &font)
{
    m_words = author.isEmpty() ? time : isolated(previewText(author, 24)) + QStringLiteral(" · ") + time;
    m_ticks = ticks;
    const QFontMetrics caption(captionFont(font));
    m_width = kSpace + caption.horizontalAdvance(m_words) + (ticks ? BubbleSizes::kIcon + 3 : 0);
    m_height = caption.height();
}

void BubbleFoot::paint(const BubblePaint &paint, const QRect &place) const
{
    QRect words = place;
    if (m_ticks) {
        const QString tick = tickName(paint.state);
        const int size = tick == QStringLiteral("clock") ? kClock : BubbleSizes::kIcon;
        paint.icon(tick, tickColour(paint.state, paint.theme),
                   {place.right() - size + 1, place.center().y() - size / 2 + 1}, size);
        words.adjust(0, 0, -BubbleSizes::kIcon - 3, 0);
    }
    paint.painter.setFont(captionFont(paint.font));
    paint.painter.setPen(paint.kind == desk::BubbleKind::Note ? paint.theme.noteText : paint.theme.text3);
    paint.painter.drawText(words, Qt::AlignRight | Qt::AlignVCenter, m_words);
}

} // namespace balcao::ui
