// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The list of conversations: head with its count, rows, and words when it is empty.
#pragma once

#include "ui/style/appearance.h"

#include <QFrame>

class QLabel;
class QListView;

namespace balcao::desk {
class InboxPresenter;
}

namespace balcao::ui {

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

    desk::InboxPresenter &m_presenter;
    QLabel *m_title;
    QLabel *m_count;
    QLabel *m_empty;
    QListView *m_view;
};

} // namespace balcao::ui
