// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/panes/shade.h"

#include <QEvent>
#include <QPainter>

namespace balcao::ui {

Shade::Shade(const Appearance &appearance, QWidget *window) : QWidget(window), m_appearance(appearance)
{
    setObjectName(QStringLiteral("shade"));
    setGeometry(window->rect());
    setFocusPolicy(Qt::NoFocus);
    window->installEventFilter(this);
    hide();
}

bool Shade::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parent() && event->type() == QEvent::Resize)
        setGeometry(parentWidget()->rect());
    return QWidget::eventFilter(watched, event);
}

void Shade::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), shadeOf(m_appearance.theme()));
}

} // namespace balcao::ui
