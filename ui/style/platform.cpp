// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/style/platform.h"

#include <QGuiApplication>
#include <QPalette>
#include <QStyleHints>

namespace balcao::ui {

bool systemPrefersDark(const QGuiApplication &app)
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    return app.styleHints()->colorScheme() == Qt::ColorScheme::Dark;
#else
    // Read before our own palette is set; afterwards it would answer for itself.
    static const bool dark = app.palette().color(QPalette::Window).lightness() < 128;
    return dark;
#endif
}

} // namespace balcao::ui
