// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The messages of the open chat with what floats over them: find bar above, the way down to what is new, menus,
// the question before a link. Binds the view to ThreadPresenter. GUI thread.
#pragma once

#include "ui/delegates/bubblelayout.h"
#include "ui/style/appearance.h"
#include "ui/style/linkopener.h"

#include <QFrame>

class QMenu;
class QPushButton;

namespace balcao::desk {
class ChargePresenter;
class ThreadPresenter;
} // namespace balcao::desk

namespace balcao::ui {

class FindBar;
class MessageDelegate;
class ThreadView;

class MessageArea final : public QFrame
{
    Q_OBJECT

public:
    MessageArea(desk::ThreadPresenter &presenter, desk::ChargePresenter &charges, const Appearance &appearance,
                QWidget *parent = nullptr);

    void openFind();
    /// What is selected.
    [[nodiscard]] QList<int> markedRows() const;
    /// What the bubbles are painted on.
    [[nodiscard]] QWidget *paper() const;
    void setLinkOpener(LinkOpener opener) { m_openLink = std::move(opener); }

Q_SIGNALS:
    /// Nothing here wants the keys any more.
    void left();
    void printRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void bindView();
    void bindPresenter();
    void knowEnd();
    void goToOpened();
    void showFound(int row);
    void take(const QModelIndex &index, const BubbleHit &hit);
    void choose(const QModelIndex &index);
    void copySelected();
    void addCharge(QMenu &menu, const store::ChargeRow &charge);
    void openMenu(const QModelIndex &index, const QPoint &globalPlace);
    void addLinks(QMenu &menu, int row);
    void askLink(const WebLink &link);
    void refreshDown();

    desk::ThreadPresenter &m_presenter;
    desk::ChargePresenter &m_charges;
    const Appearance &m_appearance;
    LinkOpener m_openLink = openInBrowser;
    FindBar *m_find;
    ThreadView *m_view;
    MessageDelegate *m_delegate;
    QPushButton *m_down;
};

} // namespace balcao::ui
