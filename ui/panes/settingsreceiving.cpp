// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/panes/settingsreceiving.h"

#include "ui/panes/formparts.h"
#include "ui/panes/pinfield.h"
#include "ui/panes/settingsparts.h"
#include "ui/style/fonts.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace balcao::ui {

namespace {

QLineEdit *field(const char *name, int longest, QWidget *parent)
{
    auto *made = new QLineEdit(parent);
    made->setObjectName(QLatin1StringView(name));
    made->setMaxLength(longest);
    made->setMinimumWidth(220);
    return made;
}

} // namespace

SettingsReceiving::SettingsReceiving(desk::ReceivingPresenter &presenter, desk::BankPresenter &bank, QWidget *parent)
    : QWidget(parent),
      m_presenter(presenter),
      m_proposal(new QWidget(this)),
      m_shut(plainLabel({}, "second", this)),
      m_form(new QWidget(this)),
      m_text(plainLabel({}, "second", this))
{
    QVBoxLayout *column =
        sectionColumn(this, tr("Receiving"), tr("To whom the shop's Pix goes. The same on every computer."));
    auto *card = new SettingsCard(this);
    m_name = card->addValue(tr("Who receives"));
    m_name->setObjectName(QStringLiteral("receivingName"));
    m_key = card->addValue(tr("Pix key"));
    m_key->setObjectName(QStringLiteral("receivingKey"));
    m_city = card->addValue(tr("City"));
    m_since = card->addValue(tr("Since"));
    column->addSpacing(8);
    column->addWidget(card);
    addCertificate(*column, bank);
    buildProposal(*column);
    column->addWidget(sectionHead(tr("Another key"), this));
    m_shut->setObjectName(QStringLiteral("receivingShut"));
    column->addWidget(m_shut);
    buildForm(*column);
    m_text->setObjectName(QStringLiteral("receivingText"));
    column->addWidget(m_text);
    column->addStretch();
    connect(&presenter, &desk::ReceivingPresenter::changed, this, &SettingsReceiving::refresh);
    connect(&presenter, &desk::ReceivingPresenter::cleared, this, &SettingsReceiving::clear);
    presenter.setType(PixKeyType::Random);
    refresh();
}

/// Where there is one.
void SettingsReceiving::addCertificate(QVBoxLayout &column, desk::BankPresenter &bank)
{
    auto *card = new SettingsCard(this);
    QLabel *value = card->addValue(tr("Certificate for the bank"));
    value->setObjectName(QStringLiteral("bankCertificate"));
    column.addSpacing(8);
    column.addWidget(card);
    const auto say = [card, value, &bank] {
        value->setText(bank.certificateText());
        card->setVisible(!value->text().isEmpty());
    };
    connect(&bank, &desk::BankPresenter::changed, value, say);
    say();
}

void SettingsReceiving::buildProposal(QVBoxLayout &column)
{
    auto *part = new QVBoxLayout(m_proposal);
    part->setContentsMargins(0, 0, 0, 0);
    part->addWidget(sectionHead(tr("Proposed"), m_proposal));
    m_proposed = plainLabel({}, m_proposal);
    m_proposed->setObjectName(QStringLiteral("receivingProposed"));
    m_proposed->setFont(semibold(m_proposed->font()));
    part->addWidget(m_proposed);
    m_proposedHelp = plainLabel({}, "second", m_proposal);
    part->addWidget(m_proposedHelp);
    auto *card = new SettingsCard(m_proposal);
    m_proposalPin = pinField("receivingProposalPin", card);
    card->addRow(tr("Your PIN"), m_proposalPin);
    part->addWidget(card);
    auto *row = new QHBoxLayout;
    m_confirm = new QPushButton(tr("Confirm the new key"), m_proposal);
    m_confirm->setObjectName(QStringLiteral("receivingConfirm"));
    m_confirm->setProperty("primary", true);
    m_keep = new QPushButton(tr("Withdraw it"), m_proposal);
    m_keep->setObjectName(QStringLiteral("receivingKeep"));
    row->addWidget(m_confirm);
    row->addWidget(m_keep);
    row->addStretch();
    part->addLayout(row);
    column.addWidget(m_proposal);
    connect(m_proposalPin, &QLineEdit::textEdited, &m_presenter, &desk::ReceivingPresenter::setPin);
    connect(m_confirm, &QPushButton::clicked, &m_presenter, &desk::ReceivingPresenter::confirm);
    connect(m_keep, &QPushButton::clicked, &m_presenter, &desk::ReceivingPresenter::keep);
}

