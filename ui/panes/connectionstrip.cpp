// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/panes/connectionstrip.h"

#include "ui/panes/formparts.h"
#include "ui/style/fonts.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace balcao::ui {

using Level = desk::ConnectionPresenter::Level;

ConnectionStrip::ConnectionStrip(desk::ConnectionPresenter &presenter, const Appearance &appearance, QWidget *parent)
    : QFrame(parent),
      m_presenter(presenter),
      m_appearance(appearance),
      m_icon(new QLabel(this)),
      m_text(plainLabel({}, this)),
      m_action(new QPushButton(this))
{
    setObjectName(QStringLiteral("strip"));
    setAccessibleName(tr("Connection"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(14, 4, 14, 4);
    row->addWidget(m_icon);
    m_text->setObjectName(QStringLiteral("stripText"));
    m_text->setFont(smallFont(m_text->font()));
    setMinimumHeight(40);
    row->addWidget(m_text, 1);
    m_action->setObjectName(QStringLiteral("stripAction"));
    m_action->setProperty("flat", true);
    row->addWidget(m_action);
    connect(m_action, &QPushButton::clicked, &m_presenter, &desk::ConnectionPresenter::act);
    connect(&m_presenter, &desk::ConnectionPresenter::changed, this, &ConnectionStrip::refresh);
    refresh();
}

void ConnectionStrip::refresh()
{
    const Level level = m_presenter.level();
    setProperty("level", level == Level::Calm      ? QStringLiteral("calm")
                         : level == Level::Trouble ? QStringLiteral("trouble")
                                                   : QStringLiteral("broken"));
    restyle(this);
    const Theme &theme = m_appearance.theme();
    const QColor colour = level == Level::Calm ? theme.text2 : level == Level::Trouble ? theme.time : theme.danger;
    m_icon->setPixmap(Appearance::pixmap(level == Level::Calm ? QStringLiteral("connected") : QStringLiteral("offline"),
                                         colour, 18, devicePixelRatioF()));
    m_text->setText(m_presenter.text());
    setAccessibleDescription(m_presenter.text());
    m_action->setText(m_presenter.actionText());
    m_action->setVisible(!m_presenter.actionText().isEmpty());
    setVisible(level != Level::Calm);
}

} // namespace balcao::ui
