// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Where the reply is written. Enter sends, Shift+Enter breaks the line, Ctrl+Enter sends and calls the next; what
// is typed is kept as a draft and stays when it cannot be sent. Binds to ComposerPresenter.
#pragma once

#include "ui/style/appearance.h"

#include <QFrame>

class QKeyEvent;
class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace balcao::desk {
class ComposerPresenter;
class SpellingPresenter;
} // namespace balcao::desk

namespace balcao::ui {

class KeyButton;
class LockBar;

class Composer final : public QFrame
{
    Q_OBJECT

public:
    Composer(desk::ComposerPresenter &presenter, desk::SpellingPresenter &spelling, const Appearance &appearance,
             QWidget *parent = nullptr);

    void focusEditor();
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void repliesRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *tools(const Appearance &appearance);
    void insert(const QString &text);
    /// Marks the next field to be filled in; false: there is none.
    bool nextField(int place);
    void openEmoji();
    bool takeKey(const QKeyEvent &key);
    void refresh();
    void growEditor();
    void fitTools();

    desk::ComposerPresenter &m_presenter;
    QWidget *m_tools = nullptr;
    QLabel *m_to;
    LockBar *m_lock;
    QLabel *m_window;
    QLabel *m_note;
    QPlainTextEdit *m_editor;
    KeyButton *m_teamNote;
    QPushButton *m_sendNext;
    QPushButton *m_send;
};

} // namespace balcao::ui
