// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// What a widget writes when it is painted, piece by piece and where: by labels, styles and delegates alike.
#pragma once

#include <QList>
#include <QRectF>
#include <QString>

class QWidget;

namespace balcao::test {

struct PaintedPiece
{
    QString text;
    QRectF rect; ///< in the widget
    QRectF seen; ///< what its painter may touch
};

QList<PaintedPiece> paintedBy(QWidget &widget);

} // namespace balcao::test
