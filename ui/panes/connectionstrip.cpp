// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/panes/connectionstrip.h"

#include "ui/panes/foldbutton.h"
#include "ui/panes/formparts.h"
#include "ui/panes/leadlabel.h"
#include "ui/style/fonts.h"

#include <QHBoxLayout>
#include <QLabel>

namespace balcao::ui {

using Level = desk::ConnectionPresenter::Level;

namespace {

constexpr int kGap = 8;
constexpr int kSecondsFit = 900;

} // namespace

ConnectionStrip::ConnectionStrip(desk::ConnectionPresenter &presenter, const Appearance &appearance, QWidget *parent)
    : QFrame(parent),
      m_presenter(presenter),
      m_appearance(appearance),
      m_icon(new QLabel(this)),
      m_text(new LeadLabel("time", this)),
      m_next(plainLabel({}, "time", this)),
      m_action(new FoldButton({}, this))
{
    setObjectName(QStringLiteral("strip"));
    setAccessibleName(tr("Connection"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(14, 4, 14, 4);
    row->setSpacing(kGap);
    row->addWidget(m_icon);
    m_text->setObjectName(QStringLiteral("stripText"));
    setMinimumHeight(40);
    row->addWidget(m_text, 1);
    m_next->setObjectName(QStringLiteral("stripNext"));
    m_next->setFont(smallFont(m_next->font()));
    m_next->setWordWrap(false);
    m_next->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    row->addWidget(m_next);
    m_action->setObjectName(QStringLiteral("stripAction"));
    row->addWidget(m_action);
    connect(m_action, &QPushButton::clicked, &m_presenter, &desk::ConnectionPresenter::act);
    connect(&m_presenter, &desk::ConnectionPresenter::changed, this, &ConnectionStrip::refresh);
    connect(&appearance, &Appearance::changed, this, &ConnectionStrip::refresh);
    connect(&appearance, &Appearance::textResized, m_next, [this] { m_next->setMinimumWidth(0); });
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
    m_text->setWords(m_presenter.titleText(), m_presenter.detailText());
    for (QLabel *one : std::initializer_list<QLabel *>{m_text, m_next})
        setRole(one, level == Level::Broken ? "danger" : "time");
    m_next->setText(m_presenter.retryText());
    setAccessibleDescription(m_presenter.text());
    m_action->setWords(m_presenter.actionText());
    m_action->setIcon(Appearance::icon(QStringLiteral("retry"), theme.text2));
    m_action->setVisible(!m_presenter.actionText().isEmpty());
    fit();
    setVisible(level != Level::Calm);
}

// The seconds are a kindness: where room is scarce they go first. What they take they keep, or the words beside them
// would jump with every digit.
void ConnectionStrip::fit()
{
    m_next->setVisible(!m_next->text().isEmpty() && width() >= kSecondsFit * textScale());
    m_next->setMinimumWidth(qMax(m_next->minimumWidth(), m_next->sizeHint().width()));
}

void ConnectionStrip::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    fit();
}

} // namespace balcao::ui
