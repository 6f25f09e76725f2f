// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// What is wrong with the connection and what that means, across the window; not there while all is well. Binds to
// ConnectionPresenter.
#pragma once

#include "desk/connectionpresenter.h"
#include "ui/style/appearance.h"

#include <QFrame>

class QLabel;

namespace balcao::ui {

class FoldButton;
class LeadLabel;

class ConnectionStrip final : public QFrame
{
    Q_OBJECT

public:
    ConnectionStrip(desk::ConnectionPresenter &presenter, const Appearance &appearance, QWidget *parent = nullptr);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void refresh();
    void fit();

    desk::ConnectionPresenter &m_presenter;
    const Appearance &m_appearance;
    QLabel *m_icon;
    LeadLabel *m_text;
    QLabel *m_next;
    FoldButton *m_action;
};

} // namespace balcao::ui
