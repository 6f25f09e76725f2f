// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The left side of F9: how much, what for, of which kind, until when, and who receives. Binds to PixPresenter.
#pragma once

#include "desk/pixpresenter.h"
#include "ui/style/appearance.h"

#include <QWidget>

class QButtonGroup;
class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace balcao::ui {

class AmountEdit;

class PixForm final : public QWidget
{
    Q_OBJECT

public:
    PixForm(desk::PixPresenter &presenter, const Appearance &appearance, QWidget *parent);

    void focusAmount();

Q_SIGNALS:
    void settingsRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildAmount(QVBoxLayout &column);
    void buildDescription(QVBoxLayout &column);
    void buildKinds(QVBoxLayout &column);
    void buildValidity(QVBoxLayout &column);
    void buildReceiver(QVBoxLayout &column);
    void refresh();
    void refreshReceiver();

    desk::PixPresenter &m_presenter;
    const Appearance &m_appearance;
    AmountEdit *m_amount;
    QWidget *m_offerRow = nullptr;
    QPushButton *m_offer = nullptr;
    QLineEdit *m_description;
    QLabel *m_count;
    QLabel *m_oneKind = nullptr;
    QWidget *m_kindRow = nullptr;
    QButtonGroup *m_kinds = nullptr;
    QWidget *m_validityPart = nullptr;
    QButtonGroup *m_validities = nullptr;
    QLineEdit *m_other = nullptr;
    QLabel *m_name = nullptr;
    QLabel *m_key = nullptr;
    QLabel *m_place = nullptr;
    QLabel *m_number = nullptr;
    QLabel *m_since = nullptr;
    QWidget *m_ours = nullptr;
    QPushButton *m_settings = nullptr;
};

} // namespace balcao::ui
