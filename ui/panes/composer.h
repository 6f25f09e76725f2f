// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Where the reply is written. Enter sends, Shift+Enter breaks the line; what is typed is kept as a draft
// and stays when it cannot be sent. Binds to ComposerPresenter.
#pragma once

#include "ui/style/appearance.h"

#include <QFrame>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace balcao::desk {
class ComposerPresenter;
}

namespace balcao::ui {

class Composer final : public QFrame
{
    Q_OBJECT

public:
    Composer(desk::ComposerPresenter &presenter, const Appearance &appearance, QWidget *parent = nullptr);

    void focusEditor();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void refresh();

    desk::ComposerPresenter &m_presenter;
    QLabel *m_to;
    QLabel *m_note;
    QPlainTextEdit *m_editor;
    QPushButton *m_send;
};

} // namespace balcao::ui
