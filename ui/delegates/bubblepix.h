// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// A charge in the thread: how much, for what, how it stands, and what is wrong with it. As wide as its drawing, or as
// the row has room; what does not fit beside something stands below it, and no amount is ever cut. GUI thread.
#pragma once

#include "desk/chargewords.h"
#include "ui/delegates/bubblefoot.h"

#include <QSize>

namespace balcao::ui {

class BubblePix
{
public:
    struct Colours
    {
        QColor fill;
        QColor outline;
    };

    /// `room` px at most. Puts `foot` where it belongs, once the bubble is placed.
    void measure(const desk::ChargeLook &look, const QFont &font, int room, const BubbleFoot &foot);
    [[nodiscard]] bool isEmpty() const { return m_size.isEmpty(); }
    [[nodiscard]] QSize size() const { return m_size; }
    [[nodiscard]] Colours colours(const BubblePaint &paint) const;
    /// Within the bubble's outline; its author and time are the foot's.
    void paint(const BubblePaint &paint, const QRect &bubble) const;

private:
    [[nodiscard]] bool saysPaid() const { return m_look.tone == desk::ChargeTone::Paid; }
    /// Where it stands from `y` on: below the amount, or beside it. The line after it.
    int placeDescription(const QFont &font, int y);
    int placeNote(const QFont &font, int y);
    void paintHead(const BubblePaint &paint, const QPoint &at) const;
    void paintChip(const BubblePaint &paint, const QPoint &at) const;

    desk::ChargeLook m_look;
    QSize m_size;
    QRect m_amount; ///< these are within the inner corner
    QRect m_chip;
    QRect m_description;
    QRect m_note;
    QRect m_foot;
};

} // namespace balcao::ui
