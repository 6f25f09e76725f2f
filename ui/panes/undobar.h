// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// What was just done and how to take it back. Binds to UndoPresenter; covers nothing.
#pragma once

#include "desk/undopresenter.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace balcao::ui {

class UndoBar final : public QFrame
{
    Q_OBJECT

public:
    explicit UndoBar(desk::UndoPresenter &presenter, QWidget *parent = nullptr);

private:
    void refresh();

    desk::UndoPresenter &m_presenter;
    QLabel *m_text;
    QPushButton *m_undo;
};

} // namespace balcao::ui
