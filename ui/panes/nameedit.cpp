// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/panes/nameedit.h"

#include <QPainter>

namespace balcao::ui {

NameEdit::NameEdit(QWidget *parent) : QLineEdit(parent) {}

void NameEdit::paintEvent(QPaintEvent *event)
{
    if (hasFocus() || underMouse()) {
        QLineEdit::paintEvent(event);
        return;
    }
    QPainter painter(this);
    painter.setPen(palette().color(QPalette::Text));
    const QString shown = fontMetrics().elidedText(text(), Qt::ElideRight, width());
    painter.drawText(rect(), static_cast<int>(Qt::AlignVCenter) | static_cast<int>(Qt::AlignLeading), shown);
}

} // namespace balcao::ui
