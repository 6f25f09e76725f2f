// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/windowplace.h"

#include <QGuiApplication>
#include <QScreen>
#include <QWidget>

namespace balcao::ui {

QRect placeOnScreen(QRect wanted, const QList<QRect> &screens)
{
    if (screens.isEmpty())
        return wanted;
    qint64 most = 0;
    QRect home = screens.first();
    for (const QRect &screen : screens) {
        const QRect shared = screen.intersected(wanted);
        const qint64 area = qint64(shared.width()) * shared.height();
        if (!shared.isEmpty() && area > most) {
            most = area;
            home = screen;
        }
    }
    wanted.setSize(wanted.size().boundedTo(home.size()));
    wanted.moveLeft(qBound(home.left(), wanted.left(), home.right() - wanted.width() + 1));
    wanted.moveTop(qBound(home.top(), wanted.top(), home.bottom() - wanted.height() + 1));
    return wanted;
}

WindowPlace placeOf(const QWidget &window)
{
    const bool maximised = window.isMaximized();
    return {maximised || window.isMinimized() ? window.normalGeometry() : window.geometry(), maximised};
}

void restorePlace(QWidget &window, const WindowPlace &place)
{
    if (place.normal.isEmpty())
        return;
    QList<QRect> screens;
    const auto all = QGuiApplication::screens();
    for (const QScreen *screen : all)
        screens.append(screen->availableGeometry());
    window.setGeometry(placeOnScreen(place.normal, screens));
    if (place.maximised)
        window.setWindowState(window.windowState() | Qt::WindowMaximized);
}

} // namespace balcao::ui
