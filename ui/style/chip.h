// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// How a charge stands, as a chip says it: the same colours in card, list and panel.
#pragma once

#include "desk/chargewords.h"
#include "ui/style/theme.h"

#include <QRect>

class QPainter;

namespace balcao::ui {

struct ChipColours
{
    QColor fill;
    QColor ink;
};

ChipColours chipColours(desk::ChargeTone tone, const Theme &theme);
/// Without its words. `edged`: also where the fill alone says enough; where fills say nothing it always is.
void paintChip(QPainter &painter, const QRect &chip, const ChipColours &colours, const Theme &theme,
               bool edged = false);

} // namespace balcao::ui
