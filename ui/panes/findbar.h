// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Ctrl+F in the open chat: what to look for, which of how many, older and newer. Enter goes on, Shift+Enter back, Esc
// closes it.
#pragma once

#include "desk/findpresenter.h"
#include "ui/style/appearance.h"

#include <QFrame>

class QLabel;
class QLineEdit;
class QPushButton;

namespace balcao::ui {

class FindBar final : public QFrame
{
    Q_OBJECT

public:
    FindBar(desk::FindPresenter &find, const Appearance &appearance, QWidget *parent = nullptr);

    /// Shows it with what was typed marked, ready to be typed over.
    void open();
    void shut();

Q_SIGNALS:
    void shutDown();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QPushButton *button(const char *name, const QString &icon, const QString &words);
    bool key(int key, Qt::KeyboardModifiers modifiers);
    void refresh();

    desk::FindPresenter &m_find;
    const Appearance &m_appearance;
    QLineEdit *m_typed;
    QLabel *m_count;
    QPushButton *m_older = nullptr;
    QPushButton *m_newer = nullptr;
};

} // namespace balcao::ui
