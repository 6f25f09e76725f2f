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
class QVBoxLayout;

namespace balcao::desk {
class ComposerPresenter;
class SpellingPresenter;
} // namespace balcao::desk

namespace balcao::ui {

class DraftEdit;
class FoldButton;
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
    void pixRequested();
    /// Nothing can be sent now: it is to come back later.
    void remindRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildHead(QVBoxLayout &column);
    QWidget *tools(const Appearance &appearance);
    void refreshHead();
    /// What needs an open window, and why it cannot be done while that is shut.
    void refreshTools();
    void insert(const QString &text);
    /// Marks the next field to be filled in; false: there is none.
    bool nextField(int place);
    void openEmoji();
    void askForeignPix(const QString &what);
    bool takeKey(const QKeyEvent &key);
    void refresh();
    void growEditor();
    static int wholeWidth(const QWidget &tool);
    void fitTools();

    desk::ComposerPresenter &m_presenter;
    QWidget *m_tools = nullptr;
    QLabel *m_to;
    QLabel *m_toName;
    LockBar *m_lock;
    QLabel *m_window;
    QLabel *m_note;
    DraftEdit *m_editor;
    KeyButton *m_replies;
    QPushButton *m_emoji;
    KeyButton *m_teamNote;
    KeyButton *m_pix;
    FoldButton *m_remind;
    QPushButton *m_sendNext;
    FoldButton *m_send;
};

} // namespace balcao::ui
