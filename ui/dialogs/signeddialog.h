// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// What is said of a charge with reason and PIN. Binds to SignedForm; "baixa manual" and "devolver" differ in their words,
// and in an amount.
#pragma once

#include "desk/signedform.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace balcao::ui {

class SignedDialog : public QDialog
{
    Q_OBJECT

protected:
    struct Words
    {
        QString title;
        QString explains;
        QString why; ///< examples of a reason
        QString act;
    };

    /// `name` begins the names of its parts: "settle" makes "settleReason".
    SignedDialog(desk::SignedForm &form, const QString &name, const Words &words, QWidget *parent);

    /// Above the reason, with words close below it; Enter goes on from it to the reason.
    void putFirst(const QString &caption, QLineEdit *field, QLabel *help);
    virtual void refresh();
    /// Not while it is under way: what becomes of it is to be seen.
    void reject() override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    desk::SignedForm &m_form;
    QVBoxLayout *m_first; ///< what a kind of its own asks
    QList<QLineEdit *> m_fields;
    QLabel *m_text;
    QPushButton *m_act;
    QPushButton *m_cancel = nullptr;
};

class SettleDialog final : public SignedDialog
{
    Q_OBJECT

public:
    SettleDialog(desk::SettleForm &form, QWidget *parent);
};

class RefundDialog final : public SignedDialog
{
    Q_OBJECT

public:
    RefundDialog(desk::RefundForm &form, QWidget *parent);

protected:
    void refresh() override;

private:
    desk::RefundForm &m_form;
    QLineEdit *m_amount;
    QLabel *m_help;
};

} // namespace balcao::ui
