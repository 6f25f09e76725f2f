// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// F9 (picture pix-dialog): a charge in eight keys. Enter freezes what was typed, Enter again sends it; a held key
// confirms nothing. Binds to PixPresenter.
#pragma once

#include "desk/pixpresenter.h"
#include "ui/dialogs/floatingdialog.h"

#include <QElapsedTimer>

class QBoxLayout;
class QLabel;
class QPushButton;

namespace balcao::ui {

class KeyButton;
class PixForm;

class PixDialog final : public FloatingDialog
{
    Q_OBJECT

public:
    /// Stands before `window`, and dims it.
    PixDialog(desk::PixPresenter &presenter, const Appearance &appearance, QWidget &window, QWidget *parent);

Q_SIGNALS:
    void settingsRequested();

protected:
    void fit() override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *head();
    QWidget *body();
    QWidget *foot();
    void refresh();
    void enter();
    void clickSend();
    [[nodiscard]] bool isTooSoon() const;
    void handOut(const desk::PixCode &code, desk::PixPresenter::Handout how);

    desk::PixPresenter &m_presenter;
    QWidget *m_head = nullptr;
    QWidget *m_foot = nullptr;
    QLabel *m_to = nullptr;
    QBoxLayout *m_columns = nullptr;
    PixForm *m_form = nullptr;
    QWidget *m_keys = nullptr;
    QLabel *m_note = nullptr;
    QPushButton *m_copy = nullptr;
    KeyButton *m_send = nullptr;
    desk::PixPresenter::Phase m_shown = desk::PixPresenter::Phase::Typing;
    QElapsedTimer m_shownAnew; ///< since what a press would do became another thing
    bool m_isAsking = false;
};

} // namespace balcao::ui
