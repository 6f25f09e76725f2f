// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Settings, "Receiving": to whom the shop's Pix goes, and how a manager changes it. Binds to ReceivingPresenter.
#pragma once

#include "desk/bankpresenter.h"
#include "desk/receivingpresenter.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace balcao::ui {

class SettingsReceiving final : public QWidget
{
    Q_OBJECT

public:
    SettingsReceiving(desk::ReceivingPresenter &presenter, desk::BankPresenter &bank, QWidget *parent = nullptr);

private:
    void addCertificate(QVBoxLayout &column, desk::BankPresenter &bank);
    void buildProposal(QVBoxLayout &column);
    void buildForm(QVBoxLayout &column);
    void refresh();
    void refreshForm();
    void clear(bool pinOnly);

    desk::ReceivingPresenter &m_presenter;
    QLabel *m_name;
    QLabel *m_key;
    QLabel *m_city;
    QLabel *m_since;
    QWidget *m_proposal;
    QLabel *m_proposed;
    QLabel *m_proposedHelp;
    QLineEdit *m_proposalPin;
    QPushButton *m_confirm;
    QPushButton *m_keep;
    QLabel *m_shut;
    QWidget *m_form;
    QComboBox *m_type;
    QLineEdit *m_newKey;
    QLineEdit *m_newName;
    QLineEdit *m_newCity;
    QLineEdit *m_pin;
    QLabel *m_help;
    QPushButton *m_propose;
    QLabel *m_text;
};

} // namespace balcao::ui
