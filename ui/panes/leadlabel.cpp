// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/panes/leadlabel.h"

#include "ui/style/fonts.h"

#include <QPainter>
#include <QTextLayout>
#include <QtMath>

namespace balcao::ui {

namespace {

constexpr int kWide = 600; ///< px of a line that is good to read, where nobody says how wide it is to be
constexpr int kLeastLetters = 12;

} // namespace

LeadLabel::LeadLabel(const char *role, QWidget *parent) : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setProperty("role", QLatin1StringView(role));
    setWordWrap(true);
    setFont(smallFont(font()));
}

void LeadLabel::setWords(const QString &lead, const QString &rest, const QString &brief)
{
    m_lead = lead.size();
    m_brief = brief.isEmpty() ? QString() : lead + u' ' + brief;
    setText(rest.isEmpty() ? lead : lead + u' ' + rest);
}

int LeadLabel::layOut(QTextLayout &layout, int width) const
{
    const int height = layOut(layout, text(), width);
    if (layout.lineCount() == 1 || m_brief.isEmpty())
        return height;
    const int brief = layOut(layout, m_brief, width);
    return layout.lineCount() == 1 ? brief : layOut(layout, text(), width);
}

int LeadLabel::layOut(QTextLayout &layout, const QString &words, int width) const
{
    layout.setText(words);
    layout.setFont(font());
    QTextCharFormat bold;
    bold.setFontWeight(QFont::DemiBold);
    layout.setFormats({{0, static_cast<int>(m_lead), bold}});
    layout.beginLayout();
    qreal y = 0;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        line.setPosition({0, y});
        y += line.height();
    }
    layout.endLayout();
    return qCeil(y);
}

int LeadLabel::heightForWidth(int width) const
{
    QTextLayout layout;
    return layOut(layout, qMax(1, width));
}

QSize LeadLabel::sizeHint() const
{
    QTextLayout layout;
    const int height = layOut(layout, kWide);
    qreal width = 0;
    for (int i = 0; i < layout.lineCount(); ++i)
        width = qMax(width, layout.lineAt(i).naturalTextWidth());
    return {qCeil(width) + 1, height};
}

QSize LeadLabel::minimumSizeHint() const
{
    return {kLeastLetters * fontMetrics().averageCharWidth(), fontMetrics().height()};
}

void LeadLabel::paintEvent(QPaintEvent *)
{
    QTextLayout layout;
    const int height = layOut(layout, contentsRect().width());
    QPainter painter(this);
    painter.setPen(palette().color(foregroundRole()));
    layout.draw(&painter,
                QPointF(contentsRect().left(), contentsRect().top() + (contentsRect().height() - height) / 2));
}

} // namespace balcao::ui
