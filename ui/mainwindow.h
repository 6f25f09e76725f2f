// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The one window: first run, who is serving, the inbox, or the protected screen in its place. Assembles pages, and
// remembers where the person was while the screen was protected.
#pragma once

#include "desk/firstrunpresenter.h"
#include "desk/operatorpresenter.h"
#include "ui/panes/inboxpage.h"
#include "ui/panes/settingspage.h"

#include <QMainWindow>
#include <QPointer>

class QDialog;
class QKeyEvent;
class QStackedWidget;

namespace balcao::ui {

class OperatorPage;
class ProtectedPage;

class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    MainWindow(desk::FirstRunPresenter &firstRun, const Appearance &appearance);

    /// The pages of a shop that this desk is paired with; replaces those of another.
    void setShop(desk::OperatorPresenter &operators, const InboxPage::Presenters &inbox);
    /// The settings beside those conversations; after setShop().
    void setSettings(const SettingsPage::Presenters &settings);
    /// Before the presenters of setShop() go.
    void clearShop();

    void showFirstRun();
    void showOperators();
    /// In place of the conversations, which nobody shall see now.
    void showProtected();
    /// `sameOperator`: back to where they were, dialogs and all.
    void showInbox(const QString &shop, const QString &operatorName, bool sameOperator = true, uint seed = 0);
    [[nodiscard]] InboxPage *inbox() const { return m_inbox; }
    /// The window's own close button hides it; closing for good is asked for otherwise.
    void setClosesToTray(bool on) { m_closesToTray = on; }

Q_SIGNALS:
    void switchOperatorRequested();
    void privacyRequested();
    void hiddenToTray();
    /// In front or no longer, on the screen or not.
    void seenChanged();

protected:
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    /// The keys that leave the screen, from a dialog or a menu, where the window's own shortcuts do not reach.
    bool leavesByKey(const QWidget &at, const QKeyEvent &event);
    void turnTo(QWidget *page);
    void leave();

    QStackedWidget *m_pages;
    QWidget *m_firstRun;
    OperatorPage *m_operators = nullptr;
    InboxPage *m_inbox = nullptr;
    ProtectedPage *m_protected = nullptr;
    QString m_shop;
    QList<QPointer<QDialog>> m_left; ///< dialogs that were open when the screen was left
    QPointer<QWidget> m_focus;       ///< and what had the focus
    bool m_closesToTray = false;
    const Appearance &m_appearance;
};

} // namespace balcao::ui
