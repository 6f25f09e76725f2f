// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Settings, "Data": what this computer keeps and where. Binds to DataPresenter.
#pragma once

#include "desk/datapresenter.h"

#include <QWidget>

class QLabel;

namespace balcao::ui {

class SettingsData final : public QWidget
{
    Q_OBJECT

public:
    explicit SettingsData(desk::DataPresenter &presenter, QWidget *parent = nullptr);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void refresh();

    desk::DataPresenter &m_presenter;
    QLabel *m_folder;
    QLabel *m_conversations;
    QLabel *m_own;
    QLabel *m_aside;
    QLabel *m_free;
    QLabel *m_waiting;
};

} // namespace balcao::ui
