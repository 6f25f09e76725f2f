// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The QR over the whole screen, for a customer at the counter: how much, to whom, and nothing of anybody else. Esc or a
// click closes it.
#pragma once

#include "desk/pixpresenter.h"

#include <QDialog>

namespace balcao::ui {

class QrScreen final : public QDialog
{
    Q_OBJECT

public:
    QrScreen(const desk::PixCode &code, QWidget *parent);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
};

} // namespace balcao::ui
