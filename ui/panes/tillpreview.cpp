// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/panes/tillpreview.h"

#include "ui/printing/tillpages.h"

#include <QPainter>

namespace balcao::ui {

namespace {

// Px of 1/96 inch between the margins of systempaper.cpp.
constexpr QSizeF kRoll(280, 100'000);
constexpr QSizeF kSheet(680, 1009);
constexpr int kPad = 14;
constexpr int kWidth = 262;

} // namespace

TillPreview::TillPreview(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("tillPreview"));
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void TillPreview::show(const desk::PrintedTill &till)
{
    if (till == m_till)
        return;
    m_till = till;
    QStringList said;
    for (const desk::PrintedTillLine &line : till.slip) {
        if (!line.left.isEmpty())
            said.append(line.right.isEmpty() ? line.left : line.left + QStringLiteral(": ") + line.right);
    }
    setAccessibleName(tr("How it will come out"));
    setAccessibleDescription(said.join(u'\n'));
    updateGeometry();
    update();
}

void TillPreview::setSheet(bool sheet)
{
    m_isSheet = sheet;
    updateGeometry();
    update();
}

QSizeF TillPreview::page() const
{
    return m_isSheet ? kSheet : kRoll;
}

qreal TillPreview::scaleFor(int width) const
{
    return (width - 2 * kPad) / page().width();
}

int TillPreview::heightForWidth(int width) const
{
    const qreal inside = m_isSheet ? kSheet.height() : TillPages(m_till, page()).heightUsed();
    return qRound(inside * scaleFor(width)) + 2 * kPad;
}

QSize TillPreview::sizeHint() const
{
    return {kWidth, heightForWidth(kWidth)};
}

void TillPreview::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), Qt::white);
    painter.setPen(palette().color(QPalette::Mid));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
    painter.translate(kPad, kPad);
    painter.scale(scaleFor(width()), scaleFor(width()));
    TillPages(m_till, page()).paint(painter, 0);
}

} // namespace balcao::ui
