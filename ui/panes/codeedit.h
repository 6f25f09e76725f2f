// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// A code of eight letters and digits, each in a box of its own, four and four. It is one field to hands, to the clipboard
// and to screen readers; only its picture is of boxes.
#pragma once

#include "ui/style/appearance.h"

#include <QLineEdit>

namespace balcao::ui {

class CodeEdit final : public QLineEdit
{
    Q_OBJECT

public:
    CodeEdit(const Appearance &appearance, QWidget *parent);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;

private:
    void tidy();
    [[nodiscard]] QRect box(int at) const;
    /// Letters of the code before that place of the text, which has a dash.
    [[nodiscard]] int lettersBefore(int place) const;

    const Appearance &m_appearance;
};

} // namespace balcao::ui
