// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Tells whoever hears the screen what changes without their doing: a message in the open chat, money that came, the connection lost or
// back. Silent while its page is not shown: behind the privacy screen nothing of a customer is read out. GUI thread.
#pragma once

#include "desk/connectionpresenter.h"
#include "desk/threadpresenter.h"

#include <QWidget>

namespace balcao::ui {

class Announcer final : public QObject
{
    Q_OBJECT

public:
    Announcer(desk::ThreadPresenter &thread, desk::ConnectionPresenter &connection, QWidget *page);

Q_SIGNALS:
    /// Also where nobody listens to the screen.
    void said(const QString &text);

private:
    void tellConnection();
    /// `urgent`: breaks into what is being read.
    void say(const QString &text, bool urgent);

    desk::ConnectionPresenter &m_connection;
    desk::ConnectionPresenter::Level m_level;
    QWidget *m_page;
    QWidget *m_voice; ///< carries the words where Qt knows no announcements (before 6.8)
};

} // namespace balcao::ui
