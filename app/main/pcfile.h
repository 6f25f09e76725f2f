// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// What this PC remembers of itself, beside the shop: preferences and where the window stood. One small INI file
// without a secret or a customer in it; replaced whole, so that half of one is never read. GUI thread.
#pragma once

#include "desk/preferencespresenter.h"
#include "ui/windowplace.h"

#include <QString>

namespace balcao {

class PcFile final : public desk::PreferencesKeeper
{
public:
    explicit PcFile(const QString &folder);

    [[nodiscard]] const desk::Preferences &preferences() const { return m_preferences; }
    [[nodiscard]] const ui::WindowPlace &place() const { return m_place; }

    void keep(const desk::Preferences &preferences) override;
    void keep(const ui::WindowPlace &place);

private:
    void read();
    void write() const;

    QString m_file;
    desk::Preferences m_preferences;
    ui::WindowPlace m_place;
};

} // namespace balcao
