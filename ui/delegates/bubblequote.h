// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// What a message answers: whose it is and how it begins, in one line with a bar at its left. GUI thread.
#pragma once

#include "ui/delegates/bubblepart.h"

namespace balcao::ui {

class BubbleQuote
{
public:
    void measure(const QString &author, const QString &words, const QFont &font);
    [[nodiscard]] bool isEmpty() const { return m_words.isEmpty(); }
    /// With nothing cut off.
    [[nodiscard]] int width() const { return m_width; }
    /// With the space below it; 0 when there is none.
    [[nodiscard]] int height() const { return m_height; }
    void paint(const BubblePaint &paint, const QRect &place) const;

    QRect rect; ///< where it was put

private:
    QString m_author;
    QString m_words;
    int m_width = 0;
    int m_height = 0;
};

} // namespace balcao::ui
