// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Ctrl+K: the field, what it finds, and which keys do what. Binds to PalettePresenter.
#pragma once

#include "desk/palettepresenter.h"
#include "ui/style/appearance.h"

#include <QDialog>
#include <QPointer>

#include <optional>

class QLabel;
class QLineEdit;
class QListView;

namespace balcao::ui {

class Shade;

class PaletteDialog final : public QDialog
{
    Q_OBJECT

public:
    /// Stands below `bar`, and dims the window that it belongs to.
    PaletteDialog(desk::PalettePresenter &presenter, const Appearance &appearance, QWidget &bar, QWidget *parent);
    ~PaletteDialog() override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *head(const Appearance &appearance);
    QWidget *foot();
    void refresh();
    void take();
    void step(int by);
    bool takeKey(int key);
    /// As high as its results, and in its place.
    void fit();

    desk::PalettePresenter &m_presenter;
    const Appearance &m_appearance;
    QPointer<QWidget> m_bar;
    QPointer<Shade> m_shade;
    QWidget *m_head = nullptr;
    QWidget *m_foot = nullptr;
    QLineEdit *m_typed;
    QListView *m_list;
    std::optional<desk::PaletteRow> m_walked; ///< where the arrows have led
    QLabel *m_empty;
    QLabel *m_count;
};

} // namespace balcao::ui
