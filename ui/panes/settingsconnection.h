// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Settings, "Connection and number" (picture settings): the way of a message and whether it is open, the shop's numbers,
// its server. Binds to LinePresenter.
#pragma once

#include "desk/linepresenter.h"
#include "ui/style/appearance.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace balcao::ui {

class ElidedLabel;
class FactCard;
class FoldingRow;
class StationsView;

class SettingsConnection final : public QWidget
{
    Q_OBJECT

public:
    SettingsConnection(desk::LinePresenter &presenter, const Appearance &appearance, QWidget *parent = nullptr);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void buildWay(QVBoxLayout &column, const Appearance &appearance);
    void refresh();
    void refreshFacts();
    void refreshNumbers();

    desk::LinePresenter &m_presenter;
    StationsView *m_way;
    QLabel *m_tested;
    QPushButton *m_test;
    FoldingRow *m_facts = nullptr;
    QList<ElidedLabel *> m_captions;
    QList<ElidedLabel *> m_values;
    QLabel *m_noNumber;
    QWidget *m_numbers;
    QList<FactCard *> m_cards;
    FactCard *m_server;
};

} // namespace balcao::ui
