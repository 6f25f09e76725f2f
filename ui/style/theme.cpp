// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/style/theme.h"

#include <QPalette>

#include <algorithm>
#include <array>
#include <cmath>

namespace balcao::ui {

namespace {

constexpr QColor rgb(QRgb value)
{
    return QColor(static_cast<int>((value >> 16) & 0xff), static_cast<int>((value >> 8) & 0xff),
                  static_cast<int>(value & 0xff));
}

Theme makeLight()
{
    Theme t;
    t.window = rgb(0xF6F2EB), t.rail = rgb(0xECE6DA), t.list = rgb(0xFBF9F5), t.thread = rgb(0xF2EDE4);
    t.surface = rgb(0xFFFFFF), t.out = rgb(0xE1EBF8), t.note = rgb(0xEFE8F8), t.sel = rgb(0xDCE7F5);
    t.hover = rgb(0xF1ECE2), t.border = rgb(0xE0D8CA), t.borderStrong = rgb(0x8A7F6D);
    t.text = rgb(0x24211B), t.text2 = rgb(0x575045), t.text3 = rgb(0x665E51), t.disabled = rgb(0x9A9183);
    t.accent = rgb(0x1F5A9E), t.accentHover = rgb(0x184A84), t.accentPressed = rgb(0x123A69);
    t.onAccent = rgb(0xFFFFFF), t.time = rgb(0x7F4E00), t.timeBg = rgb(0xFDEFCB), t.timeSolid = rgb(0xB36F00);
    t.paid = rgb(0x14673A), t.paidBg = rgb(0xDCF1E3), t.paidSolid = rgb(0x1A7A44);
    t.danger = rgb(0xA3212E), t.dangerBg = rgb(0xFAE3E3), t.noteText = rgb(0x5A3788);
    t.mark = rgb(0xFFE08A), t.wood = rgb(0xC98A3C);
    return t;
}

Theme makeDark()
{
    Theme t;
    t.dark = true;
    t.window = rgb(0x211E1A), t.rail = rgb(0x181613), t.list = rgb(0x1F1C18), t.thread = rgb(0x191714);
    t.surface = rgb(0x2B2722), t.out = rgb(0x20364F), t.note = rgb(0x332A43), t.sel = rgb(0x253A52);
    t.hover = rgb(0x2A2621), t.border = rgb(0x38332C), t.borderStrong = rgb(0x8F8574);
    t.text = rgb(0xF1ECE3), t.text2 = rgb(0xC3BAAB), t.text3 = rgb(0xAEA596), t.disabled = rgb(0x827A6D);
    t.accent = rgb(0x8CBBF1), t.accentHover = rgb(0xA6CBF6), t.accentPressed = rgb(0x73A7E4);
    t.onAccent = rgb(0x0E233A), t.time = rgb(0xF3C463), t.timeBg = rgb(0x3D3012), t.timeSolid = rgb(0xE0A93B);
    t.paid = rgb(0x83D7A3), t.paidBg = rgb(0x17382A), t.paidSolid = rgb(0x3FA66B);
    t.danger = rgb(0xFFA39B), t.dangerBg = rgb(0x47211F), t.noteText = rgb(0xCFB8F0);
    t.mark = rgb(0x6B5413), t.wood = rgb(0xD9A057);
    return t;
}

} // namespace

const Theme &Theme::light()
{
    static const Theme theme = makeLight();
    return theme;
}

const Theme &Theme::darkOne()
{
    static const Theme theme = makeDark();
    return theme;
}

Theme Theme::of(const QPalette &palette)
{
    const QColor text = palette.color(QPalette::WindowText);
    const QColor window = palette.color(QPalette::Window);
    const QColor base = palette.color(QPalette::Base);
    Theme t;
    t.plain = true;
    t.dark = window.lightness() < text.lightness();
    t.window = t.rail = t.list = t.thread = window;
    t.timeBg = t.paidBg = t.dangerBg = t.hover = window;
    // A selected row keeps the colours of its words, so it is the bar and the ring that tell it.
    t.surface = t.out = t.note = t.sel = t.mark = base;
    t.border = t.borderStrong = t.text = t.text2 = t.text3 = text;
    t.time = t.timeSolid = t.paid = t.paidSolid = t.danger = t.noteText = t.wood = text;
    t.disabled = palette.color(QPalette::Disabled, QPalette::WindowText);
    t.accent = t.accentHover = t.accentPressed = palette.color(QPalette::Highlight);
    t.onAccent = palette.color(QPalette::HighlightedText);
    return t;
}

QColor Theme::inPlaceOf(const QColor &colour, const Theme &before) const
{
    // Those that something is tinted with; on two of one colour the first wins, and none of these is ever ambiguous
    // where it matters: white is what stands on accent.
    for (QColor Theme::*const role : {&Theme::onAccent, &Theme::text, &Theme::text2, &Theme::text3, &Theme::accent,
                                      &Theme::disabled, &Theme::time, &Theme::danger, &Theme::noteText}) {
        if ((before.*role).rgba() == colour.rgba())
            return this->*role;
    }
    return colour;
}

QColor shadeOf(const Theme &theme)
{
    constexpr int kDeeper = 300; // per cent: the dark's own darkest is too near to what it covers
    QColor shade = theme.dark ? theme.rail.darker(kDeeper) : theme.text;
    shade.setAlphaF(theme.dark ? 0.6F : 0.5F);
    return shade;
}

AvatarColours avatarColours(const Theme &theme, uint seed)
{
    if (theme.plain)
        return {theme.surface, theme.text};
    static constexpr std::array<QRgb, 6> kLightFill{0xF6DCC8, 0xD5E7EB, 0xE4DDF4, 0xF6DDE6, 0xDDE5F4, 0xE9E4D2};
    static constexpr std::array<QRgb, 6> kLightLetters{0x7A3A12, 0x174F57, 0x4B3178, 0x7A2348, 0x2B4269, 0x544B2A};
    static constexpr std::array<QRgb, 6> kDarkFill{0x4A3020, 0x203C41, 0x372C50, 0x4A2636, 0x293854, 0x3B3727};
    static constexpr std::array<QRgb, 6> kDarkLetters{0xF3C9A8, 0xA9DBE1, 0xCDBBF0, 0xF3B9CF, 0xBACBEE, 0xDCD3AE};
    const std::size_t i = seed % kLightFill.size();
    return theme.dark ? AvatarColours{rgb(kDarkFill[i]), rgb(kDarkLetters[i])}
                      : AvatarColours{rgb(kLightFill[i]), rgb(kLightLetters[i])};
}

namespace {

qreal luminance(const QColor &colour)
{
    const auto part = [](qreal v) { return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4); };
    return 0.2126 * part(colour.redF()) + 0.7152 * part(colour.greenF()) + 0.0722 * part(colour.blueF());
}

} // namespace

