// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// What Balcão promises, on the beige side of first run, and which one it is.
#pragma once

#include "ui/style/appearance.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace balcao::ui {

class SignPoints final : public QWidget
{
    Q_OBJECT

public:
    SignPoints(const Appearance &appearance, QWidget *parent);

    /// Of a page, in px of the drawing: a lower one has no room for them.
    /// Of a page, in px of the drawing: a smaller one has no room for them.
    static constexpr QSize kFits{1100, 600};

private:
    void add(QVBoxLayout &column, const QString &icon, const QString &title, const QString &words);
    void retint();

    const Appearance &m_appearance;
    QList<std::pair<QString, QLabel *>> m_icons;
};

} // namespace balcao::ui
