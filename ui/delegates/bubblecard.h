// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// What is not text, until it can be seen itself: an icon, what it is, and what there is to know about it. GUI thread.
#pragma once

#include "ui/delegates/bubblepart.h"

namespace balcao::ui {

class BubbleCard
{
public:
    void measure(const QString &icon, const QString &title, const QString &detail, const QFont &font);
    [[nodiscard]] bool isEmpty() const { return m_title.isEmpty(); }
    [[nodiscard]] int width() const { return m_width; }
    [[nodiscard]] int height() const { return m_height; }
    void paint(const BubblePaint &paint, const QRect &place) const;

    QRect rect; ///< where it was put

private:
    QString m_icon;
    QString m_title;
    QString m_detail;
    int m_width = 0;
    int m_height = 0;
};

} // namespace balcao::ui
