// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The list of conversations: head with its count, what it is narrowed by, rows, and words when it is empty.
#pragma once

#include "core/id.h"
#include "ui/style/appearance.h"

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QListView;
class QMenu;
class QPushButton;

namespace balcao::desk {
class InboxPresenter;
class RailPresenter;
} // namespace balcao::desk

namespace balcao::ui {

class ConversationDelegate;
class FoldButton;

class ListPane final : public QFrame
{
    Q_OBJECT

public:
    ListPane(desk::InboxPresenter &presenter, desk::RailPresenter &rail, const Appearance &appearance,
             QWidget *parent = nullptr);

    void focusList();
    [[nodiscard]] bool hasInnerFocus() const;

Q_SIGNALS:
    /// Enter or double click on a row: the person wants to write.
    void openRequested();

protected:
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void followInput(const QEvent &event);
    void refresh();
    void fit();
    QWidget *tagRow();
    void showTag();
    /// As much of the tag's name as there is room for.
    void fitTag();
    void removeTag();
    void offerTags(QMenu &menu);
    void followCurrent();
    QWidget *nothing();
    void chooseOrder();

    desk::InboxPresenter &m_presenter;
    desk::RailPresenter &m_rail;
    const Appearance &m_appearance;
    QLabel *m_title;
    QLabel *m_count;
    QHBoxLayout *m_top = nullptr;
    ConversationId m_followed; ///< what the list was scrolled to
    int m_followedRow = -1;
    FoldButton *m_order;
    QPushButton *m_tag;
    QPushButton *m_onlyWaiting;
    QLabel *m_empty;
    QLabel *m_emptyDetail;
    QPushButton *m_toSnoozed;
    QWidget *m_nothing;
    QListView *m_view;
    ConversationDelegate *m_delegate;
};

} // namespace balcao::ui
