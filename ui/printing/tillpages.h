// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// A day's report as pages: on a roll the slip alone, on a sheet the slip and the charges below it. Black on white, in
// px of 1/96 inch whatever the paper's own dots are, so that the screen shows what will come out.
#pragma once

#include "desk/printedtill.h"

#include <QCoreApplication>
#include <QFont>
#include <QRectF>

class QPagedPaintDevice;
class QPainter;

namespace balcao::ui {

class TillPages
{
    Q_DECLARE_TR_FUNCTIONS(balcao::ui::TillPages)

public:
    /// `size`: where letters may stand.
    TillPages(const desk::PrintedTill &till, const QSizeF &size);

    [[nodiscard]] int count() const { return static_cast<int>(m_pages.size()); }
    [[nodiscard]] bool isNarrow() const { return m_narrow; }
    void paint(QPainter &painter, int page) const;
    /// What the first page takes of its height.
    [[nodiscard]] qreal heightUsed() const;

    /// All pages, one after another; false: the paper gave up.
    static bool print(const desk::PrintedTill &till, QPagedPaintDevice &paper);

private:
    struct Piece
    {
        QRectF place;
        QString text;
        QFont font;
        int flags = 0;
        bool isRule = false;
        bool isDashed = false;
    };
    using Page = QList<Piece>;

    [[nodiscard]] QFont letters(qreal px, bool bold) const;
    /// Makes room; another page when there is none.
    void turnPage();
    qreal take(qreal height);
    void addRow(const desk::PrintedTillLine &line, const QFont &font);
    void addWords(const QString &text, const QFont &font, int flags);
    void addRule(bool dashed, qreal from = 0, qreal to = 0);
    void addLine(const desk::PrintedTillLine &line);
    void addTable(const desk::PrintedTill &till);
    void addCells(const QStringList &cells, const QList<qreal> &widths, const QFont &font);

    QSizeF m_size;
    bool m_narrow;
    qreal m_y = 0;
    QList<Page> m_pages;
};

} // namespace balcao::ui
