// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Who, when, and how far it has come: at the end of a bubble's last line. GUI thread.
#pragma once

#include "ui/delegates/bubblepart.h"

namespace balcao::ui {

class BubbleFoot
{
public:
    void measure(const QString &author, const QString &time, bool ticks, const QFont &font);
    /// With the space before it.
    [[nodiscard]] int width() const { return m_width; }
    [[nodiscard]] int height() const { return m_height; }
    void paint(const BubblePaint &paint, const QRect &place) const;

    QRect rect; ///< where it was put

private:
    QString m_words;
    bool m_ticks = false;
    int m_width = 0;
    int m_height = 0;
};

} // namespace balcao::ui
