// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Below the customer: which shop this is, and by which number. Binds to ShopPresenter.
#pragma once

#include "desk/shoppresenter.h"
#include "ui/style/appearance.h"

#include <QFrame>

class QLabel;

namespace balcao::ui {

class ElidedLabel;

class ShopFoot final : public QFrame
{
    Q_OBJECT

public:
    ShopFoot(const desk::ShopPresenter &presenter, const Appearance &appearance, QWidget *parent = nullptr);

private:
    void refresh();

    const desk::ShopPresenter &m_presenter;
    const Appearance &m_appearance;
    QLabel *m_icon;
    ElidedLabel *m_name;
    ElidedLabel *m_number;
};

} // namespace balcao::ui
