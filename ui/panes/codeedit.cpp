// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/panes/codeedit.h"

#include "ui/panes/formparts.h"
#include "ui/style/fonts.h"

#include <QMouseEvent>
#include <QPainter>

namespace balcao::ui {

namespace {

constexpr QSize kBox(36, 44);
constexpr int kGap = 6;
constexpr int kBetween = 21; ///< the halves
constexpr int kHalf = 4;
constexpr int kBoxes = 2 * kHalf;
constexpr int kRadius = 6;

bool isLetter(QChar one)
{
    return one.isLetterOrNumber();
}

} // namespace

CodeEdit::CodeEdit(const Appearance &appearance, QWidget *parent) : QLineEdit(parent), m_appearance(appearance)
{
    setMinimumHeight(kBox.height());
    connect(this, &QLineEdit::textEdited, this, &CodeEdit::tidy);
    connect(this, &QLineEdit::cursorPositionChanged, this, [this] { update(); });
    connect(this, &QLineEdit::selectionChanged, this, [this] { update(); });
}

// As it is read out, whatever was typed or pasted: "K7QF-29XM".
void CodeEdit::tidy()
{
    const int before = lettersBefore(cursorPosition());
    QString letters = text().toUpper();
    letters.removeIf([](QChar one) { return !isLetter(one); });
    letters.truncate(kBoxes);
    if (letters.size() > kHalf)
        letters.insert(kHalf, u'-');
    if (letters == text())
        return;
    setText(letters);
    setCursorPosition(before + (before > kHalf ? 1 : 0));
}

QSize CodeEdit::sizeHint() const
{
    return {box(kBoxes - 1).right() + 1, box(0).height()};
}

QSize CodeEdit::minimumSizeHint() const
{
    return sizeHint();
}

QRect CodeEdit::box(int at) const
{
    const qreal scale = textScale();
    const int step = at * (kBox.width() + kGap) + (at < kHalf ? 0 : kBetween - kGap);
    return {QPoint(qRound(step * scale), 0), QSize(qRound(kBox.width() * scale), qRound(kBox.height() * scale))};
}

int CodeEdit::lettersBefore(int place) const
{
    const QString before = text().left(place);
    return static_cast<int>(std::count_if(before.cbegin(), before.cend(), isLetter));
}

void CodeEdit::paintEvent(QPaintEvent *)
{
    const Theme &theme = m_appearance.theme();
    QString letters = text();
    letters.removeIf([](QChar one) { return !isLetter(one); });
    const int caret = qMin(lettersBefore(cursorPosition()), kBoxes - 1);
    const int from = hasSelectedText() ? lettersBefore(selectionStart()) : kBoxes;
    const int to = hasSelectedText() ? lettersBefore(selectionEnd()) : 0;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(semibold(titleFont(font())));
    for (int i = 0; i < kBoxes; ++i) {
        const bool here = hasFocus() && i == caret && !hasSelectedText();
        const bool selected = i >= from && i < to;
        const qreal pen = here ? 2 : 1;
        painter.setPen(QPen(here ? theme.accent : theme.borderStrong, pen));
        painter.setBrush(selected ? theme.accent : theme.surface);
        painter.drawRoundedRect(QRectF(box(i)).adjusted(pen / 2, pen / 2, -pen / 2, -pen / 2), kRadius, kRadius);
        painter.setPen(selected ? theme.onAccent : theme.text);
        if (i < letters.size())
            painter.drawText(box(i), Qt::AlignCenter, letters.mid(i, 1));
        else if (here)
            painter.fillRect(QRect(box(i).center().x(), box(i).center().y() - painter.fontMetrics().ascent() / 2, 1,
                                   painter.fontMetrics().ascent()),
                             theme.text);
    }
    painter.setPen(theme.text3);
    painter.drawText(QRect(QPoint(box(kHalf - 1).right(), 0), QPoint(box(kHalf).left(), box(0).bottom())),
                     Qt::AlignCenter, QStringLiteral("–"));
}

// Into the box that is pressed, or behind the last letter.
void CodeEdit::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return QLineEdit::mousePressEvent(event);
    int place = 0;
    const QPoint at = event->position().toPoint();
    while (place < text().size() && at.x() > box(qMin(lettersBefore(place), kBoxes - 1)).right())
        ++place;
    deselect();
    setCursorPosition(place);
    event->accept();
}

void CodeEdit::mouseMoveEvent(QMouseEvent *event)
{
    event->accept(); // letters are not where a line of text would have them
}

} // namespace balcao::ui
