// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The type scale, 11 to 22 design pixels, derived from the application's font so that it follows the system.
#pragma once

#include <QFont>
#include <QFontMetrics>

namespace balcao::ui {

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
