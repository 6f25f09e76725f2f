// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/panes/topbar.h"

#include "ui/panes/elidedlabel.h"
#include "ui/panes/formparts.h"
#include "ui/style/fonts.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace balcao::ui {

using Level = desk::ConnectionPresenter::Level;

namespace {

constexpr int kSearchWidth = 400;

} // namespace

TopBar::TopBar(desk::ConnectionPresenter &presenter, const Appearance &appearance, QWidget *parent)
    : QFrame(parent),
      m_presenter(presenter),
      m_appearance(appearance),
      m_icon(new QLabel(this)),
      m_health(new ElidedLabel(nullptr, this)),
      m_back(new QPushButton(tr("List"), this)),
      m_hide(new QPushButton(this)),
      m_operator(new QPushButton(this))
{
    setObjectName(QStringLiteral("topBar"));
    setMinimumHeight(44);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(14, 0, 8, 0);
    row->setSpacing(8);
    m_back->setObjectName(QStringLiteral("backToList"));
    m_back->setProperty("quiet", true);
    m_back->setToolTip(tr("Back to the list of conversations (F6)"));
    m_back->hide();
    row->addWidget(m_back);
    connect(m_back, &QPushButton::clicked, this, &TopBar::backRequested);
    row->addWidget(m_icon);
    m_health->setObjectName(QStringLiteral("health"));
    m_health->setFont(smallFont(m_health->font()));
    row->addWidget(m_health, 1);
    auto *search = new QPushButton(tr("Search customer, conversation, amount…  (Ctrl+K)"), this);
    search->setObjectName(QStringLiteral("search"));
    search->setProperty("field", true);
    search->setIcon(Appearance::icon(QStringLiteral("search"), appearance.theme().text2));
    search->setMaximumWidth(kSearchWidth);
    search->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    row->addWidget(search, 2);
    row->addStretch(1);
    connect(search, &QPushButton::clicked, this, &TopBar::searchRequested);
    m_hide->setObjectName(QStringLiteral("hideScreen"));
    m_hide->setProperty("quiet", true);
    m_hide->setIcon(Appearance::icon(QStringLiteral("privacy"), appearance.theme().text2));
    m_hide->setAccessibleName(tr("Hide the screen"));
    m_hide->setToolTip(tr("Hides the conversations until the PIN is typed (F12)"));
    row->addWidget(m_hide);
    m_operator->setObjectName(QStringLiteral("switchOperator"));
    m_operator->setProperty("quiet", true);
    m_operator->setIcon(Appearance::icon(QStringLiteral("switch-user"), appearance.theme().text2));
    row->addWidget(m_operator);
    connect(m_hide, &QPushButton::clicked, this, &TopBar::privacyRequested);
    connect(m_operator, &QPushButton::clicked, this, &TopBar::switchOperatorRequested);
    connect(&m_presenter, &desk::ConnectionPresenter::changed, this, &TopBar::refresh);
    refresh();
    setWords();
}

void TopBar::setBack(bool on)
{
    m_back->setVisible(on);
}

void TopBar::setCompact(bool compact)
{
    m_compact = compact;
    setWords();
}

void TopBar::setWords()
{
    m_hide->setText(m_compact ? QString() : tr("Hide (F12)"));
    m_operator->setText(m_compact ? QString()
                                  : tr("%1 (F11)").arg(fontMetrics().elidedText(m_name, Qt::ElideRight, 160)));
}

void TopBar::setOperator(const QString &name)
{
    m_name = name;
    setWords();
    m_operator->setAccessibleName(tr("Serving: %1").arg(name));
    m_operator->setToolTip(tr("Somebody else serves (F11)"));
}

void TopBar::refresh()
{
    const Level level = m_presenter.level();
    const Theme &theme = m_appearance.theme();
    const QColor colour = level == Level::Calm ? theme.text2 : level == Level::Trouble ? theme.time : theme.danger;
    m_icon->setPixmap(Appearance::pixmap(level == Level::Calm ? QStringLiteral("connected") : QStringLiteral("offline"),
                                         colour, 18, devicePixelRatioF()));
    m_health->setText(m_presenter.shortText());
    setRole(m_health, level == Level::Calm ? "" : level == Level::Trouble ? "time" : "danger");
}

} // namespace balcao::ui
