// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// "Baixa manual": somebody says that a charge was paid, with reason and PIN; the bank does not. Binds to
// ChargePresenter.
#pragma once

#include "desk/chargepresenter.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;

namespace balcao::ui {

class SettleDialog final : public QDialog
{
    Q_OBJECT

public:
    SettleDialog(desk::ChargePresenter &presenter, QWidget *parent);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void refresh();

    desk::ChargePresenter &m_presenter;
    QLineEdit *m_reason;
    QLineEdit *m_pin;
    QLabel *m_text;
    QPushButton *m_settle;
};

} // namespace balcao::ui
