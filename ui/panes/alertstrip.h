// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// What everybody at this desk has to know about the shop's money, across the window: shown as long as it is so, and
// nobody can put it away.
#pragma once

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace balcao::ui {

class AlertStrip final : public QFrame
{
    Q_OBJECT

public:
    /// `name`: of its text.
    explicit AlertStrip(const char *name, QWidget *parent);

    /// Empty: it goes. What is new is read aloud.
    void say(const QString &text);
    QPushButton *addButton(const QString &text, const char *name);

private:
    QHBoxLayout *m_row;
    QLabel *m_text;
};

} // namespace balcao::ui
