// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Where everything of one row of the thread stands: lines above, bubble with its parts, what can be done below it.
// Measured once from ThreadModel's roles, the width and the font; painted many times. GUI thread.
#pragma once

#include "ui/delegates/bubblecard.h"
#include "ui/delegates/bubblefoot.h"
#include "ui/delegates/bubblelines.h"
#include "ui/delegates/bubblepix.h"
#include "ui/delegates/bubbleproblem.h"
#include "ui/delegates/bubblequote.h"
#include "ui/delegates/bubbletext.h"

#include <QModelIndex>

namespace balcao::ui {

/// What a click on a row meant.
struct BubbleHit
{
    enum class What { Nothing, Action, Link, More, Quote };

    What what = What::Nothing;
    int action = -1;
    WebLink link;
};

class BubbleLayout
{
public:
    /// `width` of the whole row, px.
    BubbleLayout(const QModelIndex &index, const QFont &font, int width);

    /// Whether another one speaks than in the row above.
    [[nodiscard]] static bool turns(const QModelIndex &index);
    [[nodiscard]] int height() const { return m_height; }
    [[nodiscard]] QRect bubble() const { return m_bubble; }
    [[nodiscard]] const QList<QRect> &actionRects() const { return m_problem.actionRects(); }
    void paint(const BubblePaint &paint) const;
    /// At a place of the row.
    [[nodiscard]] BubbleHit hit(const QPoint &place) const;

private:
    void measure(const QModelIndex &index);
    void placeLines(const QModelIndex &index);
    void placeBubble();
    void placeParts();
    void placeBelow(const QModelIndex &index);
    void paintShape(const BubblePaint &paint) const;
    [[nodiscard]] QColor textColour(const BubblePaint &paint) const;
    [[nodiscard]] int innerRoom() const;
    [[nodiscard]] bool isSystem() const { return m_kind == desk::BubbleKind::System; }

    QFont m_font;
    int m_width;
    bool m_turns;
    desk::BubbleKind m_kind;
    bool m_muted = false; ///< our own words in place of a message

    BubbleLine m_day;
    BubbleLine m_unread;
    BubbleLine m_offline;
    BubbleQuote m_quote;
    BubbleCard m_card;
    BubblePix m_pix;
    BubbleText m_text;
    BubbleFoot m_foot;
    BubbleChips m_chips;
    BubbleProblem m_problem;
    QString m_icon; ///< before the text
    QString m_more;
    QString m_mark;
    QRect m_bubble;
    QRect m_moreAt;
    QRect m_markAt;
    QPoint m_textAt;
    bool m_footTrails = true;
    int m_height = 0;
};

} // namespace balcao::ui
