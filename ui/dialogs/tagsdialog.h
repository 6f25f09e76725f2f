// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The shop's tags: a list, and beside it the name and colour of the chosen one. Binds to TagsPresenter.
#pragma once

#include "desk/tagspresenter.h"
#include "ui/style/appearance.h"

#include <QDialog>

class QButtonGroup;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QWidget;

namespace balcao::ui {

class TagsDialog final : public QDialog
{
    Q_OBJECT

public:
    TagsDialog(desk::TagsPresenter &presenter, const Appearance &appearance, QWidget *parent);

private:
    QWidget *form();
    QWidget *swatches();
    void refresh();
    void choose(int row);
    void keep();
    void retire();
    [[nodiscard]] QString colour() const;

    desk::TagsPresenter &m_presenter;
    const Appearance &m_appearance;
    QListWidget *m_list;
    QLineEdit *m_name;
    QButtonGroup *m_colours;
    QLabel *m_problem;
    QPushButton *m_keep;
    QPushButton *m_retire;
    TagId m_chosen; ///< null: a new one
    TagId m_asked;  ///< whose retiring has been asked about
};

} // namespace balcao::ui
