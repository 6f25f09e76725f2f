// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/panes/elidedlabel.h"

#include "ui/panes/formparts.h"
#include "ui/style/fonts.h"

#include <QApplication>
#include <QHelpEvent>
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

void ElidedLabel::setLead(qsizetype letters)
{
    m_lead = letters;
    updateGeometry();
    update();
}

int ElidedLabel::leadWidth() const
{
    return m_lead == 0 ? 0 : QFontMetrics(semibold(font())).horizontalAdvance(text().left(m_lead));
}

QSize ElidedLabel::sizeHint() const
{
    const QSize hint = QLabel::sizeHint();
    return {hint.width() + leadWidth() - fontMetrics().horizontalAdvance(text().left(m_lead)), hint.height()};
}

QSize ElidedLabel::minimumSizeHint() const
{
    const int few = fontMetrics().horizontalAdvance(QStringLiteral("MMMM…"));
    return {qMin(few, QLabel::minimumSizeHint().width()), QLabel::minimumSizeHint().height()};
}

QString ElidedLabel::shown() const
{
    const QString rest = text().mid(m_lead).replace(QLatin1Char('\n'), QLatin1Char(' '));
    return fontMetrics().elidedText(rest, Qt::ElideRight, contentsRect().width() - leadWidth());
}

bool ElidedLabel::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip || !toolTip().isEmpty())
        return QLabel::event(event);
    const QString whole = shown().endsWith(QChar(0x2026)) ? text() : QString();
    showPlainTip(static_cast<QHelpEvent *>(event)->globalPos(), whole, this);
    return true;
}

void ElidedLabel::paintEvent(QPaintEvent *)
{
    QStylePainter painter(this);
    QStyleOption option;
    option.initFrom(this);
    QRect room = contentsRect();
    const auto write = [&](const QString &words, const QPalette &colours) {
        style()->drawItemText(&painter, room, static_cast<int>(alignment()), colours, isEnabled(), words,
                              foregroundRole());
    };
    if (m_lead > 0) {
        painter.setFont(semibold(font()));
        const bool paler = property("role").toByteArray() == "second";
        write(QFontMetrics(painter.font()).elidedText(text().left(m_lead), Qt::ElideRight, room.width()),
              paler ? QApplication::palette() : option.palette);
        painter.setFont(font());
        room.setLeft(room.left() + leadWidth());
    }
    write(shown(), option.palette);
}

} // namespace balcao::ui
