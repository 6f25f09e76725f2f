// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/panes/settingsprivacy.h"

#include "ui/panes/keybutton.h"
#include "ui/panes/settingsparts.h"

#include <QComboBox>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace balcao::ui {

using desk::Preferences;

SettingsPrivacy::SettingsPrivacy(desk::PreferencesPresenter &presenter, QWidget *parent)
    : QWidget(parent), m_presenter(presenter), m_minutes(new QComboBox(this))
{
    QVBoxLayout *column = sectionColumn(
        this, tr("Privacy"),
        tr("A hidden screen shows no conversation, neither in the window nor in its title nor in notifications, and "
           "screen readers find none. Serving goes on."));
    m_minutes->setObjectName(QStringLiteral("lockMinutes"));
    m_minutes->addItem(tr("Never"), 0);
    for (const int minutes : {1, 2, 5, 10, 15, 30, 60, 120})
        m_minutes->addItem(tr("%n minute(s)", nullptr, minutes), minutes);
    auto *hide = new KeyButton(tr("Hide now"), desk::Act::Hide, this);
    hide->setObjectName(QStringLiteral("hideNow"));
    column->addSpacing(8);
    auto *card = new SettingsCard(this);
    card->addRow(tr("Hide by itself when nobody touches this computer for"), m_minutes);
    card->addRow(tr("Hide at once"), hide, tr("F12 or Esc Esc, from anywhere in the window."));
    column->addWidget(card);
    column->addStretch();
    connect(hide, &QPushButton::clicked, this, &SettingsPrivacy::hideRequested);
    connect(m_minutes, &QComboBox::activated, &presenter,
            [this](int row) { m_presenter.set(&Preferences::lockMinutes, m_minutes->itemData(row).toInt()); });
    connect(&presenter, &desk::PreferencesPresenter::changed, this, &SettingsPrivacy::refresh);
    refresh();
}

void SettingsPrivacy::refresh()
{
    const int minutes = m_presenter.now().lockMinutes;
    if (m_minutes->findData(minutes) < 0)
        m_minutes->addItem(tr("%n minute(s)", nullptr, minutes), minutes); // written into the file by hand
    const QSignalBlocker quiet(m_minutes);
    m_minutes->setCurrentIndex(m_minutes->findData(minutes));
}

} // namespace balcao::ui
