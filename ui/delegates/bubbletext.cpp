// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/delegates/bubbletext.h"

#include "core/text.h"
#include "ui/style/fonts.h"

#include <QFontDatabase>
#include <QFontInfo>
#include <QtMath>

namespace balcao::ui {

namespace {

constexpr qreal kLine = 18;
constexpr qreal kLetters = 13;

QTextLayout::FormatRange rangeOf(qsizetype start, qsizetype length, const QTextCharFormat &format)
{
    return {static_cast<int>(start), static_cast<int>(length), format};
}

QTextCharFormat formatOf(Marks marks, const QFont &font)
{
    QTextCharFormat format;
    if (marks & Mark::Bold)
        format.setFontWeight(QFont::DemiBold);
    if (marks & Mark::Italic)
        format.setFontItalic(true);
    if (marks & Mark::Strike)
        format.setFontStrikeOut(true);
    if (marks & Mark::Code) {
        format.setFontFamilies({QFontDatabase::systemFont(QFontDatabase::FixedFont).family()});
        format.setFontPointSize(font.pointSizeF());
    }
    return format;
}

} // namespace

void BubbleText::measure(const Words &words, const QFont &font, int room)
{
    MarkedText marked;
    if (words.plain)
        marked.text = words.text;
    else
        marked = markedText(words.text);
    const QString lead = words.lead.isEmpty() || marked.text.isEmpty() ? words.lead : words.lead + u' ';
    m_lead = lead.size();
    m_links = marked.links;
    for (WebLink &link : m_links)
        link.start += m_lead;
    QString whole = lead + marked.text;
    m_layout.setText(whole.replace(u'\n', QChar::LineSeparator));
    m_layout.setFont(font);
    m_layout.setFormats(formats(marked, font));
    QTextOption wrap;
    wrap.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_layout.setTextOption(wrap);
    m_layout.beginLayout();
    // As drawn, 18 px for letters of 13; a font that needs more has it.
    const qreal least = QFontInfo(font).pixelSize() * kLine / kLetters;
    qreal y = 0;
    for (QTextLine line = m_layout.createLine(); line.isValid(); line = m_layout.createLine()) {
        line.setLineWidth(room);
        const qreal height = qMax(line.height(), least);
        line.setPosition({0, y + (height - line.height()) / 2});
        y += height;
    }
    m_layout.endLayout();
    m_height = qCeil(y);
}

QList<QTextLayout::FormatRange> BubbleText::formats(const MarkedText &marked, const QFont &font) const
{
    QList<QTextLayout::FormatRange> ranges;
    if (m_lead > 0)
        ranges.append(rangeOf(0, m_lead, formatOf(Mark::Bold, font)));
    for (const MarkRun &run : marked.runs)
        ranges.append(rangeOf(run.start + m_lead, run.length, formatOf(run.marks, font)));
    QTextCharFormat underlined;
    underlined.setFontUnderline(true);
    for (const WebLink &link : m_links)
        ranges.append(rangeOf(link.start, link.length, underlined));
    return ranges;
}

int BubbleText::width() const
{
    qreal widest = 0;
    for (int i = 0; i < m_layout.lineCount(); ++i)
        widest = qMax(widest, m_layout.lineAt(i).naturalTextWidth());
    return qCeil(widest);
}

int BubbleText::lastLineWidth() const
{
    const int lines = m_layout.lineCount();
    return lines == 0 || isEmpty() ? 0 : qCeil(m_layout.lineAt(lines - 1).naturalTextWidth());
}

int BubbleText::height() const
{
    return isEmpty() ? 0 : m_height;
}

// Colours are laid over when painting, so that a change of scheme measures nothing anew.
QList<QTextLayout::FormatRange> BubbleText::colours(const BubblePaint &paint) const
{
    QList<QTextLayout::FormatRange> ranges;
    QTextCharFormat link;
    link.setForeground(paint.theme.accent);
    for (const WebLink &one : m_links)
        ranges.append(rangeOf(one.start, one.length, link));
    QTextCharFormat lead;
    lead.setForeground(paint.theme.noteText);
    if (m_lead > 0)
        ranges.append(rangeOf(0, m_lead, lead));
    if (paint.found.isEmpty())
        return ranges;
    QTextCharFormat mark;
    mark.setBackground(paint.theme.mark);
    mark.setForeground(paint.theme.text);
    const auto matches = wordMatches(m_layout.text(), paint.found);
    for (const auto &[start, length] : matches)
        ranges.append(rangeOf(start, length, mark));
    return ranges;
}

void BubbleText::paint(const BubblePaint &paint, const QPoint &topLeft, const QRect &within, const QColor &colour) const
{
    if (isEmpty())
        return;
    paint.painter.save();
    paint.painter.setClipRect(within, Qt::IntersectClip);
    paint.painter.setPen(colour);
    // Lines beyond the window cost as much as those in it: a text of thousands of emoji has hundreds of them.
    const QRectF window = paint.painter.worldTransform().inverted().mapRect(QRectF(paint.painter.window()));
    m_layout.draw(&paint.painter, topLeft, colours(paint), window & paint.painter.clipBoundingRect());
    paint.painter.restore();
}

const WebLink *BubbleText::linkAt(const QPoint &place) const
{
    for (int i = 0; i < m_layout.lineCount() && !m_links.isEmpty(); ++i) {
        const QTextLine line = m_layout.lineAt(i);
        if (!line.naturalTextRect().contains(place))
            continue;
        const int at = line.xToCursor(place.x(), QTextLine::CursorOnCharacter);
        for (const WebLink &link : m_links) {
            if (at >= link.start && at < link.start + link.length)
                return &link;
        }
    }
    return nullptr;
}

} // namespace balcao::ui
