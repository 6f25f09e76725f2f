// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// What a person has to know and to say that they know, across the window; else not there. Binds to NoticePresenter.
#pragma once

#include "desk/noticepresenter.h"

#include <QFrame>

class QLabel;

namespace balcao::ui {

class NoticeStrip final : public QFrame
{
    Q_OBJECT

public:
    explicit NoticeStrip(desk::NoticePresenter &presenter, QWidget *parent = nullptr);

private:
    void refresh();

    desk::NoticePresenter &m_presenter;
    QLabel *m_text;
};

} // namespace balcao::ui
