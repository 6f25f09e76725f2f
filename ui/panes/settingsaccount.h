// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Settings, "Account": who serves, where, and a new PIN. Binds to AccountPresenter.
#pragma once

#include "desk/accountpresenter.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace balcao::ui {

class SettingsAccount final : public QWidget
{
    Q_OBJECT

public:
    explicit SettingsAccount(desk::AccountPresenter &presenter, QWidget *parent = nullptr);

Q_SIGNALS:
    void switchOperatorRequested();

private:
    void buildPin(QVBoxLayout &column);
    void refresh();

    desk::AccountPresenter &m_presenter;
    QLabel *m_who;
    QLabel *m_shop;
    QLabel *m_address;
    QLabel *m_device;
    QWidget *m_pinPart;
    QLineEdit *m_old;
    QLineEdit *m_new;
    QLineEdit *m_again;
    QPushButton *m_change;
    QLabel *m_text;
};

} // namespace balcao::ui
