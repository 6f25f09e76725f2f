// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/dialogs/settledialog.h"

#include "ui/panes/formparts.h"
#include "ui/panes/pinfield.h"
#include "ui/style/fonts.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace balcao::ui {

SettleDialog::SettleDialog(desk::ChargePresenter &presenter, QWidget *parent)
    : QDialog(parent),
      m_presenter(presenter),
      m_reason(new QLineEdit(this)),
      m_pin(pinField("settlePin", this)),
      m_text(plainLabel({}, "danger", this)),
      m_settle(new QPushButton(tr("Mark as settled by hand"), this))
{
    setObjectName(QStringLiteral("settleDialog"));
    setWindowTitle(tr("Settle by hand"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 14, 16, 14);
    column->setSpacing(0);
    QLabel *what = plainLabel(presenter.settleTitle(), this);
    what->setObjectName(QStringLiteral("settleTitle"));
    what->setFont(semibold(headFont(what->font())));
    column->addWidget(what);
    column->addSpacing(4);
    column->addWidget(plainLabel(tr("The bank has not confirmed it. It will never read PAGO: your name, the time and "
                                    "the reason stand beside it for everybody."),
                                 "second", this));
    column->addSpacing(12);
    m_reason->setObjectName(QStringLiteral("settleReason"));
    m_reason->setMaxLength(desk::ChargePresenter::kLongestReason);
    addField(*column, tr("Why"), m_reason, tr("Paid in cash, seen in the shop's account…"));
    addField(*column, tr("Your PIN"), m_pin);
    m_text->setObjectName(QStringLiteral("settleText"));
    column->addWidget(m_text);
    auto *row = new QHBoxLayout;
    row->addStretch();
    auto *cancel = new QPushButton(tr("Not now"), this);
    cancel->setObjectName(QStringLiteral("settleCancel"));
    cancel->setAutoDefault(false);
    m_settle->setObjectName(QStringLiteral("settleDo"));
    m_settle->setAutoDefault(false);
    row->addWidget(cancel);
    row->addWidget(m_settle);
    column->addLayout(row);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_settle, &QPushButton::clicked, &presenter, &desk::ChargePresenter::settle);
    connect(m_reason, &QLineEdit::textEdited, &presenter, &desk::ChargePresenter::setReason);
    connect(m_pin, &QLineEdit::textEdited, &presenter, &desk::ChargePresenter::setPin);
    connect(&presenter, &desk::ChargePresenter::changed, this, &SettleDialog::refresh);
    connect(&presenter, &desk::ChargePresenter::cleared, m_pin, &QLineEdit::clear);
    connect(&presenter, &desk::ChargePresenter::settled, this, &QDialog::accept);
    sizeDialog(*this, QSize(440, 0));
    refresh();
    m_reason->setFocus();
}

void SettleDialog::refresh()
{
    m_text->setText(m_presenter.isBusy() ? tr("One moment…") : m_presenter.text());
    setRole(m_text, m_presenter.isBusy() ? "second" : "danger");
    m_text->setVisible(!m_text->text().isEmpty());
    m_settle->setEnabled(m_presenter.canSettle());
    for (QLineEdit *field : {m_reason, m_pin})
        field->setReadOnly(m_presenter.isBusy());
    growDialog(*this);
}

void SettleDialog::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter)
        return QDialog::keyPressEvent(event);
    event->accept();
    if (event->isAutoRepeat())
        return;
    if (m_reason->hasFocus())
        m_pin->setFocus(Qt::TabFocusReason);
    else if (auto *button = qobject_cast<QPushButton *>(focusWidget()))
        button->click();
    else
        m_presenter.settle();
}

} // namespace balcao::ui
