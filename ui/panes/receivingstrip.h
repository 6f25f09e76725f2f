// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// That the shop's Pix goes elsewhere now, or is to: on every desk, for a week, and nobody can put it away. Binds to
// ReceivingPresenter.
#pragma once

#include "desk/receivingpresenter.h"

#include <QFrame>

class QLabel;

namespace balcao::ui {

class ReceivingStrip final : public QFrame
{
    Q_OBJECT

public:
    explicit ReceivingStrip(desk::ReceivingPresenter &presenter, QWidget *parent);

Q_SIGNALS:
    void lookRequested();

private:
    void refresh();

    desk::ReceivingPresenter &m_presenter;
    QLabel *m_text;
};

} // namespace balcao::ui
