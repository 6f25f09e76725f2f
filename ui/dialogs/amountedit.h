// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// An amount as tills take it: digits push in from the right, Backspace takes one away, commas and dots are ignored;
// what is pasted is read as people write it. Binds to PixPresenter.
#pragma once

#include "desk/pixpresenter.h"

#include <QFrame>
#include <QLabel>
#include <QLineEdit>

namespace balcao::ui {

class AmountField final : public QLineEdit
{
    Q_OBJECT

public:
    AmountField(desk::PixPresenter &presenter, QWidget *parent);

Q_SIGNALS:
    void focusChanged(bool in);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void refresh();

    desk::PixPresenter &m_presenter;
};

/// The field with its frame, and the keys that made it.
class AmountEdit final : public QFrame
{
    Q_OBJECT

public:
    AmountEdit(desk::PixPresenter &presenter, QWidget *parent);

    [[nodiscard]] AmountField *field() const { return m_field; }
    /// Without the keys at its side.
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] int needs(const QString &amount) const;
    void placeSide();
    void refresh();

    desk::PixPresenter &m_presenter;
    AmountField *m_field;
    QLabel *m_sign;
    QWidget *m_side;
    QList<QLabel *> m_keys;
};

} // namespace balcao::ui
