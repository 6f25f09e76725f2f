// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Settings, "Appearance": light or dark, text size, spelling, how the window starts and closes. Binds to PreferencesPresenter.
#pragma once

#include "desk/preferencespresenter.h"

#include <QWidget>

class QButtonGroup;
class QCheckBox;
class QLabel;
class QSlider;

namespace balcao::ui {

class SettingsLook final : public QWidget
{
    Q_OBJECT

public:
    /// `spelling`: there is a dictionary.
    SettingsLook(desk::PreferencesPresenter &presenter, bool spelling, QWidget *parent = nullptr);

private:
    QWidget *schemes();
    QWidget *textSize();
    void refresh();

    desk::PreferencesPresenter &m_presenter;
    QButtonGroup *m_schemes;
    QSlider *m_text;
    QLabel *m_percent;
    QCheckBox *m_spelling;
    QCheckBox *m_minimised;
    QCheckBox *m_toTray;
};

} // namespace balcao::ui