void SettingsReceiving::buildForm(QVBoxLayout &column)
{
    using Presenter = desk::ReceivingPresenter;
    auto *part = new QVBoxLayout(m_form);
    part->setContentsMargins(0, 0, 0, 0);
    auto *card = new SettingsCard(m_form);
    m_type = new QComboBox(card);
    m_type->setObjectName(QStringLiteral("receivingType"));
    m_type->addItems(Presenter::keyTypes());
    m_type->setCurrentIndex(static_cast<int>(PixKeyType::Random));
    m_newKey = field("receivingNewKey", 77, card);
    m_newName = field("receivingNewName", 60, card);
    m_newCity = field("receivingNewCity", 40, card);
    m_pin = pinField("receivingPin", card);
    card->addRow(tr("Kind of key"), m_type,
                 tr("Chosen, never guessed: eleven digits may be a CPF and a mobile at once."));
    card->addRow(tr("Key"), m_newKey);
    card->addRow(tr("Name of who receives"), m_newName,
                 tr("As the bank has it. Customers compare it before they pay."));
    card->addRow(tr("City"), m_newCity);
    card->addRow(tr("Your PIN"), m_pin);
    part->addWidget(card);
    m_help = plainLabel({}, "caption", m_form);
    m_help->setObjectName(QStringLiteral("receivingHelp"));
    part->addWidget(m_help);
    m_propose = new QPushButton(m_form);
    m_propose->setObjectName(QStringLiteral("receivingPropose"));
    m_propose->setProperty("primary", true);
    part->addWidget(m_propose, 0, Qt::AlignLeft);
    column.addWidget(m_form);
    connect(m_type, &QComboBox::activated, this,
            [this](int row) { m_presenter.setType(static_cast<PixKeyType>(row)); });
    connect(m_newKey, &QLineEdit::textEdited, &m_presenter, &Presenter::setKey);
    connect(m_newName, &QLineEdit::textEdited, &m_presenter, &Presenter::setName);
    connect(m_newCity, &QLineEdit::textEdited, &m_presenter, &Presenter::setCity);
    connect(m_pin, &QLineEdit::textEdited, &m_presenter, &Presenter::setPin);
    connect(m_propose, &QPushButton::clicked, &m_presenter, &Presenter::propose);
}

void SettingsReceiving::refresh()
{
    const QString none = m_presenter.isKnown() ? tr("nobody yet") : QString();
    m_name->setText(m_presenter.hasAccount() ? m_presenter.nameText() : none);
    m_key->setText(m_presenter.keyText());
    m_city->setText(m_presenter.cityText());
    m_since->setText(m_presenter.sinceText());
    m_proposal->setVisible(m_presenter.hasProposal());
    m_proposed->setText(m_presenter.proposalText());
    m_proposedHelp->setText(m_presenter.proposalHelp());
    m_confirm->setEnabled(m_presenter.canConfirm());
    m_keep->setEnabled(m_presenter.canKeep());
    m_proposalPin->setEnabled(m_presenter.mayManage());
    refreshForm();
    m_text->setText(m_presenter.isBusy() ? tr("One moment…") : m_presenter.text());
    setRole(m_text, m_presenter.isProblem() ? "danger" : "second");
}

void SettingsReceiving::refreshForm()
{
    const QString shut = m_presenter.shutText();
    m_shut->setText(shut);
    m_shut->setVisible(!shut.isEmpty());
    m_form->setVisible(shut.isEmpty());
    m_propose->setText(m_presenter.hasAccount() ? tr("Propose it") : tr("Keep"));
    m_propose->setEnabled(m_presenter.canPropose());
    QStringList help;
    for (const QString &line : {m_presenter.keyHelp(), m_presenter.nameHelp()}) {
        if (!line.isEmpty())
            help.append(line);
    }
    m_help->setText(help.join(u'\n'));
    setRole(m_help, m_presenter.isKeyWrong() ? "danger" : "caption");
}

void SettingsReceiving::clear(bool pinOnly)
{
    m_pin->clear();
    m_proposalPin->clear();
    if (pinOnly)
        return;
    for (QLineEdit *one : {m_newKey, m_newName, m_newCity})
        one->clear();
}

} // namespace balcao::ui
