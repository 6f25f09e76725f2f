// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The shop's tags: a list, and beside it the name and colour of the chosen one. Binds to TagsPresenter.
#pragma once

#include "desk/tagspresenter.h"
#include "ui/dialogs/listeditor.h"

class QButtonGroup;
class QLineEdit;
class QWidget;

namespace balcao::ui {

class TagsDialog final : public ListEditor
{
    Q_OBJECT

public:
    TagsDialog(desk::TagsPresenter &presenter, const Appearance &appearance, QWidget *parent);

private:
    QVBoxLayout *fields();
    QWidget *swatches();
    void refresh();
    void showChosen();
    void type();
    void choose(int row) override;
    void keep() override;
    [[nodiscard]] QString retireQuestion() const override;
    void retire() override;
    void drop() override;
    [[nodiscard]] QStringList unsaved() const override;

    desk::TagsPresenter &m_presenter;
    const Appearance &m_appearance;
    QLineEdit *m_name;
    QButtonGroup *m_colours;
    TagId m_chosen;         ///< null: a new one
    store::TagRow m_shown;  ///< what stands in the fields
    bool m_isBegun = false; ///< the list is there
};

} // namespace balcao::ui
