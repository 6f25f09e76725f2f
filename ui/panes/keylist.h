// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Every key and what it does, from the one table of them; for the settings and for F1.
#pragma once

#include <QKeySequence>
#include <QWidget>

namespace balcao::ui {

/// As this system writes them: "Ctrl+E", on a Mac with its own signs.
QString shownKeys(const QString &portable);

class KeyList final : public QWidget
{
    Q_OBJECT

public:
    /// `columns`: side by side. `spelling`: there is a dictionary; else its key does nothing and is not shown.
    KeyList(int columns, bool spelling, QWidget *parent);
};

} // namespace balcao::ui
