// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/style/dot.h"

#include <QPainter>

namespace balcao::ui {

QIcon dotIcon(const QColor &colour)
{
    QPixmap pixmap(40, 40);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawEllipse(10, 10, 20, 20);
    return QIcon(pixmap);
}

} // namespace balcao::ui
