// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Where the window stood, and where it may stand now: screens come and go between two starts.
#pragma once

#include <QList>
#include <QRect>

class QWidget;

namespace balcao::ui {

struct WindowPlace
{
    QRect normal; ///< empty: never kept
    bool maximised = false;

    friend bool operator==(const WindowPlace &, const WindowPlace &) = default;
};

/// `wanted`, moved and shrunk until its title bar can be reached on one of the screens; `screens` without task bars,
/// the first is the main one.
QRect placeOnScreen(QRect wanted, const QList<QRect> &screens);

[[nodiscard]] WindowPlace placeOf(const QWidget &window);
/// Does nothing when the place was never kept.
void restorePlace(QWidget &window, const WindowPlace &place);

} // namespace balcao::ui
