// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// What differs between Qt versions and systems: colour scheme now; badge and announcements later. The
// one place in ui where QT_VERSION may be asked.
#pragma once

class QGuiApplication;

namespace balcao::ui {

enum class ColourScheme { System, Light, Dark };

/// What the system prefers; on Qt 6.4, which cannot be asked, the lightness of its own palette.
bool systemPrefersDark(const QGuiApplication &app);

} // namespace balcao::ui
