// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The list of conversations: head with its count, rows, and words when it is empty.
#pragma once

#include "ui/style/appearance.h"

#include <QFrame>

class QLabel;
class QListView;
class QPushButton;

namespace balcao::desk {
class InboxPresenter;
}

namespace balcao::ui {

class ConversationDelegate;

class ListPane final : public QFrame
{
    Q_OBJECT

public:
    ListPane(desk::InboxPresenter &presenter, const Appearance &appearance, QWidget *parent = nullptr);

    void focusList();
    [[nodiscard]] bool hasInnerFocus() const;

Q_SIGNALS:
    /// Enter or double click on a row: the person wants to write.
    void openRequested();

private:
    void refresh();
    void followCurrent();
    QWidget *nothing();
    void chooseOrder();

    desk::InboxPresenter &m_presenter;
    QLabel *m_title;
    QLabel *m_count;
    QPushButton *m_order;
    QLabel *m_empty;
    QLabel *m_emptyDetail;
    QPushButton *m_toSnoozed;
    QWidget *m_nothing;
    QListView *m_view;
    ConversationDelegate *m_delegate;
};

} // namespace balcao::ui
