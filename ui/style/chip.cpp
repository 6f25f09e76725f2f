// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/style/chip.h"

#include <QPainter>

namespace balcao::ui {

using desk::ChargeTone;

ChipColours chipColours(ChargeTone tone, const Theme &theme)
{
    switch (tone) {
    case ChargeTone::Waiting:
        return {theme.timeBg, theme.time};
    case ChargeTone::Paid:
        return {theme.paidBg, theme.paid};
    case ChargeTone::Wrong:
        return {theme.dangerBg, theme.danger};
    case ChargeTone::ByHand:
        return {theme.note, theme.noteText};
    case ChargeTone::Plain:
        break;
    }
    return {theme.hover, theme.text2};
}

void paintChip(QPainter &painter, const QRect &chip, const ChipColours &colours, const Theme &theme, bool edged)
{
    constexpr qreal kRadius = 4;
    const bool hasEdge = edged || theme.plain;
    painter.setPen(hasEdge ? QPen(colours.ink) : QPen(Qt::NoPen));
    painter.setBrush(colours.fill);
    const qreal inside = hasEdge ? 0.5 : 0; // half of the pen
    painter.drawRoundedRect(QRectF(chip).adjusted(inside, inside, -inside, -inside), kRadius, kRadius);
}

} // namespace balcao::ui
