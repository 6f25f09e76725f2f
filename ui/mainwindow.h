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

class OperatorPage;

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
    /// The same page in place of the conversations, which nobody shall see now.
    void showProtected();
    void showInbox(const QString &shop, const QString &operatorName);

Q_SIGNALS:
    void switchOperatorRequested();
    void privacyRequested();

private:
    void showDoor(bool isProtected);

    QStackedWidget *m_pages;
    QWidget *m_firstRun;
    OperatorPage *m_operators = nullptr;
    InboxPage *m_inbox = nullptr;
    const Appearance &m_appearance;
};

} // namespace balcao::ui
