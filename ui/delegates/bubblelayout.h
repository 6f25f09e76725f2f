// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Where everything of one row of the thread stands: day line, bubble, quote, words, time and what can be done
// below it. Measured once from ThreadModel's roles, the width and the font; painted many times. GUI thread.
#pragma once

#include <QFont>
#include <QList>
#include <QModelIndex>
#include <QRect>
#include <QTextLayout>

namespace balcao::ui {

struct BubbleLayout
{
    static constexpr int kIcon = 16; ///< px, square

    /// `width` of the whole row, px.
    BubbleLayout(const QModelIndex &index, const QFont &font, int width);
    /// Equal for rows that are laid out alike.
    static QString key(const QModelIndex &index, const QFont &font, int width);

    QTextLayout text;
    QPoint textAt; ///< this and all rectangles are relative to the row
    QRect bubble;
    QRect day;
    QRect quote;
    QRect tail;
    QRect problem;
    QList<QRect> actions;
    int height = 0;

private:
    void layText(const QString &words, const QFont &font, int room);
    void placeDay(const QString &words);
    void placeBubble(const QModelIndex &index);
    void placeProblem(const QModelIndex &index);
    [[nodiscard]] qreal widestLine() const;

    QFont m_font;
    int m_width;
};

} // namespace balcao::ui
