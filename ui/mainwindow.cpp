// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/mainwindow.h"

#include "ui/panes/firstrunpage.h"
#include "ui/panes/formparts.h"
#include "ui/panes/operatorpage.h"
#include "ui/panes/protectedpage.h"
#include "ui/panes/veil.h"
#include "ui/tray.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDialog>
#include <QStackedWidget>

#include <utility>

namespace balcao::ui {

namespace {

constexpr QSize kLeast(480, 440);

} // namespace

MainWindow::MainWindow(desk::FirstRunPresenter &firstRun, const Appearance &appearance)
    : m_pages(new QStackedWidget(this)),
      m_firstRun(new FirstRunPage(firstRun, appearance, m_pages)),
      m_appearance(appearance)
{
    setObjectName(QStringLiteral("mainWindow"));
    veilHiddenPages();
    setWindowIcon(countedIcon(0));
    m_pages->addWidget(m_firstRun);
    setCentralWidget(m_pages);
    setMinimumSize(kLeast);
    resize(1366, 768);
    qApp->installEventFilter(this);
    showFirstRun();
}

void MainWindow::setShop(desk::OperatorPresenter &operators, const InboxPage::Presenters &inbox)
{
    clearShop();
    m_operators = new OperatorPage(operators, inbox.connection, m_appearance, m_pages);
    m_protected = new ProtectedPage({operators, inbox.connection, inbox.rail}, m_appearance, m_pages);
    m_inbox = new InboxPage(inbox, m_appearance, m_pages);
    for (QWidget *page : std::initializer_list<QWidget *>{m_operators, m_protected, m_inbox})
        m_pages->addWidget(page);
    connect(m_inbox, &InboxPage::switchOperatorRequested, this, &MainWindow::switchOperatorRequested);
    connect(m_inbox, &InboxPage::privacyRequested, this, &MainWindow::privacyRequested);
}

void MainWindow::setSettings(const SettingsPage::Presenters &settings)
{
    m_inbox->setSettings(new SettingsPage(settings, m_appearance));
}

void MainWindow::clearShop()
{
    turnTo(m_firstRun);
    m_left.clear();
    delete std::exchange(m_operators, nullptr);
    delete std::exchange(m_protected, nullptr);
    delete std::exchange(m_inbox, nullptr);
}

// Only the page that is shown says how small the window may be.
void MainWindow::turnTo(QWidget *page)
{
    for (int i = 0; i < m_pages->count(); ++i) {
        const auto policy = m_pages->widget(i) == page ? QSizePolicy::Preferred : QSizePolicy::Ignored;
        m_pages->widget(i)->setSizePolicy(policy, policy);
    }
    m_pages->setCurrentWidget(page);
    Q_EMIT seenChanged();
}

void MainWindow::showFirstRun()
{
    setWindowTitle(tr("Balcão — First run"));
    turnTo(m_firstRun);
}

// Whatever shows a customer goes: dialogs wait for their person to come back.
void MainWindow::leave()
{
    setWindowTitle(programName());
    if (m_pages->currentWidget() != m_inbox)
        return;
    m_focus = focusWidget();
    m_left.clear();
    // A menu would stay above whatever is shown now.
    for (QWidget *menu = QApplication::activePopupWidget(); menu && menu->close();)
        menu = QApplication::activePopupWidget();
    const auto dialogs = findChildren<QDialog *>();
    for (QDialog *dialog : dialogs) {
        if (!dialog->isVisible())
            continue;
        dialog->hide();
        m_left.append(dialog);
    }
}

void MainWindow::showOperators()
{
    if (!m_operators)
        return;
    leave();
    turnTo(m_operators);
    m_operators->arrive();
}

void MainWindow::showProtected()
{
    if (!m_protected)
        return;
    leave();
    m_protected->setShop(m_shop);
    turnTo(m_protected);
    m_protected->arrive();
}

void MainWindow::showInbox(const QString &shop, const QString &operatorName, bool sameOperator, uint seed)
{
    if (!m_inbox)
        return;
    m_shop = shop;
    setWindowTitle(shop.isEmpty() ? programName() : tr("Balcão — %1").arg(shop));
    m_inbox->setOperator(operatorName, seed);
    turnTo(m_inbox);
    const auto left = std::exchange(m_left, {});
    for (const QPointer<QDialog> &dialog : left) {
        if (dialog && sameOperator) {
            dialog->show();
            dialog->activateWindow();
        } else if (dialog) {
            dialog->reject();
        }
    }
    QWidget *focused = std::exchange(m_focus, nullptr);
    if (focused && sameOperator)
        focused->setFocus(Qt::OtherFocusReason);
    else
        m_inbox->focusStart();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!m_closesToTray || qApp->isSavingSession())
        return QMainWindow::closeEvent(event);
    event->ignore();
    hide();
    Q_EMIT hiddenToTray();
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::ActivationChange || event->type() == QEvent::WindowStateChange)
        Q_EMIT seenChanged();
}

bool MainWindow::leavesByKey(const QWidget &at, const QKeyEvent &event)
{
    if (event.isAutoRepeat() || event.modifiers() != Qt::NoModifier)
        return false;
    if (event.key() == Qt::Key_Escape && &at == QApplication::focusWidget())
        m_inbox->countEscape(); // it is the dialog's own, and the next one comes soon after it
    if (event.key() == Qt::Key_F12)
        Q_EMIT privacyRequested();
    else if (event.key() == Qt::Key_F11)
        Q_EMIT switchOperatorRequested();
    else
        return false;
    return true;
}

bool MainWindow::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Quit)
        m_closesToTray = false; // the program ends: its window must not stay
    if (event->type() == QEvent::KeyPress && m_inbox && m_pages->currentWidget() == m_inbox) {
        const auto *at = qobject_cast<QWidget *>(watched);
        if (at && at->window() != this && leavesByKey(*at, *static_cast<QKeyEvent *>(event)))
            return true;
    }
    return QMainWindow::eventFilter(watched, event);
}

} // namespace balcao::ui
