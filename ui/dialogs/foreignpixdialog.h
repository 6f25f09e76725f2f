// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Before a message that tells a customer to pay somebody who is not the shop. Enter does not send it.
#pragma once

#include <QDialog>

namespace balcao::ui {

class ForeignPixDialog final : public QDialog
{
    Q_OBJECT

public:
    ForeignPixDialog(const QString &what, QWidget *parent);
};

} // namespace balcao::ui
