// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// What stands around bubbles: the line of a day, the line above what is unread, reactions below. GUI thread.
#pragma once

#include "ui/delegates/bubblepart.h"

namespace balcao::ui {

/// Words in the middle of a hairline.
class BubbleLine
{
public:
    /// Puts it at `top`; the height of it, 0 without words.
    int place(const QString &words, int top, int width, const QFont &font);
    [[nodiscard]] bool isEmpty() const { return m_words.isEmpty(); }
    void paint(const BubblePaint &paint, const QColor &line, const QColor &letters) const;

private:
    QString m_words;
    QRect m_rect;
};

/// Chips that hang from the bubble's lower edge.
class BubbleChips
{
public:
    /// Hangs them from `bubble`; how far below it they reach.
    int place(const QStringList &chips, const QRect &bubble, const QFont &font);
    void paint(const BubblePaint &paint) const;

private:
    QStringList m_chips;
    QList<QRect> m_places;
};

} // namespace balcao::ui
