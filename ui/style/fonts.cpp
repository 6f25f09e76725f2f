// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/style/fonts.h"

#include <QApplication>

namespace balcao::ui {

QFont scaledFont(const QFont &base, int designPx)
{
    // 13 design pixels are the application's own size: u = pointSize / 9.75.
    QFont font(base);
    const qreal points = QApplication::font().pointSizeF();
    font.setPointSizeF((points > 0 ? points : 9.75) * designPx / 13.0);
    font.setWeight(QFont::Normal);
    return font;
}

QFont semibold(QFont font)
{
    font.setWeight(QFont::DemiBold);
    return font;
}

} // namespace balcao::ui
