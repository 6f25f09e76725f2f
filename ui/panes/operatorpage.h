// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Who is serving, with the PIN (first run's step 2, and F11). Binds to OperatorPresenter.
#pragma once

#include "desk/operatorpresenter.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace balcao::ui {

class OperatorPage final : public QWidget
{
    Q_OBJECT

public:
    explicit OperatorPage(desk::OperatorPresenter &presenter, QWidget *parent = nullptr);

    /// F12: the conversations are hidden behind this page until a PIN is typed.
    void setProtected(bool on);

private:
    void refresh();
    void refreshList();

    desk::OperatorPresenter &m_presenter;
    QLabel *m_title;
    QLabel *m_why;
    QListWidget *m_list;
    QLabel *m_nameCaption;
    QLineEdit *m_name;
    QLineEdit *m_pin;
    QLabel *m_help;
    QLabel *m_error;
    QPushButton *m_enter;
    bool m_isProtected = false;
};

} // namespace balcao::ui
