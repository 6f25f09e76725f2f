// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The shop's quick replies: titles at the left, the words at the right. Binds to RepliesPresenter.
#pragma once

#include "desk/repliespresenter.h"
#include "ui/style/appearance.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QListWidget;
class QPlainTextEdit;
class QPushButton;

namespace balcao::ui {

class RepliesDialog final : public QDialog
{
    Q_OBJECT

public:
    RepliesDialog(desk::RepliesPresenter &presenter, const Appearance &appearance, QWidget *parent = nullptr);

private:
    QWidget *form();
    void refresh();
    void choose(int row);
    void keep();
    void retire();

    desk::RepliesPresenter &m_presenter;
    const Appearance &m_appearance;
    QListWidget *m_list;
    QLineEdit *m_title;
    QPlainTextEdit *m_text;
    QLabel *m_problem;
    QPushButton *m_keep;
    QPushButton *m_retire;
    QuickReplyId m_chosen; ///< null: a new one
    QuickReplyId m_asked;  ///< whose retiring was asked about
};

} // namespace balcao::ui
