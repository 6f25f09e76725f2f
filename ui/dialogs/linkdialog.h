// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Asks before an address that a customer sent is opened: names the host it really leads to, as plain text. Enter does
// not open it by accident: the button that leaves is not the default.
#pragma once

#include "core/weblink.h"

#include <QDialog>

namespace balcao::ui {

class LinkDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit LinkDialog(const WebLink &link, QWidget *parent = nullptr);
};

} // namespace balcao::ui
