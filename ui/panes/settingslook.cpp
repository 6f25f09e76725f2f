// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/panes/settingslook.h"

#include "ui/panes/foldingrow.h"
#include "ui/panes/formparts.h"
#include "ui/panes/settingsparts.h"
#include "ui/panes/wrappedcheckbox.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QRadioButton>
#include <QSignalBlocker>
#include <QSlider>
#include <QVBoxLayout>

namespace balcao::ui {

using desk::Preferences;
using Scheme = Preferences::Scheme;

namespace {

constexpr int kTextStep = 10;

} // namespace

SettingsLook::SettingsLook(desk::PreferencesPresenter &presenter, bool spelling, QWidget *parent)
    : QWidget(parent),
      m_presenter(presenter),
      m_schemes(new QButtonGroup(this)),
      m_text(new QSlider(Qt::Horizontal, this)),
      m_percent(plainLabel({}, this)),
      m_spelling(new WrappedCheckBox(tr("Check spelling"), this)),
      m_minimised(new WrappedCheckBox(tr("Start minimised"), this)),
      m_toTray(new WrappedCheckBox(tr("Closing the window leaves Balcão in the tray"), this))
{
    QVBoxLayout *column = sectionColumn(this, tr("Appearance"), tr("Of this computer, whoever serves."));
    auto *card = new SettingsCard(this);
    card->addRow(tr("Colours"), schemes());
    card->addRow(tr("Size of the text"), textSize());
    column->addSpacing(8);
    column->addWidget(card);
    m_spelling->setObjectName(QStringLiteral("checkSpelling"));
    m_spelling->setVisible(spelling);
    if (spelling) {
        column->addWidget(sectionHead(tr("Writing"), this));
        auto *writing = new SettingsCard(this);
        writing->addRow(m_spelling, tr("Words that the dictionary lacks are underlined; Shift+F7 offers others."));
        column->addWidget(writing);
    }
    column->addWidget(sectionHead(tr("Window"), this));
    auto *window = new SettingsCard(this);
    m_minimised->setObjectName(QStringLiteral("startMinimised"));
    m_toTray->setObjectName(QStringLiteral("closeToTray"));
    window->addRow(m_minimised);
    window->addRow(m_toTray, tr("Messages go on arriving and notifications appear. “Quit” stands in the tray's menu."));
    column->addWidget(window);
    column->addStretch();
    connect(m_spelling, &QCheckBox::toggled, &presenter,
            [&presenter](bool on) { presenter.set(&Preferences::spelling, on); });
    connect(m_minimised, &QCheckBox::toggled, &presenter,
            [&presenter](bool on) { presenter.set(&Preferences::startMinimised, on); });
    connect(m_toTray, &QCheckBox::toggled, &presenter,
            [&presenter](bool on) { presenter.set(&Preferences::closeToTray, on); });
    connect(&presenter, &desk::PreferencesPresenter::changed, this, &SettingsLook::refresh);
    refresh();
}

QWidget *SettingsLook::schemes()
{
    auto *made = new QWidget(this);
    auto *row = new FoldingRow(made);
    const auto add = [this, made, row](Scheme scheme, const QString &text, const char *name) {
        auto *button = new QRadioButton(text, made);
        button->setObjectName(QLatin1StringView(name));
        m_schemes->addButton(button, static_cast<int>(scheme));
        row->addWidget(button);
    };
    add(Scheme::Light, tr("Light"), "schemeLight");
    add(Scheme::Dark, tr("Dark"), "schemeDark");
    add(Scheme::System, tr("System"), "schemeSystem");
    connect(m_schemes, &QButtonGroup::idClicked, &m_presenter,
            [this](int id) { m_presenter.set(&Preferences::scheme, static_cast<Scheme>(id)); });
    return made;
}

QWidget *SettingsLook::textSize()
{
    auto *made = new QWidget(this);
    auto *row = new QHBoxLayout(made);
    row->setContentsMargins(0, 0, 0, 0);
    m_text->setObjectName(QStringLiteral("textSize"));
    m_text->setAccessibleName(tr("Text size (%)"));
    m_text->setRange(Preferences::kLeastText / kTextStep, Preferences::kMostText / kTextStep);
    m_text->setPageStep(2);
    m_text->setTickPosition(QSlider::TicksBelow);
    m_text->setMinimumWidth(160);
    m_text->setTracking(false); // the slider must not grow away under the hand
    row->addWidget(m_text);
    row->addWidget(m_percent);
    connect(m_text, &QSlider::valueChanged, &m_presenter,
            [this](int step) { m_presenter.set(&Preferences::textPercent, step * kTextStep); });
    return made;
}

void SettingsLook::refresh()
{
    const Preferences &p = m_presenter.now();
    const QSignalBlocker quietText(m_text);
    const QSignalBlocker quietSpelling(m_spelling);
    const QSignalBlocker quietMinimised(m_minimised);
    const QSignalBlocker quietTray(m_toTray);
    m_schemes->button(static_cast<int>(p.scheme))->setChecked(true);
    m_text->setValue(p.textPercent / kTextStep);
    m_percent->setText(tr("%1 %").arg(p.textPercent));
    m_spelling->setChecked(p.spelling);
    m_minimised->setChecked(p.startMinimised);
    m_toTray->setChecked(p.closeToTray && m_presenter.hasTray());
    m_toTray->setEnabled(m_presenter.hasTray());
    m_toTray->setText(m_presenter.hasTray()
                          ? tr("Closing the window leaves Balcão in the tray")
                          : tr("Closing the window leaves Balcão in the tray (this desktop has none)"));
}

} // namespace balcao::ui
