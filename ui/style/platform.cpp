// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/style/platform.h"

#include <QFont>
#include <QGuiApplication>
#include <QPalette>
#include <QStyleHints>

#ifdef Q_OS_WIN
#include <qt_windows.h>
#endif

namespace balcao::ui {

bool systemPrefersDark(const QGuiApplication &app)
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    return app.styleHints()->colorScheme() == Qt::ColorScheme::Dark;
#else
    return app.palette().color(QPalette::Window).lightness() < 128;
#endif
}

void whenSystemSchemeChanges(QGuiApplication &app, QObject *context, std::function<void()> tell)
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    QObject::connect(app.styleHints(), &QStyleHints::colorSchemeChanged, context, [tell = std::move(tell)] { tell(); });
#else
    Q_UNUSED(app)
    Q_UNUSED(context)
    Q_UNUSED(tell)
#endif
}

bool isFontUnset(const QFont &system)
{
#if defined(Q_OS_UNIX) && !defined(Q_OS_MACOS)
    return system.family().compare(QLatin1StringView("Sans Serif"), Qt::CaseInsensitive) == 0;
#else
    Q_UNUSED(system)
    return false;
#endif
}

bool systemHighContrast()
{
    if (qEnvironmentVariableIsSet("BALCAO_HIGH_CONTRAST"))
        return qEnvironmentVariableIntValue("BALCAO_HIGH_CONTRAST") != 0;
#ifdef Q_OS_WIN
    HIGHCONTRASTW state = {};
    state.cbSize = sizeof state;
    return SystemParametersInfoW(SPI_GETHIGHCONTRAST, sizeof state, &state, 0) && (state.dwFlags & HCF_HIGHCONTRASTON);
#else
    return false;
#endif
}

bool showBadge(int number)
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    qGuiApp->setBadgeNumber(number);
    // Linux desktops show it or not and never say which; a window icon with a number beside it does no harm.
#ifdef Q_OS_MACOS
    return true;
#else
    return false;
#endif
#else
    Q_UNUSED(number)
    return false;
#endif
}

} // namespace balcao::ui
