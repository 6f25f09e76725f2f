// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Ctrl+K: the field, what it finds, and which keys do what. Binds to PalettePresenter.
#pragma once

#include "desk/palettepresenter.h"
#include "ui/dialogs/floatingdialog.h"

#include <optional>

class QLabel;
class QLineEdit;
class QListView;

namespace balcao::ui {

class PaletteDialog final : public FloatingDialog
{
    Q_OBJECT

public:
    /// Stands below `bar`, and dims the window that it belongs to.
    PaletteDialog(desk::PalettePresenter &presenter, const Appearance &appearance, QWidget &bar, QWidget *parent,
                  const std::optional<desk::CustomerQuestion> &question = {});

protected:
    /// As high as its results, and in its place.
    void fit() override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *head(const Appearance &appearance);
    QWidget *foot();
    void refresh();
    void take();
    void step(int by);
    bool takeKey(int key);

    desk::PalettePresenter &m_presenter;
    QPointer<QWidget> m_bar;
    QWidget *m_head = nullptr;
    QWidget *m_foot = nullptr;
    QLineEdit *m_typed;
    QListView *m_list;
    std::optional<desk::PaletteRow> m_walked; ///< where the arrows have led
    QLabel *m_empty;
    QLabel *m_count;
};

} // namespace balcao::ui
