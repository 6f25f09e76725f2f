// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// F1: every key on one page.
#pragma once

#include <QDialog>

namespace balcao::ui {

class KeysDialog final : public QDialog
{
    Q_OBJECT

public:
    /// `spelling`: there is a dictionary.
    KeysDialog(bool spelling, QWidget *parent);
};

} // namespace balcao::ui
