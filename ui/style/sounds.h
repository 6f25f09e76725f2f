// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Plays our four short sounds through what the system has: libcanberra on Linux, loaded when it is first needed and
// only if it is there; PlaySound on Windows; elsewhere, and without it, the system's own beep. No media library: the
// one of Qt brings every codec of FFmpeg for half a second of a bell (README, "What it stands on"). GUI thread.
#pragma once

#include "desk/newspresenter.h"

#include <memory>

namespace balcao::ui {

class SystemSounds final : public desk::Sounder
{
public:
    SystemSounds();
    ~SystemSounds() override;

    void play(desk::Chime chime) override;

private:
    class Player;
    std::unique_ptr<Player> m_player; ///< made with the first sound
};

/// Of the resources: a WAV file.
QString soundFile(desk::Chime chime);

} // namespace balcao::ui
