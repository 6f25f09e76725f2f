// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// What differs between Qt versions and systems: colour scheme, high contrast, the number on the program's icon. The
// one place in ui where QT_VERSION may be asked.
#pragma once

#include <QString>

#include <functional>

class QFont;
class QGuiApplication;
class QObject;

namespace balcao::ui {

enum class ColourScheme { System, Light, Dark };

/// What the system prefers; on Qt 6.4, which cannot be asked, the lightness of the system's palette. There our own
/// palette has to be off while it is asked.
bool systemPrefersDark(const QGuiApplication &app);

/// Calls back when the system changes its mind, as far as this Qt hears of it: from 6.5 on. Before, QEvent::ThemeChange
/// is all that there is; Appearance looks for it.
void whenSystemSchemeChanges(QGuiApplication &app, QObject *context, std::function<void()> tell);

/// Nobody has chosen the system's letters: a Linux without a desktop's own setting, where Qt says "Sans Serif" and
/// fontconfig takes any.
bool isFontUnset(const QFont &system);

/// The system asks for its own colours and no others. Windows says so; elsewhere BALCAO_HIGH_CONTRAST=1 does, for
/// nobody else does before Qt 6.10.
bool systemHighContrast();

/// The number on the program's icon in dock or task bar, where there is one for numbers; 0 takes it away. False: the
/// system has none, and the window's icon has to do.
bool showBadge(int number);

} // namespace balcao::ui
