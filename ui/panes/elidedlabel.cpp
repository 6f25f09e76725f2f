// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/panes/elidedlabel.h"

#include <QStyle>
#include <QStyleOption>
#include <QStylePainter>

namespace balcao::ui {

ElidedLabel::ElidedLabel(const char *role, QWidget *parent) : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    if (role)
        setProperty("role", QLatin1StringView(role));
}

QSize ElidedLabel::minimumSizeHint() const
{
    return {fontMetrics().horizontalAdvance(QStringLiteral("MMMM…")), QLabel::minimumSizeHint().height()};
}

void ElidedLabel::paintEvent(QPaintEvent *)
{
    QStylePainter painter(this);
    QStyleOption option;
    option.initFrom(this);
    const QRect room = contentsRect();
    const QString shown =
        fontMetrics().elidedText(text().replace(QLatin1Char('\n'), QLatin1Char(' ')), Qt::ElideRight, room.width());
    style()->drawItemText(&painter, room, static_cast<int>(alignment()), option.palette, isEnabled(), shown,
                          foregroundRole());
}

} // namespace balcao::ui
