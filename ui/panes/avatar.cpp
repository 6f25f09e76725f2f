// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/panes/avatar.h"

#include "ui/style/fonts.h"

#include <QPainter>

namespace balcao::ui {

Avatar::Avatar(const Appearance &appearance, int size, QWidget *parent) : QWidget(parent), m_appearance(appearance)
{
    setFixedSize(size, size);
}

void Avatar::show(const QString &initials, uint seed)
{
    m_initials = initials;
    m_seed = seed;
    update();
}

void Avatar::paintEvent(QPaintEvent *)
{
    const AvatarColours colours = avatarColours(m_appearance.theme(), m_seed);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours.fill);
    painter.drawEllipse(rect());
    painter.setPen(colours.letters);
    painter.setFont(semibold(width() > 32 ? bodyFont(font()) : captionFont(font())));
    painter.drawText(rect(), Qt::AlignCenter, m_initials);
}

} // namespace balcao::ui
