// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/printing/threadpages.h"

#include <QApplication>
#include <QFontMetricsF>
#include <QPainter>

namespace balcao::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qreal kMmPerInch = 25.4;
constexpr qreal kNarrowMm = 100;
constexpr qreal kFootMm = 8;

struct Letters
{
    qreal wide;   ///< points on a sheet
    qreal narrow; ///< and on a roll
    bool bold;
};

} // namespace

ThreadPages::ThreadPages(const desk::PrintedThread &thread, QPaintDevice &paper)
    : m_paper(paper),
      m_dotsPerMm(paper.logicalDpiY() / kMmPerInch),
      m_size(paper.width(), paper.height()),
      m_narrow(m_size.width() < kNarrowMm * m_dotsPerMm)
{
    add(thread.shop, Style::Shop);
    add(thread.phone.isEmpty() ? thread.customer : thread.customer + u" · "_s + thread.phone, Style::Customer);
    add(thread.range, Style::Fact);
    add(thread.made, Style::Fact);
    for (const desk::PrintedLine &line : thread.lines) {
        add(line.day, Style::Day);
        add(line.head, Style::Head);
        add(line.text, line.head.isEmpty() ? Style::Alone : Style::Text);
        add(line.state, Style::State);
    }
}

void ThreadPages::add(const QString &text, Style style)
{
    if (text.isEmpty())
        return;
    Paragraph made;
    made.text = text;
    made.text.replace(u'\n', QChar::LineSeparator);
    made.style = style;
    m_paragraphs.push_back(std::move(made));
}

QFont ThreadPages::fontOf(Style style) const
{
    const auto letters = [style]() -> Letters {
        switch (style) {
        case Style::Shop:
            return {13, 10, true};
        case Style::Customer:
            return {11, 9, true};
        case Style::Day:
        case Style::Head:
            return {9, 7.5, true};
        case Style::Fact:
        case Style::State:
        case Style::Alone:
            return {8.5, 7, false};
        case Style::Text:
            break;
        }
        return {10, 8, false};
    }();
    QFont font(QApplication::font().families()); // of the screen; how large it is there is the screen's matter
    font.setPointSizeF(m_narrow ? letters.narrow : letters.wide);
    font.setWeight(letters.bold ? QFont::DemiBold : QFont::Normal);
    return font;
}

qreal ThreadPages::gapAbove(Style style) const
{
    const auto gap = [style] {
        switch (style) {
        case Style::Day:
            return 5.0;
        case Style::Head:
        case Style::Alone:
            return 2.5;
        case Style::Shop:
        case Style::Customer:
            return 1.5;
        case Style::Fact:
        case Style::Text:
        case Style::State:
            break;
        }
        return 0.4;
    }();
    return mm(m_narrow ? gap * 0.6 : gap);
}

bool ThreadPages::staysWithNext(Style style)
{
    return style == Style::Day || style == Style::Head || style == Style::Shop;
}

bool ThreadPages::layOutNext()
{
    if (m_laidOut < m_paragraphs.size()) {
        Paragraph &one = m_paragraphs[m_laidOut++];
        one.layout = std::make_unique<QTextLayout>(one.text, fontOf(one.style), &m_paper);
        QTextOption wrap;
        wrap.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        one.layout->setTextOption(wrap);
        one.layout->beginLayout();
        for (QTextLine line = one.layout->createLine(); line.isValid(); line = one.layout->createLine()) {
            line.setLineWidth(m_size.width());
            line.setPosition({0, one.height});
            one.height += line.height();
        }
        one.layout->endLayout();
        return true;
    }
    if (m_pages.empty()) {
        breakInto(m_size.height());
        if (m_pages.size() > 1) // only then have they numbers
            breakInto(m_size.height() - mm(kFootMm));
    }
    return false;
}

qreal ThreadPages::leastOf(std::size_t paragraph) const
{
    qreal least = 0;
    for (; paragraph < m_paragraphs.size(); ++paragraph) {
        const Paragraph &one = m_paragraphs[paragraph];
        if (!staysWithNext(one.style))
            return least + (one.layout->lineCount() > 0 ? one.layout->lineAt(0).height() : 0);
        least += one.height + (paragraph + 1 < m_paragraphs.size() ? gapAbove(m_paragraphs[paragraph + 1].style) : 0);
    }
    return least;
}

void ThreadPages::breakInto(qreal height)
{
    m_pages.assign(1, {});
    qreal y = 0;
    for (std::size_t i = 0; i < m_paragraphs.size(); ++i) {
        const QTextLayout &layout = *m_paragraphs[i].layout;
        y += y > 0 ? gapAbove(m_paragraphs[i].style) : 0;
        if (y > 0 && y + leastOf(i) > height && leastOf(i) <= height) {
            m_pages.emplace_back();
            y = 0;
        }
        Piece piece{i, 0, -1, y};
        for (int line = 0; line < layout.lineCount(); ++line) {
            const qreal high = layout.lineAt(line).height();
            if (y > 0 && y + high > height) {
                if (piece.last >= piece.first)
                    m_pages.back().push_back(piece);
                m_pages.emplace_back();
                y = 0;
                piece = {i, line, line - 1, y};
            }
            piece.last = line;
            y += high;
        }
        if (piece.last >= piece.first)
            m_pages.back().push_back(piece);
    }
}

void ThreadPages::paint(QPainter &painter, int page) const
{
    painter.setPen(Qt::black);
    for (const Piece &piece : m_pages[static_cast<std::size_t>(page)]) {
        const QTextLayout &layout = *m_paragraphs[piece.paragraph].layout;
        const QTextLine first = layout.lineAt(piece.first);
        const QTextLine last = layout.lineAt(piece.last);
        const qreal high = last.y() + last.height() - first.y();
        const qreal edge = qMin(first.height(), last.height()) / 4; // its neighbours do not reach in
        const QRectF lines(0, piece.top + edge, m_size.width(), high - 2 * edge);
        layout.draw(&painter, {0, piece.top - first.y()}, {}, lines);
    }
    if (count() > 1)
        paintFoot(painter, page);
}

bool ThreadPages::endsWithAHead(int page) const
{
    const std::vector<Piece> &pieces = m_pages[static_cast<std::size_t>(page)];
    return !pieces.empty() && staysWithNext(m_paragraphs[pieces.back().paragraph].style);
}

void ThreadPages::paintFoot(QPainter &painter, int page) const
{
    const QFont font = fontOf(Style::State);
    painter.setFont(font);
    painter.drawText(QRectF(0, m_size.height() - mm(kFootMm), m_size.width(), mm(kFootMm)),
                     Qt::AlignHCenter | Qt::AlignBottom | Qt::TextSingleLine,
                     tr("%1 of %2").arg(page + 1).arg(count()));
}

} // namespace balcao::ui
