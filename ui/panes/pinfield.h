// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// A field for a PIN: digits, never shown, never offered to be pasted elsewhere.
#pragma once

class QLineEdit;
class QWidget;

namespace balcao::ui {

QLineEdit *pinField(const char *name, QWidget *parent);

} // namespace balcao::ui
