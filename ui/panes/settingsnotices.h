// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Settings, "Sounds and notifications". Binds to PreferencesPresenter.
#pragma once

#include "desk/newspresenter.h"
#include "desk/preferencespresenter.h"

#include <QWidget>

class QCheckBox;

namespace balcao::ui {

class SettingsNotices final : public QWidget
{
    Q_OBJECT

public:
    SettingsNotices(desk::PreferencesPresenter &presenter, desk::Sounder &sounder, QWidget *parent = nullptr);

private:
    void bind(QCheckBox *box, const char *name, bool desk::Preferences::*field);
    void refresh();

    desk::PreferencesPresenter &m_presenter;
    QCheckBox *m_sounds;
    QCheckBox *m_show;
    QCheckBox *m_content;
};

} // namespace balcao::ui
