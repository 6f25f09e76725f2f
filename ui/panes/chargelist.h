// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// A customer's charges in the panel, one a line: how much, when, how it stands. A click shows it in its conversation.
#pragma once

#include "desk/customerpresenter.h"
#include "ui/style/appearance.h"

#include <QWidget>

namespace balcao::ui {

class ChargeList final : public QWidget
{
    Q_OBJECT

public:
    explicit ChargeList(const Appearance &appearance, QWidget *parent = nullptr);

    void show(const QList<desk::ChargeLine> &lines);

Q_SIGNALS:
    void chosen(int line);

private:
    const Appearance &m_appearance;
    QList<desk::ChargeLine> m_shown;
};

} // namespace balcao::ui
