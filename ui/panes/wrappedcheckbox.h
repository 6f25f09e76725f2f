// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// A check box whose words wrap, which Qt's own do not: with large text its sentence must not widen the window.
#pragma once

#include <QCheckBox>

namespace balcao::ui {

class WrappedCheckBox final : public QCheckBox
{
    Q_OBJECT

public:
    WrappedCheckBox(const QString &text, QWidget *parent);

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    [[nodiscard]] bool hitButton(const QPoint &place) const override { return rect().contains(place); }
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QRect words(int width) const;
    [[nodiscard]] int indent() const;
};

} // namespace balcao::ui
