// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The right side of F9: what the customer gets, live, and what it does not prove. Binds to PixPresenter.
#pragma once

#include "desk/pixpresenter.h"
#include "ui/style/appearance.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace balcao::ui {

class ElidedLabel;
class LeadLabel;
class QrView;

class PixPreview final : public QFrame
{
    Q_OBJECT

public:
    PixPreview(desk::PixPresenter &presenter, const Appearance &appearance, QWidget *parent);

private:
    QFrame *bubble(const Appearance &appearance);
    void refresh();

    desk::PixPresenter &m_presenter;
    QLabel *m_title;
    QrView *m_qr = nullptr;
    QLabel *m_name = nullptr;
    QLabel *m_amount = nullptr;
    QLabel *m_until = nullptr;
    QLabel *m_text = nullptr;
    QFrame *m_codeRow = nullptr;
    ElidedLabel *m_code = nullptr;
    QLabel *m_help;
    QPushButton *m_show;
    LeadLabel *m_proof;
};

} // namespace balcao::ui
