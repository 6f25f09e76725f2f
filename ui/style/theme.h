// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The colours of the design (look.md §4), by role. Delegates and style sheets name roles, never colours.
#pragma once

#include <QColor>

namespace balcao::ui {

struct Theme
{
    bool dark = false;
    QColor window, rail, list, thread, surface, out, note, sel, hover;
    QColor border, borderStrong;
    QColor text, text2, text3, disabled;
    QColor accent, accentHover, accentPressed, onAccent;
    QColor time, timeBg, timeSolid;
    QColor paid, paidBg, paidSolid;
    QColor danger, dangerBg;
    QColor noteText, mark, wood;

    static const Theme &light();
    static const Theme &darkOne();
};

/// One of six muted pairs; `seed` decides, it carries no meaning.
struct AvatarColours
{
    QColor fill;
    QColor letters;
};
AvatarColours avatarColours(const Theme &theme, uint seed);

} // namespace balcao::ui
