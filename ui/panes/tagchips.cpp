// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/panes/tagchips.h"

#include "ui/style/fonts.h"

#include <QPainter>

namespace balcao::ui {

namespace {

constexpr int kGap = 6;
constexpr int kDot = 22; ///< room for it before the name

} // namespace

TagChips::TagChips(const Appearance &appearance, QWidget *parent) : QWidget(parent), m_appearance(appearance)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void TagChips::show(const QStringList &names, const QStringList &colours)
{
    m_names = names;
    m_colours = colours;
    setAccessibleName(names.isEmpty() ? tr("No tags") : names.join(QStringLiteral(", ")));
    updateGeometry();
    update();
}

QList<QRect> TagChips::places(int width) const
{
    const QFontMetrics metrics(smallFont(font()));
    const int height = metrics.height() + 6;
    QList<QRect> found;
    int x = 0;
    int y = 0;
    for (const QString &name : m_names) {
        const int wide = qMin(width, metrics.horizontalAdvance(name) + kDot + 9);
        if (x > 0 && x + wide > width) {
            x = 0;
            y += height + kGap;
        }
        found.append(QRect(x, y, wide, height));
        x += wide + kGap;
    }
    return found;
}

int TagChips::heightForWidth(int width) const
{
    const QList<QRect> chips = places(width);
    return chips.isEmpty() ? QFontMetrics(smallFont(font())).height() : chips.last().bottom() + 1;
}

QSize TagChips::sizeHint() const
{
    return {180, heightForWidth(qMax(60, width()))};
}

void TagChips::paintEvent(QPaintEvent *)
{
    const Theme &theme = m_appearance.theme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(smallFont(font()));
    const QList<QRect> chips = places(width());
    if (chips.isEmpty()) {
        painter.setPen(theme.text3);
        painter.drawText(rect(), Qt::AlignLeft | Qt::AlignVCenter, tr("No tags"));
    }
    for (qsizetype i = 0; i < chips.size(); ++i) {
        const QRect chip = chips[i];
        painter.setPen(theme.border);
        painter.setBrush(theme.surface);
        painter.drawRoundedRect(QRectF(chip).adjusted(0.5, 0.5, -0.5, -0.5), chip.height() / 2.0, chip.height() / 2.0);
        painter.setPen(Qt::NoPen);
        painter.setBrush(tagColour(theme, m_colours.value(i)));
        painter.drawEllipse(QPointF(chip.left() + 12, chip.center().y() + 0.5), 4, 4);
        painter.setPen(theme.text);
        const QRect name = chip.adjusted(kDot, 0, -6, 0);
        painter.drawText(name, Qt::AlignLeft | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(m_names[i], Qt::ElideRight, name.width()));
    }
}

} // namespace balcao::ui
