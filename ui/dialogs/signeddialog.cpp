// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/dialogs/signeddialog.h"

#include "ui/panes/formparts.h"
#include "ui/panes/pinfield.h"
#include "ui/style/fonts.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace balcao::ui {

SignedDialog::SignedDialog(desk::SignedForm &form, const QString &name, const Words &words, QWidget *parent)
    : QDialog(parent),
      m_form(form),
      m_first(new QVBoxLayout),
      m_text(plainLabel({}, "danger", this)),
      m_act(new QPushButton(words.act, this))
{
    setObjectName(name + QStringLiteral("Dialog"));
    setWindowTitle(words.title);
    setAttribute(Qt::WA_DeleteOnClose);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 14, 16, 14);
    column->setSpacing(0);
    QLabel *what = plainLabel(form.title(), this);
    what->setObjectName(name + QStringLiteral("Title"));
    what->setFont(semibold(headFont(what->font())));
    column->addWidget(what);
    column->addSpacing(4);
    column->addWidget(plainLabel(words.explains, "second", this));
    column->addSpacing(12);
    m_first->setSpacing(0);
    column->addLayout(m_first);
    auto *reason = new QLineEdit(this);
    reason->setObjectName(name + QStringLiteral("Reason"));
    reason->setMaxLength(desk::SignedForm::kLongestReason);
    QLineEdit *pin = pinField(qPrintable(name + QStringLiteral("Pin")), this);
    addField(*column, tr("Why"), reason, words.why);
    addField(*column, tr("Your PIN"), pin);
    m_fields = {reason, pin};
    m_text->setObjectName(name + QStringLiteral("Text"));
    column->addWidget(m_text);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addStretch();
    m_cancel = new QPushButton(tr("Not now"), this);
    m_cancel->setObjectName(name + QStringLiteral("Cancel"));
    m_cancel->setAutoDefault(false);
    m_act->setObjectName(name + QStringLiteral("Do"));
    m_act->setAutoDefault(false);
    row->addWidget(m_cancel);
    row->addWidget(m_act);
    column->addLayout(row);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_act, &QPushButton::clicked, &form, &desk::SignedForm::sign);
    connect(reason, &QLineEdit::textEdited, &form, &desk::SignedForm::setReason);
    connect(pin, &QLineEdit::textEdited, &form, &desk::SignedForm::setPin);
    connect(&form, &desk::SignedForm::changed, this, [this] { refresh(); });
    connect(&form, &desk::SignedForm::cleared, pin, &QLineEdit::clear);
    connect(&form, &desk::SignedForm::done, this, &QDialog::accept);
    sizeDialog(*this, QSize(440, 0));
    SignedDialog::refresh();
    reason->setFocus();
}

void SignedDialog::putFirst(const QString &caption, QLineEdit *field, QLabel *help)
{
    addField(*m_first, caption, field);
    m_first->insertWidget(m_first->count() - 1, help);
    m_fields.prepend(field);
    setTabOrder(field, m_fields[1]);
}

void SignedDialog::refresh()
{
    m_text->setText(m_form.isBusy() ? tr("One moment…") : m_form.text());
    setRole(m_text, m_form.isBusy() ? "second" : "danger");
    m_text->setVisible(!m_text->text().isEmpty());
    m_act->setEnabled(m_form.canSign());
    m_cancel->setEnabled(!m_form.isBusy());
    for (QLineEdit *field : std::as_const(m_fields))
        field->setReadOnly(m_form.isBusy());
    growDialog(*this);
}

void SignedDialog::reject()
{
    if (!m_form.isBusy())
        QDialog::reject();
}

void SignedDialog::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter)
        return QDialog::keyPressEvent(event);
    event->accept();
    if (event->isAutoRepeat())
        return;
    const qsizetype at = m_fields.indexOf(qobject_cast<QLineEdit *>(focusWidget()));
    if (at >= 0 && at + 1 < m_fields.size())
        m_fields[at + 1]->setFocus(Qt::TabFocusReason);
    else if (auto *button = qobject_cast<QPushButton *>(focusWidget()))
        button->click();
    else
        m_form.sign();
}

SettleDialog::SettleDialog(desk::SettleForm &form, QWidget *parent)
    : SignedDialog(form, QStringLiteral("settle"),
                   {tr("Settle by hand"),
                    tr("The bank has not confirmed it. It will never read PAGO: your name, the time and "
                       "the reason stand beside it for everybody."),
                    tr("Paid in cash, seen in the shop's account…"), tr("Mark as settled by hand")},
                   parent)
{
}

RefundDialog::RefundDialog(desk::RefundForm &form, QWidget *parent)
    : SignedDialog(form, QStringLiteral("refund"),
                   {tr("Pay back"),
                    tr("The bank takes it from the shop's account. It counts as paid back when the bank says so; your "
                       "name and the reason stand beside it for everybody."),
                    tr("Out of stock, paid twice…"), tr("Pay back")},
                   parent),
      m_form(form),
      m_amount(new QLineEdit(form.amount(), this)),
      m_help(plainLabel({}, "second", this))
{
    m_amount->setObjectName(QStringLiteral("refundAmount"));
    m_amount->setMaxLength(24);
    m_help->setObjectName(QStringLiteral("refundHelp"));
    m_help->setFont(captionFont(m_help->font()));
    putFirst(tr("How much, in reais"), m_amount, m_help);
    connect(m_amount, &QLineEdit::textEdited, &form, &desk::RefundForm::setAmount);
    refresh();
    m_amount->selectAll();
    m_amount->setFocus();
}

void RefundDialog::refresh()
{
    m_help->setText(m_form.help());
    setRole(m_help, m_form.isWrong() ? "danger" : "second");
    SignedDialog::refresh();
}

} // namespace balcao::ui
