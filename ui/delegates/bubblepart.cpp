// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/delegates/bubblepart.h"

#include "ui/style/appearance.h"

namespace balcao::ui {

void BubblePaint::icon(const QString &name, const QColor &colour, const QPoint &topLeft, int size) const
{
    painter.drawPixmap(topLeft, Appearance::pixmap(name, colour, size, painter.device()->devicePixelRatioF()));
}

} // namespace balcao::ui
