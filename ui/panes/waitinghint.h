// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Below the last message: when the window closed; without a connection what becomes of what was sent and how the last
// of it is taken back, and why there is no Pix.
#pragma once

#include "desk/composerpresenter.h"
#include "ui/style/appearance.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace balcao::ui {

class ElidedLabel;

class WaitingHint final : public QFrame
{
    Q_OBJECT

public:
    /// `above`: what the bubbles are painted on, narrower than this beside a scroll bar. It outlives this.
    WaitingHint(desk::ComposerPresenter &presenter, const Appearance &appearance, QWidget *above, QWidget *parent);

    bool eventFilter(QObject *watched, QEvent *event) override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void refresh();
    void alignWithBubbles();
    void showIcon(QLabel &icon, const QString &name);

    desk::ComposerPresenter &m_presenter;
    const Appearance &m_appearance;
    const QWidget *m_above;
    QLabel *m_lock;
    ElidedLabel *m_closed;
    ElidedLabel *m_queued;
    QPushButton *m_cancel;
    QLabel *m_icon;
    ElidedLabel *m_pix;
};

} // namespace balcao::ui
