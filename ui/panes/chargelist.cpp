// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/panes/chargelist.h"

#include "ui/panes/formparts.h"
#include "ui/style/chip.h"
#include "ui/style/fonts.h"

#include <QAbstractButton>
#include <QPainter>
#include <QVBoxLayout>

namespace balcao::ui {

namespace {

constexpr int kPad = 6;
constexpr int kGap = 6;
constexpr int kLeast = 28; ///< what a finger or a mouse needs
constexpr int kChip = 78;  ///< all as wide, so that the days stand below each other

/// What does not fit beside the amount stands below it: no amount is ever cut.
class ChargeLineButton final : public QAbstractButton
{
public:
    ChargeLineButton(const desk::ChargeLine &line, const Appearance &appearance, QWidget *parent)
        : QAbstractButton(parent), m_line(line), m_appearance(appearance)
    {
        setObjectName(QStringLiteral("charge"));
        setAccessibleName(line.sentence);
        setFocusPolicy(Qt::StrongFocus);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override
    {
        const int line = qMax(kLeast, QFontMetrics(semibold(smallFont(font()))).height() + kGap);
        return fits(width) ? line : 2 * line - kGap;
    }
    [[nodiscard]] QSize sizeHint() const override { return {whole(), heightForWidth(whole())}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {qMax(amount(), beside()), kLeast}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const Theme &theme = m_appearance.theme();
        if (underMouse())
            painter.fillRect(rect(), theme.hover);
        const bool oneLine = fits(width());
        const int half = oneLine ? height() : height() / 2;
        painter.setFont(semibold(smallFont(font())));
        painter.setPen(theme.text);
        painter.drawText(QRect(0, 0, width(), half), Qt::AlignLeft | Qt::AlignVCenter, m_line.amount);
        paintState(painter, QRect(0, oneLine ? 0 : half, width(), half), theme);
        if (hasFocus()) {
            painter.setPen(QPen(theme.accent, 2));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 4, 4);
        }
    }

private:
    void paintState(QPainter &painter, const QRect &place, const Theme &theme) const
    {
        const ChipColours colours = chipColours(m_line.tone, theme);
        const QFont chip = semibold(captionFont(font()));
        const int tall = qMax(18, QFontMetrics(chip).height() + 2);
        const int wide = shownWidth(place.width());
        const QRect at(place.right() + 1 - wide, place.top() + (place.height() - tall) / 2, wide, tall);
        paintChip(painter, at, colours, theme);
        painter.setFont(chip);
        painter.setPen(colours.ink);
        painter.drawText(at, Qt::AlignCenter, m_line.state);
        painter.setFont(captionFont(font()));
        painter.setPen(theme.text3);
        painter.drawText(place.adjusted(0, 0, -wide - kGap, 0), Qt::AlignRight | Qt::AlignVCenter, m_line.day);
    }
    [[nodiscard]] int amount() const
    {
        return QFontMetrics(semibold(smallFont(font()))).horizontalAdvance(m_line.amount) + 1;
    }
    [[nodiscard]] int chipWidth() const
    {
        return QFontMetrics(semibold(captionFont(font()))).horizontalAdvance(m_line.state) + 2 * kPad;
    }
    /// Where there is no room for that, its words decide.
    [[nodiscard]] int shownWidth(int width) const
    {
        const int even = qMax(chipWidth(), qRound(kChip * textScale()));
        return whole() - chipWidth() + even <= width ? even : chipWidth();
    }
    [[nodiscard]] int beside() const
    {
        return QFontMetrics(captionFont(font())).horizontalAdvance(m_line.day) + kGap + chipWidth();
    }
    [[nodiscard]] int whole() const { return amount() + kGap + beside(); }
    [[nodiscard]] bool fits(int width) const { return whole() <= width; }

    desk::ChargeLine m_line;
    const Appearance &m_appearance;
};

} // namespace

ChargeList::ChargeList(const Appearance &appearance, QWidget *parent) : QWidget(parent), m_appearance(appearance)
{
    setObjectName(QStringLiteral("charges"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    connect(&appearance, &Appearance::changed, this, [this] { update(); });
}

void ChargeList::show(const QList<desk::ChargeLine> &lines)
{
    if (lines == m_shown)
        return; // whoever stands on a line with the keyboard stays there
    m_shown = lines;
    while (QLayoutItem *item = layout()->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    for (qsizetype i = 0; i < lines.size(); ++i) {
        auto *line = new ChargeLineButton(lines[i], m_appearance, this);
        connect(line, &QAbstractButton::clicked, this, [this, i] { Q_EMIT chosen(static_cast<int>(i)); });
        layout()->addWidget(line);
    }
}

} // namespace balcao::ui
