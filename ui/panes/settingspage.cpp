// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/panes/settingspage.h"

#include "ui/panes/formparts.h"
#include "ui/panes/keylist.h"
#include "ui/panes/settingsaccount.h"
#include "ui/panes/settingsconnection.h"
#include "ui/panes/settingsdata.h"
#include "ui/panes/settingslook.h"
#include "ui/panes/settingsnotices.h"
#include "ui/panes/settingsparts.h"
#include "ui/panes/settingsprivacy.h"
#include "ui/panes/settingsreceiving.h"
#include "ui/style/fonts.h"

#include <QHBoxLayout>
#include <QListWidget>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace balcao::ui {

namespace {

constexpr int kSections = 216;
constexpr int kMostContent = 820;
constexpr int kIconRole = Qt::UserRole + 1;

/// In the middle, as wide as is good to read, scrolling when it must.
QScrollArea *scrolled(QWidget *section, const QString &title)
{
    auto *body = new QWidget;
    body->setObjectName(QStringLiteral("settingsBody"));
    auto *row = new QHBoxLayout(body);
    row->setContentsMargins(24, 20, 24, 12);
    row->addStretch(1);
    section->setMaximumWidth(kMostContent);
    row->addWidget(section, 100);
    row->addStretch(1);
    auto *scroll = new QScrollArea;
    scroll->setObjectName(QStringLiteral("settingsScroll"));
    scroll->setAccessibleName(title);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(body);
    return scroll;
}

} // namespace

SettingsPage::SettingsPage(const Presenters &presenters, const Appearance &appearance, QWidget *parent)
    : QFrame(parent), m_appearance(appearance), m_sections(new QListWidget(this)), m_pages(new QStackedWidget(this))
{
    setObjectName(QStringLiteral("settingsPage"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    auto *side = new QFrame(this);
    side->setObjectName(QStringLiteral("settingsSide"));
    const auto widen = [side] { side->setFixedWidth(qRound(kSections * (1 + (textScale() - 1) / 2))); };
    widen();
    connect(&appearance, &Appearance::textResized, side, widen);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(8, 14, 8, 8);
    QLabel *title = plainLabel(tr("Settings"), side);
    title->setFont(semibold(headFont(title->font())));
    title->setContentsMargins(8, 0, 0, 6);
    column->addWidget(title);
    m_sections->setObjectName(QStringLiteral("settingsSections"));
    m_sections->setAccessibleName(tr("Settings"));
    m_sections->setIconSize({18, 18});
    m_sections->setSpacing(1);
    m_sections->setWordWrap(true);
    m_sections->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    column->addWidget(m_sections, 1);
    row->addWidget(side);
    row->addWidget(hairline(Qt::Vertical, this));
    row->addWidget(m_pages, 1);

    const bool spelling = presenters.spelling.isOffered();
    auto *account = new SettingsAccount(presenters.account);
    auto *privacy = new SettingsPrivacy(presenters.preferences);
    auto *keys = new QWidget;
    sectionColumn(keys, tr("Keyboard"), tr("Everything can be done without the mouse. F1 shows this from anywhere."))
        ->addWidget(new KeyList(1, spelling, keys));
    addSection(tr("Connection and number"), QStringLiteral("connected"),
               new SettingsConnection(presenters.line, appearance));
    addSection(tr("Account"), QStringLiteral("mine"), account);
    addSection(tr("Appearance"), QStringLiteral("image"), new SettingsLook(presenters.preferences, spelling));
    addSection(tr("Sounds and notifications"), QStringLiteral("bell"),
               new SettingsNotices(presenters.preferences, presenters.sounder));
    addSection(tr("Keyboard"), QStringLiteral("keyboard"), keys);
    addSection(tr("Privacy"), QStringLiteral("privacy"), privacy);
    addSection(tr("Data"), QStringLiteral("download"), new SettingsData(presenters.data));
    addSection(tr("Receiving"), QStringLiteral("bank"), new SettingsReceiving(presenters.receiving, presenters.bank));
    connect(m_sections, &QListWidget::currentRowChanged, m_pages, &QStackedWidget::setCurrentIndex);
    connect(m_sections, &QListWidget::currentRowChanged, this, &SettingsPage::retint);
    connect(&appearance, &Appearance::textResized, this, &SettingsPage::retint);
    connect(account, &SettingsAccount::switchOperatorRequested, this, &SettingsPage::switchOperatorRequested);
    connect(privacy, &SettingsPrivacy::hideRequested, this, &SettingsPage::hideRequested);
    connect(&appearance, &Appearance::changed, this, &SettingsPage::retint);
    m_sections->setCurrentRow(0);
    retint();
}

void SettingsPage::addSection(const QString &title, const QString &icon, QWidget *section)
{
    auto *item = new QListWidgetItem(title, m_sections);
    item->setData(kIconRole, icon);
    m_pages->addWidget(scrolled(section, title));
}

void SettingsPage::retint()
{
    const Theme &theme = m_appearance.theme();
    for (int i = 0; i < m_sections->count(); ++i) {
        QListWidgetItem *one = m_sections->item(i);
        const bool chosen = i == m_sections->currentRow();
        one->setIcon(Appearance::icon(one->data(kIconRole).toString(), chosen ? theme.accent : theme.text2));
        one->setFont(chosen ? semibold(m_sections->font()) : m_sections->font());
    }
}

void SettingsPage::showReceiving()
{
    m_sections->setCurrentRow(m_sections->count() - 1);
}

QStringList SettingsPage::sections() const
{
    QStringList titles;
    for (int i = 0; i < m_sections->count(); ++i)
        titles.append(m_sections->item(i)->text());
    return titles;
}

void SettingsPage::showSection(int section)
{
    m_sections->setCurrentRow(section);
}

void SettingsPage::focusSections()
{
    m_sections->setFocus(Qt::OtherFocusReason);
}

} // namespace balcao::ui
