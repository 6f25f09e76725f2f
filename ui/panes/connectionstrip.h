// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// What is wrong with the connection and what that means, across the window; not there while all is well. Binds to
// ConnectionPresenter.
#pragma once

#include "desk/connectionpresenter.h"
#include "ui/style/appearance.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace balcao::ui {

class ConnectionStrip final : public QFrame
{
    Q_OBJECT

public:
    ConnectionStrip(desk::ConnectionPresenter &presenter, const Appearance &appearance, QWidget *parent = nullptr);

private:
    void refresh();

    desk::ConnectionPresenter &m_presenter;
    const Appearance &m_appearance;
    QLabel *m_icon;
    QLabel *m_text;
    QPushButton *m_action;
};

} // namespace balcao::ui
