// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Dims a window's whole content while something stands before it that has no frame of its own. It hides nothing from
// anybody: the words behind stay where they are.
#pragma once

#include "ui/style/appearance.h"

#include <QWidget>

namespace balcao::ui {

class Shade final : public QWidget
{
public:
    Shade(const Appearance &appearance, QWidget *window);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    const Appearance &m_appearance;
};

} // namespace balcao::ui
