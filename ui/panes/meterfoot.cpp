// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/panes/meterfoot.h"

#include "ui/panes/elidedlabel.h"
#include "ui/panes/formparts.h"
#include "ui/style/fonts.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

#include <utility>

namespace balcao::ui {

namespace {

constexpr int kSide = 15;
constexpr int kBar = 3;
constexpr int kInset = 8; ///< of the line above, as the rows
constexpr int kAboveBar = 4;
constexpr int kBelowBar = 5;

} // namespace

MeterFoot::MeterFoot(const desk::MeterPresenter &presenter, const Appearance &appearance, QWidget *parent)
    : QFrame(parent),
      m_presenter(presenter),
      m_appearance(appearance),
      m_title(new ElidedLabel("second", this)),
      m_count(new ElidedLabel("second", this))
{
    setObjectName(QStringLiteral("meter"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 6, 0, kBar + kBelowBar + kAboveBar);
    column->setSpacing(0);
    auto *line = new QHBoxLayout;
    line->setContentsMargins(kInset, 0, kInset, 0);
    line->addWidget(hairline(Qt::Horizontal, this));
    column->addLayout(line);
    auto *words = new QVBoxLayout;
    words->setContentsMargins(kSide, 8, kSide, 0);
    words->setSpacing(0);
    for (ElidedLabel *label : {m_title, m_count}) {
        label->setFont(captionFont(label->font()));
        words->addWidget(label);
    }
    m_count->setObjectName(QStringLiteral("meterCount"));
    column->addLayout(words);
    connect(&presenter, &desk::MeterPresenter::changed, this, &MeterFoot::refresh);
    connect(&appearance, &Appearance::changed, this, qOverload<>(&QWidget::update));
    refresh();
}

void MeterFoot::refresh()
{
    m_title->setText(m_presenter.title());
    m_count->setText(m_presenter.text());
    m_count->setLead(m_presenter.lead());
    QString tip = m_presenter.tip();
    if (m_compact)
        tip.prepend(m_presenter.title() + QLatin1Char('\n') + m_presenter.text() + QLatin1Char('\n'));
    setToolTip(plainTip(tip));
    setAccessibleName(m_presenter.title() + QStringLiteral(": ") + m_presenter.text());
    setVisible(m_presenter.isKnown());
    update();
}

void MeterFoot::setCompact(bool compact)
{
    if (std::exchange(m_compact, compact) == compact)
        return;
    m_title->setHidden(compact);
    m_count->setHidden(compact);
    refresh();
}

int MeterFoot::wordsWidth() const
{
    return m_presenter.isKnown() ? qMax(m_title->sizeHint().width(), m_count->sizeHint().width()) + 2 * kSide : 0;
}

void MeterFoot::paintEvent(QPaintEvent *event)
{
    QFrame::paintEvent(event);
    const Theme &theme = m_appearance.theme();
    const int side = m_compact ? kSide / 2 : kSide;
    const QRectF whole(side, height() - kBar - kBelowBar, width() - 2 * side, kBar);
    QRectF used = whole;
    used.setWidth(whole.width() * m_presenter.percent() / 100);
    if (isRightToLeft())
        used.moveRight(whole.right());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.border);
    painter.drawRoundedRect(whole, kBar / 2.0, kBar / 2.0);
    painter.setBrush(m_presenter.level() == desk::MeterPresenter::Level::Free ? theme.accent : theme.timeSolid);
    painter.drawRoundedRect(used, kBar / 2.0, kBar / 2.0);
}

} // namespace balcao::ui
