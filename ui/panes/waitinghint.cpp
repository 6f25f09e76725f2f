// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/panes/waitinghint.h"

#include "ui/delegates/bubblepart.h"
#include "ui/panes/elidedlabel.h"
#include "ui/style/fonts.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace balcao::ui {

namespace {

constexpr int kIcon = 14;

} // namespace

WaitingHint::WaitingHint(desk::ComposerPresenter &presenter, const Appearance &appearance, QWidget *above,
                         QWidget *parent)
    : QFrame(parent),
      m_presenter(presenter),
      m_appearance(appearance),
      m_above(above),
      m_lock(new QLabel(this)),
      m_closed(new ElidedLabel("second", this)),
      m_queued(new ElidedLabel("second", this)),
      m_cancel(new QPushButton(this)),
      m_icon(new QLabel(this)),
      m_pix(new ElidedLabel("second", this))
{
    setObjectName(QStringLiteral("waitingHint"));
    m_queued->setObjectName(QStringLiteral("waitingQueued"));
    m_pix->setObjectName(QStringLiteral("waitingPix"));
    auto *column = new QVBoxLayout(this);
    column->setSpacing(6);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(6);
    middle->addStretch(1);
    middle->addWidget(m_lock);
    middle->addWidget(m_closed);
    middle->addStretch(1);
    auto *row = new QHBoxLayout;
    row->setSpacing(6);
    row->addStretch(1);
    row->addWidget(m_icon);
    row->addWidget(m_pix);
    auto *queue = new QHBoxLayout;
    queue->setSpacing(4);
    queue->addStretch(1);
    queue->addWidget(m_queued);
    queue->addWidget(m_cancel);
    m_cancel->setObjectName(QStringLiteral("cancelSending"));
    m_cancel->setProperty("link", true);
    m_cancel->setProperty("atRight", true);
    m_cancel->setFont(captionFont(m_cancel->font()));
    m_cancel->setToolTip(tr("The last message comes back to the field below"));
    connect(m_cancel, &QPushButton::clicked, &presenter, &desk::ComposerPresenter::takeLastBack);
    m_closed->setObjectName(QStringLiteral("waitingClosed"));
    for (ElidedLabel *one : {m_closed, m_queued, m_pix}) {
        one->setFont(captionFont(one->font()));
        one->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    }
    column->addLayout(middle);
    column->addLayout(queue);
    column->addLayout(row);
    connect(&presenter, &desk::ComposerPresenter::changed, this, &WaitingHint::refresh);
    connect(&appearance, &Appearance::changed, this, &WaitingHint::refresh);
    above->installEventFilter(this);
    refresh();
}

void WaitingHint::refresh()
{
    const QString queued = m_presenter.queuedText();
    const QString pix = m_presenter.pixWaitsText();
    const QString cancel = m_presenter.takeBackText();
    m_queued->setText(cancel.isEmpty() ? queued : queued + QStringLiteral(" \u00b7"));
    m_queued->setVisible(!queued.isEmpty());
    m_cancel->setText(cancel);
    m_cancel->setVisible(!cancel.isEmpty());
    m_pix->setText(pix);
    m_pix->setVisible(!pix.isEmpty());
    showIcon(*m_icon, pix.isEmpty() ? QString() : QStringLiteral("pix"));
    const QString closed = m_presenter.closedText();
    m_closed->setText(closed);
    m_closed->setVisible(!closed.isEmpty());
    showIcon(*m_lock, closed.isEmpty() ? QString() : QStringLiteral("lock"));
    setVisible(!closed.isEmpty() || !queued.isEmpty() || !pix.isEmpty());
}

void WaitingHint::showIcon(QLabel &icon, const QString &name)
{
    if (!name.isEmpty())
        icon.setPixmap(Appearance::pixmap(name, m_appearance.theme().text2, kIcon, devicePixelRatioF()));
    icon.setVisible(!name.isEmpty());
}

void WaitingHint::alignWithBubbles()
{
    const int side = BubbleSizes::side(m_above->width());
    layout()->setContentsMargins(side, 0, side + qMax(0, width() - m_above->width()), 8);
}

bool WaitingHint::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_above && event->type() == QEvent::Resize)
        alignWithBubbles();
    return QFrame::eventFilter(watched, event);
}

void WaitingHint::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    alignWithBubbles();
}

} // namespace balcao::ui
