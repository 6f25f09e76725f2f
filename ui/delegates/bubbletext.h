// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The words of a bubble: WhatsApp's marks as letters of another kind, addresses underlined, nothing read as markup.
// GUI thread.
#pragma once

#include "core/markedtext.h"
#include "ui/delegates/bubblepart.h"

#include <QTextLayout>

namespace balcao::ui {

class BubbleText
{
public:
    struct Words
    {
        QString lead; ///< ours, bold, before the text
        QString text;
        bool plain = false; ///< nothing in it is a mark or a link
    };

    /// `room` px at most.
    void measure(const Words &words, const QFont &font, int room);
    [[nodiscard]] bool isEmpty() const { return m_layout.text().isEmpty(); }
    [[nodiscard]] int width() const;
    [[nodiscard]] int lastLineWidth() const;
    [[nodiscard]] int height() const;

    /// Clipped to `within`: marks piled on a letter stay in their bubble.
    void paint(const BubblePaint &paint, const QPoint &topLeft, const QRect &within, const QColor &colour) const;
    /// The link at that place, relative to the text's own corner.
    [[nodiscard]] const WebLink *linkAt(const QPoint &place) const;

private:
    [[nodiscard]] QList<QTextLayout::FormatRange> formats(const MarkedText &marked, const QFont &font) const;
    [[nodiscard]] QList<QTextLayout::FormatRange> colours(const BubblePaint &paint) const;

    QTextLayout m_layout;
    QList<WebLink> m_links;
    qsizetype m_lead = 0; ///< letters of it
    int m_height = 0;
};

} // namespace balcao::ui
