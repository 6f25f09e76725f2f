// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// What is wrong on a day, in a red frame: each with what to do about it, and the buttons that do it. Binds to
// TillPresenter and ChargePresenter.
#pragma once

#include "desk/chargepresenter.h"
#include "desk/tillpresenter.h"
#include "ui/style/appearance.h"

#include <QFrame>

#include <functional>

class QBoxLayout;

namespace balcao::ui {

class TillWrong final : public QFrame
{
    Q_OBJECT

public:
    TillWrong(desk::TillPresenter &presenter, desk::ChargePresenter &charges, const Appearance &appearance,
              QWidget *parent = nullptr);

    void refresh();
    void retint();

private:
    struct Deed
    {
        QString words;
        const char *name;
        std::function<void()> act;
    };
    [[nodiscard]] QList<Deed> deedsFor(const desk::TillFinding &found);
    QWidget *head();
    QWidget *line(const desk::TillFinding &found);

    desk::TillPresenter &m_presenter;
    desk::ChargePresenter &m_charges;
    const Appearance &m_appearance;
    QBoxLayout *m_rows;
    QStringList m_shown;
};

} // namespace balcao::ui
