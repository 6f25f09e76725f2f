// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The settings (picture settings): sections at the left, one of them at the right. In place of the conversations,
// beside the rail. Assembles, nothing more.
#pragma once

#include "desk/accountpresenter.h"
#include "desk/bankpresenter.h"
#include "desk/datapresenter.h"
#include "desk/linepresenter.h"
#include "desk/newspresenter.h"
#include "desk/preferencespresenter.h"
#include "desk/receivingpresenter.h"
#include "desk/spellingpresenter.h"
#include "ui/style/appearance.h"

#include <QFrame>

class QListWidget;
class QStackedWidget;

namespace balcao::ui {

class SettingsPage final : public QFrame
{
    Q_OBJECT

public:
    struct Presenters
    {
        desk::PreferencesPresenter &preferences;
        desk::AccountPresenter &account;
        desk::DataPresenter &data;
        desk::Sounder &sounder;
        const desk::SpellingPresenter &spelling;
        desk::ReceivingPresenter &receiving;
        desk::BankPresenter &bank;
        desk::LinePresenter &line;
    };

    SettingsPage(const Presenters &presenters, const Appearance &appearance, QWidget *parent = nullptr);

    void focusSections();
    /// The section about the shop's Pix.
    void showReceiving();
    [[nodiscard]] QStringList sections() const;
    void showSection(int section);

Q_SIGNALS:
    void hideRequested();
    void switchOperatorRequested();

private:
    void addSection(const QString &title, const QString &icon, QWidget *section);
    void retint();

    const Appearance &m_appearance;
    QListWidget *m_sections;
    QStackedWidget *m_pages;
};

} // namespace balcao::ui
