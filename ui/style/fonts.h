// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The type scale, 11 to 22 design pixels, derived from the application's font so that it follows the system; nothing
// is smaller than 11 logical pixels, however small the system's own letters are.
#pragma once

#include <QFont>
#include <QFontMetrics>

namespace balcao::ui {

/// Points of the smallest letters: 11 logical px.
qreal leastPoints();
/// How much larger the person has made the letters than the system has them; what is smallest grows along.
void setTextGrowth(qreal growth);
/// The application's font at 100 %: the system's, if it has chosen one; else that of the drawings.
QFont drawnFont(const QFont &system);

QFont scaledFont(const QFont &base, int designPx);
inline QFont bodyFont(const QFont &base)
{
    return scaledFont(base, 13);
}
inline QFont smallFont(const QFont &base)
{
    return scaledFont(base, 12);
}
inline QFont captionFont(const QFont &base)
{
    return scaledFont(base, 11);
}
inline QFont headFont(const QFont &base)
{
    return scaledFont(base, 15);
}
inline QFont titleFont(const QFont &base)
{
    return scaledFont(base, 18);
}
inline QFont displayFont(const QFont &base)
{
    return scaledFont(base, 22);
}
QFont semibold(QFont font);

} // namespace balcao::ui
