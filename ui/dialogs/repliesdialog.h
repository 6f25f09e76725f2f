// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The shop's quick replies: titles at the left, the words at the right. Binds to RepliesPresenter.
#pragma once

#include "desk/repliespresenter.h"
#include "ui/dialogs/listeditor.h"

class QLineEdit;
class QPlainTextEdit;

namespace balcao::ui {

class RepliesDialog final : public ListEditor
{
    Q_OBJECT

public:
    RepliesDialog(desk::RepliesPresenter &presenter, const Appearance &appearance, QWidget *parent = nullptr);

private:
    QVBoxLayout *fields();
    void refresh();
    void showChosen();
    void type();
    void choose(int row) override;
    void keep() override;
    [[nodiscard]] QString retireQuestion() const override;
    void retire() override;
    void drop() override;
    [[nodiscard]] QStringList unsaved() const override;

    desk::RepliesPresenter &m_presenter;
    const Appearance &m_appearance;
    QLineEdit *m_title;
    QPlainTextEdit *m_text;
    QuickReplyId m_chosen;   ///< null: a new one
    store::ReplyRow m_shown; ///< what stands in the fields
    bool m_isBegun = false;  ///< the list is there
};

} // namespace balcao::ui
