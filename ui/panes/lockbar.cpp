// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/panes/lockbar.h"

#include "ui/panes/leadlabel.h"

#include <QHBoxLayout>
#include <QPainter>

namespace balcao::ui {

namespace {

constexpr int kIcon = 18;
constexpr int kLeft = 12;
constexpr int kRight = 8; ///< the sentence of the drawings has just the room it needs
constexpr int kAbove = 10;
constexpr int kGap = 6;

} // namespace

LockBar::LockBar(const Appearance &appearance, QWidget *parent)
    : QFrame(parent), m_appearance(appearance), m_text(new LeadLabel("time", this))
{
    setObjectName(QStringLiteral("lockBar"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(kLeft + kIcon + kGap, kAbove, kRight, kAbove);
    row->setSpacing(kGap);
    m_text->setObjectName(QStringLiteral("lockText"));
    row->addWidget(m_text, 1);
    hide();
}

void LockBar::show(const QString &title, const QString &text, const QString &brief)
{
    m_text->setWords(title, text, brief);
    setAccessibleName(title + u' ' + text);
    setVisible(!title.isEmpty());
}

void LockBar::paintEvent(QPaintEvent *)
{
    const Theme &theme = m_appearance.theme();
    QPainter painter(this);
    painter.fillRect(rect(), theme.timeBg);
    painter.fillRect(QRect(0, height() - 1, width(), 1), theme.border);
    painter.drawPixmap(kLeft, (height() - kIcon) / 2,
                       Appearance::pixmap(QStringLiteral("lock"), theme.time, kIcon, devicePixelRatioF()));
}

} // namespace balcao::ui
