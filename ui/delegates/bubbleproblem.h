// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Below a bubble: what went wrong, and what can be done about it. GUI thread.
#pragma once

#include "ui/delegates/bubblepart.h"

namespace balcao::ui {

class BubbleProblem
{
public:
    void measure(const QString &words, const QStringList &actions, const QFont &font);
    [[nodiscard]] bool isEmpty() const { return m_words.isEmpty(); }
    /// Puts it below `top`, its end at `right`; what does not fit in `room` takes a second line. The height of it.
    int place(int top, int right, int room);
    void paint(const BubblePaint &paint) const;
    /// The action at that place of the row; -1: none.
    [[nodiscard]] int actionAt(const QPoint &place) const;
    [[nodiscard]] const QList<QRect> &actionRects() const { return m_places; }

private:
    QString m_words;
    QStringList m_actions;
    QList<QRect> m_places;
    QRect m_line;
    QList<int> m_widths;
    int m_wordsWidth = 0;
    int m_height = 0;
};

} // namespace balcao::ui
