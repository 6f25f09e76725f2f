// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/mainwindow.h"

#include "ui/panes/firstrunpage.h"
#include "ui/panes/operatorpage.h"

#include <QDialog>
#include <QStackedWidget>

#include <utility>

namespace balcao::ui {

MainWindow::MainWindow(desk::FirstRunPresenter &firstRun, const Appearance &appearance)
    : m_pages(new QStackedWidget(this)), m_firstRun(new FirstRunPage(firstRun, m_pages)), m_appearance(appearance)
{
    setObjectName(QStringLiteral("mainWindow"));
    QIcon icon;
    for (const int size : {16, 32, 48, 64, 128, 256})
        icon.addFile(QStringLiteral(":/icons/balcao-app-%1.png").arg(size));
    setWindowIcon(icon);
    m_pages->addWidget(m_firstRun);
    setCentralWidget(m_pages);
    setMinimumSize(760, 480);
    resize(1366, 768);
    showFirstRun();
}

void MainWindow::setShop(desk::OperatorPresenter &operators, const InboxPage::Presenters &inbox)
{
    clearShop();
    m_operators = new OperatorPage(operators, inbox.connection, m_appearance, m_pages);
    m_inbox = new InboxPage(inbox, m_appearance, m_pages);
    m_pages->addWidget(m_operators);
    m_pages->addWidget(m_inbox);
    connect(m_inbox, &InboxPage::switchOperatorRequested, this, &MainWindow::switchOperatorRequested);
    connect(m_inbox, &InboxPage::privacyRequested, this, &MainWindow::privacyRequested);
}

void MainWindow::clearShop()
{
    m_pages->setCurrentWidget(m_firstRun);
    delete std::exchange(m_operators, nullptr);
    delete std::exchange(m_inbox, nullptr);
}

void MainWindow::showFirstRun()
{
    setWindowTitle(tr("Balcão — First run"));
    m_pages->setCurrentWidget(m_firstRun);
}

void MainWindow::showOperators()
{
    showDoor(false);
}

void MainWindow::showProtected()
{
    showDoor(true);
}

void MainWindow::showDoor(bool isProtected)
{
    if (!m_operators)
        return;
    setWindowTitle(QStringLiteral("Balcão"));
    const auto dialogs = findChildren<QDialog *>();
    for (QDialog *dialog : dialogs)
        dialog->reject();
    m_pages->setCurrentWidget(m_operators);
    m_operators->setProtected(isProtected);
}

void MainWindow::showInbox(const QString &shop, const QString &operatorName)
{
    if (!m_inbox)
        return;
    setWindowTitle(shop.isEmpty() ? QStringLiteral("Balcão") : tr("Balcão — %1").arg(shop));
    m_inbox->setOperator(operatorName);
    m_pages->setCurrentWidget(m_inbox);
}

} // namespace balcao::ui
