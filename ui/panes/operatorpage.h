// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Who is serving, with the PIN (first run's step 2, and F11), and what is wrong with the connection meanwhile.
// Binds to OperatorPresenter.
#pragma once

#include "desk/connectionpresenter.h"
#include "desk/operatorpresenter.h"
#include "ui/style/appearance.h"

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
    OperatorPage(desk::OperatorPresenter &presenter, desk::ConnectionPresenter &connection,
                 const Appearance &appearance, QWidget *parent = nullptr);

    /// It is what is shown now.
    void arrive();

    bool eventFilter(QObject *watched, QEvent *event) override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void refresh();
    void refreshList();

    desk::OperatorPresenter &m_presenter;
    QWidget *m_sign = nullptr;
    QLabel *m_title;
    QLabel *m_why;
    QListWidget *m_list;
    QStringList m_names; ///< as m_list shows them
    QLabel *m_nameCaption;
    QLineEdit *m_name;
    QWidget *m_pinForm;
    QLineEdit *m_pin;
    QLabel *m_help;
    QLabel *m_error;
    QPushButton *m_enter;
};

} // namespace balcao::ui
