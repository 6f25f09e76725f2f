// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/panes/settingsnotices.h"

#include "ui/panes/settingsparts.h"
#include "ui/panes/wrappedcheckbox.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace balcao::ui {

using desk::Chime;
using desk::Preferences;

SettingsNotices::SettingsNotices(desk::PreferencesPresenter &presenter, desk::Sounder &sounder, QWidget *parent)
    : QWidget(parent),
      m_presenter(presenter),
      m_sounds(new WrappedCheckBox(tr("Play sounds"), this)),
      m_show(new WrappedCheckBox(tr("Notify when a customer writes"), this)),
      m_content(new WrappedCheckBox(tr("With the customer's name and words"), this))
{
    QVBoxLayout *column =
        sectionColumn(this, tr("Sounds and notifications"),
                      tr("Every sound has something to see beside it: a count, a strip, a red bubble."));
    column->addSpacing(8);
    auto *card = new SettingsCard(this);
    card->addRow(m_show, tr("When Balcão is not in front, or another conversation is open."));
    card->addRow(m_content,
                 tr("Off, a notification only says that somebody wrote. So it does while the screen is hidden."));
    column->addWidget(card);
    column->addWidget(sectionHead(tr("Sounds"), this));
    auto *sounds = new SettingsCard(this);
    sounds->addRow(m_sounds);
    const auto listen = [this, sounds, &sounder](const QString &what, Chime chime, const char *name) {
        auto *button = new QPushButton(tr("Listen"), this);
        button->setObjectName(QLatin1StringView(name));
        button->setAccessibleName(tr("Listen: %1").arg(what));
        connect(button, &QPushButton::clicked, this, [&sounder, chime] { sounder.play(chime); });
        sounds->addRow(what, button);
    };
    listen(tr("A customer wrote"), Chime::Message, "listenMessage");
    listen(tr("The bank confirmed a Pix"), Chime::Paid, "listenPaid");
    listen(tr("A message did not go"), Chime::Failed, "listenFailed");
    listen(tr("The connection is back"), Chime::Back, "listenBack");
    column->addWidget(sounds);
    column->addStretch();
    bind(m_sounds, "sounds", &Preferences::sounds);
    bind(m_show, "notifications", &Preferences::notifications);
    bind(m_content, "notificationContent", &Preferences::notificationContent);
    connect(&presenter, &desk::PreferencesPresenter::changed, this, &SettingsNotices::refresh);
    refresh();
}

void SettingsNotices::bind(QCheckBox *box, const char *name, bool Preferences::*field)
{
    box->setObjectName(QLatin1StringView(name));
    connect(box, &QCheckBox::toggled, &m_presenter, [this, field](bool on) { m_presenter.set(field, on); });
}

void SettingsNotices::refresh()
{
    const Preferences &p = m_presenter.now();
    const QSignalBlocker quietSounds(m_sounds);
    const QSignalBlocker quietShow(m_show);
    const QSignalBlocker quietContent(m_content);
    m_sounds->setChecked(p.sounds);
    m_show->setChecked(p.notifications);
    m_content->setChecked(p.notificationContent);
    m_content->setEnabled(p.notifications);
}

} // namespace balcao::ui
