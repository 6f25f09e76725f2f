// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// What the parts of a bubble share: how a row is to look, and the painter with what it paints for. Parts are measured
// once and painted many times; all their rectangles are relative to the row. GUI thread.
#pragma once

#include "core/messagestate.h"
#include "desk/roles.h"
#include "ui/style/theme.h"

#include <QFont>
#include <QPainter>
#include <QString>

namespace balcao::ui {

/// Px of the drawing; everything that holds letters grows with them instead.
struct BubbleSizes
{
    static constexpr int kWide = 900; ///< from this width of a thread on it has room to give away
    static constexpr int kGap = 4;
    static constexpr int kTurn = 5; ///< more than that where another one speaks, in a wide thread
    static constexpr int kPadX = 10;
    static constexpr int kPadY = 6;
    static constexpr int kIcon = 16;
    static constexpr int kRadius = 10;
    static constexpr int kTail = 3;

    static constexpr int side(int width) { return width > kWide ? 32 : 16; }
};

struct BubblePaint
{
    QPainter &painter;
    const Theme &theme;
    QPoint at; ///< of the row
    QFont font;
    desk::BubbleKind kind = desk::BubbleKind::Inbound;
    MessageState state = MessageState::Received;
    QStringList found; ///< folded words that are marked

    [[nodiscard]] bool isBroken() const
    {
        return kind == desk::BubbleKind::Outbound && (state == MessageState::Failed || state == MessageState::Rejected);
    }
    void icon(const QString &name, const QColor &colour, const QPoint &topLeft, int size = BubbleSizes::kIcon) const;
};

} // namespace balcao::ui
