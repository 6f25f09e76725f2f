// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// First run, step 1 (picture first-run): the shop's server and code, or the demo. Binds to
// FirstRunPresenter; no logic of its own.
#pragma once

#include "desk/firstrunpresenter.h"
#include "ui/style/appearance.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace balcao::ui {

class FirstRunPage final : public QWidget
{
    Q_OBJECT

public:
    FirstRunPage(desk::FirstRunPresenter &presenter, const Appearance &appearance, QWidget *parent = nullptr);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildForm(QVBoxLayout &form);
    void buildDemo(QVBoxLayout &form);
    void refresh();
    void retint();

    desk::FirstRunPresenter &m_presenter;
    const Appearance &m_appearance;
    QWidget *m_points = nullptr;
    QWidget *m_sign = nullptr;
    QLabel *m_store = nullptr;
    QLineEdit *m_address;
    QLineEdit *m_code;
    QLineEdit *m_device;
    QPushButton *m_connect;
    QPushButton *m_demo;
    QLabel *m_hint;
    QLabel *m_error;
};

} // namespace balcao::ui
