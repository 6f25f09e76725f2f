// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/panes/wrappedcheckbox.h"

#include <QStyleOptionButton>
#include <QStylePainter>

namespace balcao::ui {

namespace {

constexpr int kWrapped = Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap | Qt::TextShowMnemonic;
constexpr int kTall = 10'000;

} // namespace

WrappedCheckBox::WrappedCheckBox(const QString &text, QWidget *parent) : QCheckBox(text, parent)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum); // fixed would be the height of one line
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

int WrappedCheckBox::indent() const
{
    return style()->pixelMetric(QStyle::PM_IndicatorWidth, nullptr, this) +
           style()->pixelMetric(QStyle::PM_CheckBoxLabelSpacing, nullptr, this);
}

QRect WrappedCheckBox::words(int width) const
{
    return fontMetrics().boundingRect(QRect(indent(), 0, qMax(1, width - indent()), kTall), kWrapped, text());
}

int WrappedCheckBox::heightForWidth(int width) const
{
    return qMax(words(width).height(), QCheckBox::sizeHint().height());
}

QSize WrappedCheckBox::minimumSizeHint() const
{
    int longest = 0;
    const auto all = QStringView(text()).split(u' ');
    for (const QStringView word : all)
        longest = qMax(longest, fontMetrics().horizontalAdvance(word.toString()));
    return {indent() + longest + 2, QCheckBox::minimumSizeHint().height()};
}

void WrappedCheckBox::paintEvent(QPaintEvent *)
{
    QStylePainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    const int line = QCheckBox::sizeHint().height();
    const QRect room = words(width());
    const int top = qMax(0, (line - fontMetrics().height()) / 2);
    QStyleOptionButton box = option;
    box.rect.setHeight(line); // beside the first line
    box.rect = style()->subElementRect(QStyle::SE_CheckBoxIndicator, &box, this);
    painter.drawPrimitive(QStyle::PE_IndicatorCheckBox, box);
    const QRect text(room.left(), top, width() - room.left(), height() - top);
    style()->drawItemText(&painter, text, kWrapped, option.palette, isEnabled(), option.text, QPalette::WindowText);
    if (!(option.state & QStyle::State_HasFocus))
        return;
    QStyleOptionFocusRect focus;
    focus.initFrom(this);
    focus.rect = QRect(room.left() - 2, top, room.width() + 4, room.height()).intersected(rect());
    painter.drawPrimitive(QStyle::PE_FrameFocusRect, focus);
}

} // namespace balcao::ui
