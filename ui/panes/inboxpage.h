// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The inbox: list, thread and composer side by side under the connection strip. Assembles panes; binds
// nothing itself but which conversation is open.
#pragma once

#include "ui/style/appearance.h"

#include <QWidget>

class QListView;
class QLabel;

namespace balcao::desk {
class ComposerPresenter;
class ConnectionPresenter;
class InboxPresenter;
class ThreadPresenter;
} // namespace balcao::desk

namespace balcao::ui {

class ListPane;
class ThreadPane;

class InboxPage final : public QWidget
{
    Q_OBJECT

public:
    struct Presenters
    {
        desk::ConnectionPresenter &connection;
        desk::InboxPresenter &inbox;
        desk::ThreadPresenter &thread;
        desk::ComposerPresenter &composer;
    };

    InboxPage(const Presenters &presenters, const Appearance &appearance, QWidget *parent = nullptr);

    /// The operator's name, top right.
    void setOperator(const QString &name);

Q_SIGNALS:
    void switchOperatorRequested();

private:
    QWidget *topBar(const Presenters &presenters, const Appearance &appearance);

    QLabel *m_operator;
};

} // namespace balcao::ui
