// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/panes/settingsaccount.h"

#include "ui/panes/formparts.h"
#include "ui/panes/keybutton.h"
#include "ui/panes/pinfield.h"
#include "ui/panes/settingsparts.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace balcao::ui {

SettingsAccount::SettingsAccount(desk::AccountPresenter &presenter, QWidget *parent)
    : QWidget(parent),
      m_presenter(presenter),
      m_pinPart(new QWidget(this)),
      m_old(pinField("pinOld", m_pinPart)),
      m_new(pinField("pinNew", m_pinPart)),
      m_again(pinField("pinAgain", m_pinPart)),
      m_change(new QPushButton(tr("Change the PIN"), m_pinPart)),
      m_text(plainLabel({}, "second", m_pinPart))
{
    QVBoxLayout *column = sectionColumn(this, tr("Account"), tr("Who serves at this computer, and which shop it is."));
    auto *card = new SettingsCard(this);
    m_who = card->addValue(tr("Serving"));
    m_who->setObjectName(QStringLiteral("accountWho"));
    m_shop = card->addValue(tr("Shop"));
    m_address = card->addValue(tr("Shop's server"));
    m_device = card->addValue(tr("This computer"));
    auto *other = new KeyButton(tr("Switch operator"), desk::Act::SwitchOperator, this);
    other->setObjectName(QStringLiteral("accountSwitch"));
    connect(other, &QPushButton::clicked, this, &SettingsAccount::switchOperatorRequested);
    column->addSpacing(8);
    column->addWidget(card);
    column->addWidget(other, 0, Qt::AlignLeft);
    buildPin(*column);
    column->addStretch();
    connect(&presenter, &desk::AccountPresenter::changed, this, &SettingsAccount::refresh);
    refresh();
}

void SettingsAccount::buildPin(QVBoxLayout &column)
{
    auto *part = new QVBoxLayout(m_pinPart);
    part->setContentsMargins(0, 0, 0, 0);
    part->addWidget(sectionHead(tr("Your PIN"), m_pinPart));
    auto *card = new SettingsCard(m_pinPart);
    card->addRow(tr("Current PIN"), m_old);
    card->addRow(tr("New PIN"), m_new, tr("4 to 8 digits; managers 6 to 8. Only you should know it."));
    card->addRow(tr("New PIN again"), m_again);
    part->addWidget(card);
    auto *row = new QHBoxLayout;
    m_change->setObjectName(QStringLiteral("pinChange"));
    m_change->setProperty("primary", true);
    m_text->setObjectName(QStringLiteral("pinText"));
    row->addWidget(m_change);
    row->addWidget(m_text, 1);
    part->addLayout(row);
    column.addWidget(m_pinPart);
    using desk::AccountPresenter;
    connect(m_old, &QLineEdit::textEdited, &m_presenter, &AccountPresenter::setOldPin);
    connect(m_new, &QLineEdit::textEdited, &m_presenter, &AccountPresenter::setNewPin);
    connect(m_again, &QLineEdit::textEdited, &m_presenter, &AccountPresenter::setAgain);
    connect(m_change, &QPushButton::clicked, &m_presenter, &AccountPresenter::change);
    connect(m_again, &QLineEdit::returnPressed, &m_presenter, &AccountPresenter::change);
    for (QLineEdit *field : {m_old, m_new, m_again})
        connect(&m_presenter, &AccountPresenter::cleared, field, &QLineEdit::clear);
}

void SettingsAccount::refresh()
{
    m_who->setText(tr("%1 · %2").arg(m_presenter.operatorName(), m_presenter.roleText()));
    m_shop->setText(m_presenter.shopName());
    m_address->setText(m_presenter.address());
    m_device->setText(m_presenter.device());
    m_pinPart->setVisible(m_presenter.hasPin());
    m_change->setEnabled(m_presenter.canChange());
    m_text->setText(m_presenter.isBusy() ? tr("One moment…") : m_presenter.text());
    setRole(m_text, m_presenter.isProblem() ? "danger" : "second");
}

} // namespace balcao::ui
