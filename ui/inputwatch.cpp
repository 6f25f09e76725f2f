// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/inputwatch.h"

#include <QApplication>
#include <QEvent>

namespace balcao::ui {

InputWatch::InputWatch(QApplication &app)
{
    app.installEventFilter(this);
}

bool InputWatch::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::InputMethod:
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::HoverMove:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
        Q_EMIT touched();
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace balcao::ui
