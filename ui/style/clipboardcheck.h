// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Copies, and reads again what was copied: programs that swap a Pix code in the clipboard exist.
#pragma once

#include <QString>

#include <functional>

class QObject;

namespace balcao::ui {

inline constexpr int kClipboardLookMs = 350; ///< long enough for one that waits for the change

/// `done(same)`: what the clipboard holds after a moment is what was put there. Not called once `context` is gone.
void copyChecked(const QString &text, QObject *context, std::function<void(bool same)> done);

} // namespace balcao::ui
