// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/style/maskicon.h"

#include "ui/style/appearance.h"

#include <QPainter>

namespace balcao::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QLatin1StringView kOurs("balcao:");
constexpr qreal kFaded = 0.4;

} // namespace

QIcon MaskIcon::icon(const Tint &tint)
{
    return QIcon(new MaskIcon(tint));
}

std::optional<MaskIcon::Tint> MaskIcon::of(const QIcon &icon)
{
    const QStringList parts = icon.name().split(u':');
    if (!icon.name().startsWith(kOurs) || parts.size() != 4)
        return std::nullopt;
    return Tint{parts[1], QColor(parts[2]), QColor(parts[3])};
}

QString MaskIcon::iconName()
{
    return kOurs + m_tint.name + u':' + m_tint.colour.name(QColor::HexArgb) + u':' +
           (m_tint.disabled.isValid() ? m_tint.disabled.name(QColor::HexArgb) : QString());
}

void MaskIcon::paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State)
{
    const bool off = mode == QIcon::Disabled;
    const QColor colour = off && m_tint.disabled.isValid() ? m_tint.disabled : m_tint.colour;
    const int size = qMin(rect.width(), rect.height());
    const QPixmap drawn = Appearance::pixmap(m_tint.name, colour, size, painter->device()->devicePixelRatioF());
    const qreal before = painter->opacity();
    if (off && !m_tint.disabled.isValid())
        painter->setOpacity(before * kFaded);
    painter->drawPixmap(rect.x() + (rect.width() - size) / 2, rect.y() + (rect.height() - size) / 2, drawn);
    painter->setOpacity(before);
}

QPixmap MaskIcon::pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state)
{
    QPixmap made(size);
    made.fill(Qt::transparent);
    QPainter painter(&made);
    paint(&painter, QRect(QPoint(0, 0), size), mode, state);
    return made;
}

} // namespace balcao::ui
