// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/panes/waitinghint.h"

#include "ui/delegates/bubblepart.h"
#include "ui/panes/elidedlabel.h"
#include "ui/style/fonts.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace balcao::ui {

namespace {

constexpr int kIcon = 14;

} // namespace

WaitingHint::WaitingHint(desk::ComposerPresenter &presenter, const Appearance &appearance, QWidget *parent)
    : QFrame(parent),
      m_presenter(presenter),
      m_appearance(appearance),
      m_queued(new ElidedLabel("second", this)),
      m_icon(new QLabel(this)),
      m_pix(new ElidedLabel("second", this))
{
    setObjectName(QStringLiteral("waitingHint"));
    m_queued->setObjectName(QStringLiteral("waitingQueued"));
    m_pix->setObjectName(QStringLiteral("waitingPix"));
    auto *column = new QVBoxLayout(this);
    column->setSpacing(6);
    auto *row = new QHBoxLayout;
    row->setSpacing(6);
    row->addStretch(1);
    row->addWidget(m_icon);
    row->addWidget(m_pix);
    for (ElidedLabel *one : {m_queued, m_pix}) {
        one->setFont(captionFont(one->font()));
        one->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    }
    column->addWidget(m_queued);
    column->addLayout(row);
    connect(&presenter, &desk::ComposerPresenter::changed, this, &WaitingHint::refresh);
    connect(&appearance, &Appearance::changed, this, &WaitingHint::refresh);
    refresh();
}

void WaitingHint::refresh()
{
    const QString queued = m_presenter.queuedText();
    const QString pix = m_presenter.pixWaitsText();
    m_queued->setText(queued);
    m_queued->setVisible(!queued.isEmpty());
    m_pix->setText(pix);
    m_pix->setVisible(!pix.isEmpty());
    m_icon->setPixmap(
        Appearance::pixmap(QStringLiteral("pix"), m_appearance.theme().text2, kIcon, devicePixelRatioF()));
    m_icon->setVisible(!pix.isEmpty());
    setVisible(!queued.isEmpty() || !pix.isEmpty());
}

void WaitingHint::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    const int side = BubbleSizes::side(width()); // as the bubbles above
    layout()->setContentsMargins(side, 0, side, 8);
}

} // namespace balcao::ui