qreal contrast(const QColor &a, const QColor &b)
{
    const qreal one = luminance(a);
    const qreal other = luminance(b);
    return (qMax(one, other) + 0.05) / (qMin(one, other) + 0.05);
}

namespace {

/// Of the tags that a shop begins with: the same hue for paper and for the dark.
struct TagPair
{
    QRgb light;
    QRgb dark;
};

constexpr std::array<TagPair, 6> kTagPairs{{{0xB4531A, 0xF0A070},
                                            {0x1F6F78, 0x6FC3CC},
                                            {0x6A46A0, 0xB79AE6},
                                            {0x9C2D5A, 0xF093B8},
                                            {0x3B5488, 0x98B0E2},
                                            {0x5D5548, 0xBDB3A2}}};

/// From all that a dot may stand on.
bool standsOut(const QColor &colour, const Theme &theme)
{
    constexpr qreal kWanted = 3.0;
    const auto clear = [&colour](const QColor &behind) { return contrast(colour, behind) >= kWanted; };
    return clear(theme.list) && clear(theme.sel) && clear(theme.rail) && clear(theme.hover) && clear(theme.surface);
}

/// Towards white: lighter() makes black no lighter.
QColor paler(const QColor &colour)
{
    constexpr int kParts = 12;
    const auto part = [](int v) { return v + (255 - v + kParts - 1) / kParts; };
    return {part(colour.red()), part(colour.green()), part(colour.blue())};
}

} // namespace

QColor tagColour(const Theme &theme, const QString &colour)
{
    QColor found(colour);
    if (theme.plain || !found.isValid())
        return theme.text2;
    if (theme.dark) {
        const auto pair = std::ranges::find(kTagPairs, found.rgb() & 0xFFFFFFU, &TagPair::light);
        if (pair != kTagPairs.cend())
            return rgb(pair->dark);
    }
    for (int step = 0; step < 30 && !standsOut(found, theme); ++step)
        found = theme.dark ? paler(found) : found.darker(112);
    return standsOut(found, theme) ? found : theme.text2;
}

} // namespace balcao::ui
