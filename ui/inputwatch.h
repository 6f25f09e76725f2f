// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Whether somebody is there: a key, the mouse, a finger on any window of the program. For the idle lock.
#pragma once

#include <QObject>

class QApplication;

namespace balcao::ui {

class InputWatch final : public QObject
{
    Q_OBJECT

public:
    explicit InputWatch(QApplication &app);

Q_SIGNALS:
    void touched();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace balcao::ui
