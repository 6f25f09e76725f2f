// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// A dialog without a frame of its own: rounded, before its dimmed window, and in its place when that is resized.
#pragma once

#include "ui/style/appearance.h"

#include <QDialog>
#include <QPointer>

namespace balcao::ui {

class Shade;

class FloatingDialog : public QDialog
{
    Q_OBJECT

public:
    ~FloatingDialog() override;

protected:
    /// Its content keeps 1 px free all around, for the edge.
    FloatingDialog(const Appearance &appearance, QWidget &window, QWidget *parent);

    /// Its size and place before that window; when it is shown, and whenever that changes its size.
    virtual void fit() = 0;
    /// Null once it is gone.
    [[nodiscard]] QWidget *before() const { return m_window; }
    [[nodiscard]] const Appearance &appearance() const { return m_appearance; }

    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    const Appearance &m_appearance;
    QPointer<QWidget> m_window;
    QPointer<Shade> m_shade;
};

} // namespace balcao::ui
