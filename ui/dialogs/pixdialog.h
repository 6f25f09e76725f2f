// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// F9 (picture pix-dialog): a charge in eight keys. Enter freezes what was typed, Enter again sends it; a held key
// confirms nothing. Binds to PixPresenter.
#pragma once

#include "desk/pixpresenter.h"
#include "ui/style/appearance.h"

#include <QDialog>
#include <QElapsedTimer>
#include <QPointer>

class QBoxLayout;
class QLabel;
class QPushButton;

namespace balcao::ui {

class KeyButton;
class PixForm;
class Shade;

class PixDialog final : public QDialog
{
    Q_OBJECT

public:
    /// Stands before `window`, and dims it.
    PixDialog(desk::PixPresenter &presenter, const Appearance &appearance, QWidget &window, QWidget *parent);
    ~PixDialog() override;

Q_SIGNALS:
    void settingsRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *head();
    QWidget *body();
    QWidget *foot();
    void refresh();
    void enter();
    void clickSend();
    void fit();
    void handOut(const desk::PixCode &code, desk::PixPresenter::Handout how);

    desk::PixPresenter &m_presenter;
    const Appearance &m_appearance;
    QPointer<QWidget> m_window;
    QPointer<Shade> m_shade;
    QLabel *m_to = nullptr;
    QBoxLayout *m_columns = nullptr;
    PixForm *m_form = nullptr;
    QWidget *m_keys = nullptr;
    QLabel *m_note = nullptr;
    QPushButton *m_copy = nullptr;
    KeyButton *m_send = nullptr;
    desk::PixPresenter::Phase m_shown = desk::PixPresenter::Phase::Typing;
    QElapsedTimer m_frozen;
};

} // namespace balcao::ui
