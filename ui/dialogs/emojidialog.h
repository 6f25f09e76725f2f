// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Ctrl+.: an emoji by group or by its words; arrows walk the grid while typing. Binds to EmojiPresenter.
#pragma once

#include "desk/emojipresenter.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QListWidget;
class QTabBar;

namespace balcao::ui {

class EmojiDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit EmojiDialog(desk::EmojiPresenter &presenter, QWidget *parent = nullptr);

Q_SIGNALS:
    void picked(const QString &glyph);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fill();
    void take();

    desk::EmojiPresenter &m_presenter;
    QLineEdit *m_typed;
    QTabBar *m_groups;
    QListWidget *m_grid;
    QLabel *m_empty;
};

} // namespace balcao::ui
