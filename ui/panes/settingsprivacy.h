// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Settings, "Privacy": when the screen hides itself. Binds to PreferencesPresenter.
#pragma once

#include "desk/preferencespresenter.h"

#include <QWidget>

class QComboBox;

namespace balcao::ui {

class SettingsPrivacy final : public QWidget
{
    Q_OBJECT

public:
    explicit SettingsPrivacy(desk::PreferencesPresenter &presenter, QWidget *parent = nullptr);

Q_SIGNALS:
    void hideRequested();

private:
    void refresh();

    desk::PreferencesPresenter &m_presenter;
    QComboBox *m_minutes;
};

} // namespace balcao::ui
