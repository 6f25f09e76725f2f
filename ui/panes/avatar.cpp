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

namespace {

void paintFace(QPainter &painter, const QRect &round, const Theme &theme, const QString &initials, uint seed,
               const QFont &base, bool ringed = false)
{
    const AvatarColours colours = avatarColours(theme, seed);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(ringed ? QPen(colours.letters, 1) : QPen(Qt::NoPen));
    painter.setBrush(colours.fill);
    painter.drawEllipse(ringed ? QRectF(round).adjusted(0.5, 0.5, -0.5, -0.5) : QRectF(round));
    painter.setPen(colours.letters);
    painter.setFont(semibold(round.width() > 32 ? bodyFont(base) : captionFont(base)));
    painter.drawText(round, Qt::AlignCenter, initials);
}

} // namespace

QPixmap Avatar::picture(const Theme &theme, const QString &initials, uint seed, int size, qreal dpr, const QFont &base,
                        bool ringed)
{
    QPixmap made(qRound(size * dpr), qRound(size * dpr));
    made.setDevicePixelRatio(dpr);
    made.fill(Qt::transparent);
    QPainter painter(&made);
    paintFace(painter, QRect(0, 0, size, size), theme, initials, seed, base, ringed);
    return made;
}

void Avatar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintFace(painter, rect(), m_appearance.theme(), m_initials, m_seed, font());
}

} // namespace balcao::ui
