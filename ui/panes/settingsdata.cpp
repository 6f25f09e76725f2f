// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/panes/settingsdata.h"

#include "ui/panes/settingsparts.h"

#include <QLabel>
#include <QVBoxLayout>

namespace balcao::ui {

SettingsData::SettingsData(desk::DataPresenter &presenter, QWidget *parent) : QWidget(parent), m_presenter(presenter)
{
    QVBoxLayout *column =
        sectionColumn(this, tr("Data"),
                      tr("The shop's conversations stand on the shop's server. This computer keeps a copy, so that it "
                         "works without the connection."));
    column->addSpacing(8);
    auto *card = new SettingsCard(this);
    m_folder = card->addValue(tr("Folder"));
    m_conversations = card->addValue(tr("Copy of the conversations"), tr("If it is lost, it is fetched anew."));
    m_own = card->addValue(tr("Only on this computer"), tr("Drafts, what waits to be sent, small settings."));
    m_aside = card->addValue(tr("Replaced copies"), tr("Kept 30 days after a copy was made anew, then erased."));
    m_free = card->addValue(tr("Free on this disk"));
    m_waiting = card->addValue(tr("To send"));
    m_waiting->setObjectName(QStringLiteral("dataWaiting"));
    m_conversations->setObjectName(QStringLiteral("dataConversations"));
    column->addWidget(card);
    column->addWidget(sectionHead(tr("Good to know"), this));
    auto *notes = new SettingsCard(this);
    notes->addValue(tr("Encryption"))
        ->setText(
            tr("These files are not encrypted yet. Whoever can use your account on this computer can read them."));
    notes->addValue(tr("Token and keys"))
        ->setText(tr(
            "In this system's password vault, never in a file. Without a vault they are forgotten when Balcão ends."));
    column->addWidget(notes);
    column->addStretch();
    connect(&presenter, &desk::DataPresenter::changed, this, &SettingsData::refresh);
    refresh();
}

void SettingsData::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_presenter.reload();
}

void SettingsData::refresh()
{
    m_folder->setText(m_presenter.folder());
    m_conversations->setText(m_presenter.conversationsText());
    m_own->setText(m_presenter.ownText());
    m_aside->setText(m_presenter.asideText().isEmpty() ? tr("none") : m_presenter.asideText());
    m_free->setText(m_presenter.freeText().isEmpty() ? tr("not known") : m_presenter.freeText());
    m_waiting->setText(m_presenter.waitingText());
}

} // namespace balcao::ui
