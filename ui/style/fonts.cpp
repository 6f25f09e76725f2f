// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/style/fonts.h"

#include "ui/style/platform.h"

#include <QApplication>
#include <QFontDatabase>
#include <QScreen>

namespace balcao::ui {

namespace {

constexpr qreal kDrawnPoints = 9.75; ///< 13 px, the body of the drawings
constexpr int kDrawnBody = 13;
constexpr int kLeastPx = 11;

qreal growth = 1; // of the one application's letters, as its font is

} // namespace

qreal leastPoints()
{
    constexpr qreal kLogicalDpi = 96;
    constexpr int kPointsPerInch = 72;
    // Where a point is a pixel (macOS) there are 72; screens with more have larger pixels, not more of them.
    const QScreen *screen = QGuiApplication::primaryScreen();
    const qreal dpi = screen ? qMin(kLogicalDpi, screen->logicalDotsPerInchY()) : kLogicalDpi;
    return kLeastPx * kPointsPerInch / dpi;
}

void setTextGrowth(qreal times)
{
    growth = times;
}

QFont drawnFont(const QFont &system)
{
    QFont font(system);
    const QString drawn = QStringLiteral("Open Sans");
    if (isFontUnset(system) && QFontDatabase::families().contains(drawn)) {
        font.setFamilies({drawn});
        font.setPointSizeF(kDrawnPoints);
    }
    font.setPointSizeF(qMax(leastPoints(), font.pointSizeF() > 0 ? font.pointSizeF() : kDrawnPoints));
    return font;
}

QFont scaledFont(const QFont &base, int designPx)
{
    // 13 design pixels are the application's own size: u = pointSize / 9.75.
    QFont font(base);
    const qreal points = QApplication::font().pointSizeF();
    const qreal scaled = (points > 0 ? points : kDrawnPoints) * designPx / kDrawnBody;
    font.setPointSizeF(qMax(scaled, leastPoints() * growth));
    font.setWeight(QFont::Normal);
    return font;
}

QFont semibold(QFont font)
{
    font.setWeight(QFont::DemiBold);
    return font;
}

} // namespace balcao::ui
