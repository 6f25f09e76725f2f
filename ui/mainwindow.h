// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The one window: first run, who is serving, or the inbox. Assembles pages, nothing more.
#pragma once

#include "desk/firstrunpresenter.h"
#include "desk/operatorpresenter.h"
#include "ui/panes/inboxpage.h"

#include <QMainWindow>

class QStackedWidget;

namespace balcao::ui {

class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    MainWindow(desk::FirstRunPresenter &firstRun, const Appearance &appearance);

    /// The pages of a shop that this desk is paired with; replaces those of another.
    void setShop(desk::OperatorPresenter &operators, const InboxPage::Presenters &inbox);
    /// Before the presenters of setShop() go.
    void clearShop();

    void showFirstRun();
    void showOperators();
    void showInbox(const QString &shop, const QString &operatorName);

Q_SIGNALS:
    void switchOperatorRequested();

private:
    QStackedWidget *m_pages;
    QWidget *m_firstRun;
    QWidget *m_operators = nullptr;
    InboxPage *m_inbox = nullptr;
    const Appearance &m_appearance;
};

} // namespace balcao::ui
