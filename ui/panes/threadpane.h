// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The open conversation: head, thread and composer, and words when none is open.
#pragma once

#include "ui/style/appearance.h"

#include <QFrame>

class QLabel;
class QListView;
class QStackedLayout;

namespace balcao::desk {
class ComposerPresenter;
class ThreadPresenter;
} // namespace balcao::desk

namespace balcao::ui {

class Composer;

class ThreadPane final : public QFrame
{
    Q_OBJECT

public:
    ThreadPane(desk::ThreadPresenter &thread, desk::ComposerPresenter &composer, const Appearance &appearance,
               QWidget *parent = nullptr);

    void focusComposer();

private:
    QWidget *threadView(desk::ComposerPresenter &composer, const Appearance &appearance);
    void refresh();
    void keepPlace();
    void loadMoreAtTop(int value);

    desk::ThreadPresenter &m_presenter;
    QStackedLayout *m_stack;
    QLabel *m_title;
    QLabel *m_subtitle;
    QListView *m_view;
    Composer *m_composer;
    bool m_atEnd = true;
};

} // namespace balcao::ui
