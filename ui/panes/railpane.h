// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The rail at the left: the views of the inbox and the tags. Binds to RailPresenter.
#pragma once

#include "desk/railpresenter.h"
#include "ui/delegates/raildelegate.h"

#include <QFrame>

class QListView;

namespace balcao::ui {

class RailPane final : public QFrame
{
    Q_OBJECT

public:
    RailPane(desk::RailPresenter &presenter, const Appearance &appearance, QWidget *parent = nullptr);

    void setCompact(bool compact);
    void focusRail();
    [[nodiscard]] bool hasInnerFocus() const;

Q_SIGNALS:
    void tagsRequested();

private:
    void refresh();
    void showMenu(const QPoint &at);
    void fitWords();

    desk::RailPresenter &m_presenter;
    RailDelegate *m_delegate;
    QListView *m_view;
    bool m_compact = false;
};

} // namespace balcao::ui
