// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// What this computer was told about itself: looks, sounds, privacy. Of the PC, not of a shop or a person; nothing of
// a customer stands in it.
#pragma once

namespace balcao::desk {

struct Preferences
{
    enum class Scheme { System, Light, Dark };

    static constexpr int kLeastText = 100;
    static constexpr int kMostText = 200;
    static constexpr int kMostLockMinutes = 120;

    Scheme scheme = Scheme::System;
    int textPercent = kLeastText;
    bool sounds = true;
    bool notifications = true;
    bool notificationContent = true; ///< name and words, not only that somebody wrote
    int lockMinutes = 10;            ///< without a key or the mouse; 0: never by itself
    bool startMinimised = false;
    bool closeToTray = true;
    bool spelling = true;       ///< wrong words are marked, where there is a dictionary
    bool trayHintShown = false; ///< where the window went when it was closed has been told

    friend bool operator==(const Preferences &, const Preferences &) = default;
};

} // namespace balcao::desk
