// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// A conversation as pages: black letters on white, as wide as the paper is, from A4 to the roll of a receipt printer.
// Draws what it is given as letters and nothing else; no markup, no pictures, no links.
#pragma once

#include "desk/printedthread.h"

#include <QCoreApplication>
#include <QFont>
#include <QTextLayout>

#include <memory>
#include <vector>

class QPainter;
class QPaintDevice;

namespace balcao::ui {

class ThreadPages
{
    Q_DECLARE_TR_FUNCTIONS(balcao::ui::ThreadPages)

public:
    /// `paper` outlives it; its size and its dots are measured now.
    ThreadPages(const desk::PrintedThread &thread, QPaintDevice &paper);

    /// Lays out one more paragraph; false: there was none left, and the pages stand.
    bool layOutNext();
    /// Both once all is laid out.
    [[nodiscard]] int count() const { return static_cast<int>(m_pages.size()); }
    void paint(QPainter &painter, int page) const;
    /// What stands last there belongs to what comes next; never, but for what is taller than a page.
    [[nodiscard]] bool endsWithAHead(int page) const;
    /// The roll of a receipt printer.
    [[nodiscard]] bool isNarrow() const { return m_narrow; }

private:
    enum class Style { Shop, Customer, Fact, Day, Head, Text, State, Alone };

    struct Paragraph
    {
        QString text;
        Style style = Style::Text;
        std::unique_ptr<QTextLayout> layout;
        qreal height = 0;
    };
    /// Lines of one paragraph that stand on one page.
    struct Piece
    {
        std::size_t paragraph = 0;
        int first = 0;
        int last = 0;
        qreal top = 0;
    };

    void add(const QString &text, Style style);
    [[nodiscard]] QFont fontOf(Style style) const;
    [[nodiscard]] qreal gapAbove(Style style) const;
    [[nodiscard]] static bool staysWithNext(Style style);
    [[nodiscard]] qreal mm(qreal length) const { return length * m_dotsPerMm; }
    /// What has to stand on the page where this paragraph begins.
    [[nodiscard]] qreal leastOf(std::size_t paragraph) const;
    void breakInto(qreal height);
    void paintFoot(QPainter &painter, int page) const;

    QPaintDevice &m_paper;
    qreal m_dotsPerMm;
    QSizeF m_size;
    bool m_narrow;
    std::vector<Paragraph> m_paragraphs;
    std::size_t m_laidOut = 0;
    std::vector<std::vector<Piece>> m_pages;
};

} // namespace balcao::ui
