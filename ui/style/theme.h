// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The colours, by role: words stand out 4.5:1, signs 3:1. Delegates and style sheets name roles, never colours.
#pragma once

#include <QColor>

class QPalette;

namespace balcao::ui {

struct Theme
{
    bool dark = false;
    bool plain = false; ///< a high contrast system's own colours and no others
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
    /// Of a system in high contrast: each role is one of the palette's.
    static Theme of(const QPalette &palette);

    /// The colour that stands where `colour` stands in `before`; itself where none does. For what was tinted once.
    [[nodiscard]] QColor inPlaceOf(const QColor &colour, const Theme &before) const;
};

/// Laid over a window that something stands before.
QColor shadeOf(const Theme &theme);

/// One of six muted pairs; `seed` decides, it carries no meaning.
struct AvatarColours
{
    QColor fill;
    QColor letters;
};
AvatarColours avatarColours(const Theme &theme, uint seed);
/// A tag's own colour, in the dark its pair, lightened or darkened until it stands out 3:1 from whatever it is on.
QColor tagColour(const Theme &theme, const QString &colour);
/// WCAG 2 contrast, 1 to 21.
qreal contrast(const QColor &a, const QColor &b);

} // namespace balcao::ui
