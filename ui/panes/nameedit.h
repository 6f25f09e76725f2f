// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// A name that is read far more often than it is edited: in line with what stands below it and elided where it is too
// long, until it has the focus.
#pragma once

#include <QLineEdit>

namespace balcao::ui {

class NameEdit final : public QLineEdit
{
    Q_OBJECT

public:
    explicit NameEdit(QWidget *parent);

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace balcao::ui
