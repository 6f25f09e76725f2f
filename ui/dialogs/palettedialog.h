// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Ctrl+K: the field, what it finds, and which keys do what. Binds to PalettePresenter.
#pragma once

#include "desk/palettepresenter.h"
#include "ui/style/appearance.h"

#include <QDialog>

#include <optional>

class QLabel;
class QLineEdit;
class QListView;

namespace balcao::ui {

class PaletteDialog final : public QDialog
{
    Q_OBJECT

public:
    PaletteDialog(desk::PalettePresenter &presenter, const Appearance &appearance, QWidget *parent = nullptr);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *head(const Appearance &appearance);
    QWidget *foot();
    void refresh();
    void take();
    void move(int by);

    desk::PalettePresenter &m_presenter;
    QLineEdit *m_typed;
    QListView *m_list;
    std::optional<desk::PaletteRow> m_walked; ///< where the arrows have led
    QLabel *m_empty;
    QLabel *m_count;
};

} // namespace balcao::ui
