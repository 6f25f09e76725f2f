// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/printing/tillpages.h"

#include <QApplication>
#include <QFontDatabase>
#include <QFontMetricsF>
#include <QPagedPaintDevice>
#include <QPainter>

namespace balcao::ui {

using namespace Qt::Literals::StringLiterals;
using Kind = desk::PrintedTillLine::Kind;

namespace {

constexpr qreal kDotsPerInch = 96;
constexpr qreal kMmPerInch = 25.4;
constexpr qreal kNarrow = 100 / kMmPerInch * kDotsPerInch;
constexpr qreal kSlipOnSheet = 340; ///< how wide the slip is there
constexpr qreal kGap = 8;
constexpr qreal kFoot = 24;
constexpr int kSmallest = 7;
/// Of the table's columns, of a hundred: as TillModel has them.
constexpr qreal kShares[] = {10, 19, 22, 11, 12, 12, 14};
constexpr int kMoneyFrom = 4; ///< these two are amounts
constexpr int kMoneyTo = 5;
constexpr int kState = 6; ///< an amount, too, where something is wrong

} // namespace

TillPages::TillPages(const desk::PrintedTill &till, const QSizeF &size)
    : m_size(size), m_narrow(size.width() < kNarrow), m_pages(1)
{
    for (const desk::PrintedTillLine &line : till.slip)
        addLine(line);
    if (!m_narrow && !till.table.isEmpty())
        addTable(till);
}

QFont TillPages::letters(qreal px, bool bold) const
{
    QFont font(m_narrow ? QFontDatabase::systemFont(QFontDatabase::FixedFont).families()
                        : QApplication::font().families());
    font.setPixelSize(qRound(px));
    font.setWeight(bold ? QFont::DemiBold : QFont::Normal);
    return font;
}

void TillPages::turnPage()
{
    m_pages.append(Page());
    m_y = 0;
}

qreal TillPages::take(qreal height)
{
    if (m_y > 0 && m_y + height > m_size.height() - kFoot)
        turnPage();
    const qreal top = m_y;
    m_y += height;
    return top;
}

void TillPages::addRow(const desk::PrintedTillLine &line, const QFont &font)
{
    const QString &right = line.right;
    const QFontMetricsF metrics(font);
    const qreal width = m_narrow ? m_size.width() : qMin(kSlipOnSheet, m_size.width());
    const qreal amount = metrics.horizontalAdvance(right);
    const qreal height = metrics.height() + 2;
    const qreal top = take(height);
    const qreal room = qMax<qreal>(0, width - amount - (right.isEmpty() ? 0 : kGap));
    const qreal behind = metrics.horizontalAdvance(line.behind);
    m_pages.last().append({{0, top, room, height},
                           metrics.elidedText(line.left, Qt::ElideRight, room - behind) + line.behind,
                           font,
                           Qt::AlignLeft | Qt::AlignVCenter});
    if (!right.isEmpty())
        m_pages.last().append({{0, top, width, height},
                               right,
                               font,
                               static_cast<int>(Qt::AlignRight) | static_cast<int>(Qt::AlignVCenter)});
}

void TillPages::addWords(const QString &text, const QFont &font, int flags)
{
    const qreal width = m_narrow ? m_size.width() : qMin(kSlipOnSheet, m_size.width());
    const QRectF needed = QFontMetricsF(font).boundingRect({0, 0, width, 10'000}, flags | Qt::TextWordWrap, text);
    const qreal height = needed.height() + 2;
    const qreal top = take(height);
    m_pages.last().append({{0, top, width, height}, text, font, flags | Qt::TextWordWrap});
}

void TillPages::addRule(bool dashed, qreal from, qreal to)
{
    const qreal top = take(kGap) + kGap / 2;
    const qreal width = m_narrow ? m_size.width() : qMin(kSlipOnSheet, m_size.width());
    Piece rule;
    rule.place = {from, top, (to > 0 ? to : width) - from, 0};
    rule.isRule = true;
    rule.isDashed = dashed;
    m_pages.last().append(rule);
}

void TillPages::addLine(const desk::PrintedTillLine &line)
{
    constexpr qreal px = 13; // the preview of a roll is a little smaller, and still read
    switch (line.kind) {
    case Kind::Title:
        return addWords(m_narrow ? line.left.toUpper() : line.left, letters(m_narrow ? 14 : 18, true),
                        m_narrow ? Qt::AlignHCenter : Qt::AlignLeft);
    case Kind::Centre:
        return addWords(line.left, letters(px, false), m_narrow ? Qt::AlignHCenter : Qt::AlignLeft);
    case Kind::Words:
        return addWords(line.left, letters(px, false), Qt::AlignLeft);
    case Kind::Rule:
        return addRule(true);
    case Kind::Row:
        return addRow(line, letters(px, false));
    case Kind::Strong:
        return addRow(line, letters(px, true));
    case Kind::Sign:
        take(4 * kGap); // a hand's room
        addRule(false);
        return addWords(line.left, letters(px, false), Qt::AlignHCenter);
    }
}

void TillPages::addCells(const QStringList &cells, const QList<qreal> &widths, const QFont &font)
{
    const QFontMetricsF metrics(font);
    const qreal height = metrics.height() + 4;
    const qreal top = take(height);
    qreal x = 0;
    for (qsizetype i = 0; i < cells.size(); ++i) {
        const bool isMoney = i == kMoneyFrom || i == kMoneyTo;
        const qreal room = widths[i] - kGap;
        QFont fitted = font;
        // No amount is cut, and none runs into what stands beside it.
        while ((isMoney || i == kState) && fitted.pixelSize() > kSmallest &&
               QFontMetricsF(fitted).horizontalAdvance(cells[i]) > room)
            fitted.setPixelSize(fitted.pixelSize() - 1);
        m_pages.last().append(
            {{x, top, room, height},
             isMoney || i == kState ? cells[i] : metrics.elidedText(cells[i], Qt::ElideRight, room),
             fitted,
             static_cast<int>(isMoney ? Qt::AlignRight : Qt::AlignLeft) | static_cast<int>(Qt::AlignVCenter)});
        x += widths[i];
    }
}

void TillPages::addTable(const desk::PrintedTill &till)
{
    QList<qreal> widths;
    for (const qreal share : kShares)
        widths.append(m_size.width() * share / 100);
    // Its head is not left alone at a page's foot.
    const qreal first = 2 * kGap + 2 * (QFontMetricsF(letters(11, true)).height() + 4) + kGap;
    if (m_y + first > m_size.height() - kFoot)
        turnPage();
    take(m_y > 0 ? 2 * kGap : 0);
    addCells(till.head, widths, letters(11, true));
    addRule(false, 0, m_size.width());
    for (const QStringList &cells : till.table) {
        const qsizetype before = m_pages.size();
        addCells(cells, widths, letters(11, false));
        if (m_pages.size() == before)
            continue;
        // The head stands on each page: what has just begun one goes below it.
        m_pages.last().clear();
        m_y = 0;
        addCells(till.head, widths, letters(11, true));
        addRule(false, 0, m_size.width());
        addCells(cells, widths, letters(11, false));
    }
}

qreal TillPages::heightUsed() const
{
    qreal used = 0;
    for (const Piece &piece : m_pages.first())
        used = qMax(used, piece.place.bottom());
    return used;
}

void TillPages::paint(QPainter &painter, int page) const
{
    for (const Piece &piece : m_pages[page]) {
        painter.setFont(piece.font);
        painter.setPen(QPen(Qt::black, 1, piece.isDashed ? Qt::DashLine : Qt::SolidLine));
        if (piece.isRule)
            painter.drawLine(piece.place.topLeft(), piece.place.topRight());
        else
            painter.drawText(piece.place, piece.flags | Qt::TextDontClip, piece.text);
    }
    if (count() == 1)
        return;
    painter.setFont(letters(11, false));
    painter.setPen(Qt::black);
    painter.drawText(QRectF(0, m_size.height() - kFoot, m_size.width(), kFoot), Qt::AlignHCenter | Qt::AlignBottom,
                     tr("%1 of %2").arg(page + 1).arg(count()));
}

bool TillPages::print(const desk::PrintedTill &till, QPagedPaintDevice &paper)
{
    const qreal scale = paper.logicalDpiY() / kDotsPerInch;
    const TillPages pages(till, {paper.width() / scale, paper.height() / scale});
    QPainter painter;
    if (!painter.begin(&paper))
        return false;
    painter.scale(scale, scale);
    for (int i = 0; i < pages.count(); ++i) {
        if (i > 0 && !paper.newPage())
            return false;
        pages.paint(painter, i);
    }
    return painter.end();
}

} // namespace balcao::ui
