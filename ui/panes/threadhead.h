// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Above the thread: whose it is, how long free text may still be sent, and what can be done with it. Binds to
// ThreadPresenter and WorkPresenter; choosing is the page's.
#pragma once

#include "desk/workpresenter.h"
#include "ui/style/appearance.h"

#include <QFrame>

class QBoxLayout;
class QLabel;

namespace balcao::ui {

class Avatar;
class FoldButton;

class ThreadHead final : public QFrame
{
    Q_OBJECT

public:
    ThreadHead(desk::ThreadPresenter &thread, desk::WorkPresenter &work, const Appearance &appearance,
               QWidget *parent = nullptr);

    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void assignRequested();
    void snoozeRequested();

protected:
    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit();
    FoldButton *button(const char *name, const QString &icon, const QString &text);
    void refresh();
    void showIcon();

    desk::ThreadPresenter &m_thread;
    desk::WorkPresenter &m_work;
    const Appearance &m_appearance;
    Avatar *m_avatar;
    QLabel *m_title;
    QLabel *m_windowIcon;
    QLabel *m_window;
    QBoxLayout *m_first; ///< title and window
    QLabel *m_subtitle;
    FoldButton *m_assign;
    FoldButton *m_snooze;
    FoldButton *m_resolve;
};

} // namespace balcao::ui
