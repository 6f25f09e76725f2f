// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The emoji that a counter needs, by group, with the Portuguese words they are looked for by: data, not words of
// the window, so they are not translated. Chosen and named by us.
#pragma once

#include <QStringView>

#include <span>

namespace balcao::desk {

struct Emoji
{
    int group = 0;
    QStringView glyph;
    QStringView words; ///< the first is its name
};

inline constexpr int kEmojiGroups = 6;

std::span<const Emoji> allEmoji();

} // namespace balcao::desk
