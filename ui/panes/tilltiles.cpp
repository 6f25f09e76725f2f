// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/panes/tilltiles.h"

#include "ui/panes/formparts.h"
#include "ui/style/fonts.h"

#include <QGridLayout>
#include <QResizeEvent>

namespace balcao::ui {

using Group = desk::TillPresenter::Group;

namespace {

constexpr int kGap = 12;

/// What the style sheet goes by.
const char *toneOf(Group group)
{
    switch (group) {
    case Group::Charged:
        return "charged";
    case Group::Bank:
        return "paid";
    case Group::ByHand:
        return "byHand";
    case Group::Open:
        return "open";
    case Group::Stray:
    case Group::Over:
    case Group::Back:
        break;
    }
    return "plain";
}

QFrame *tileOf(const desk::TillPresenter::Tile &tile, QWidget *parent)
{
    auto *frame = new QFrame(parent);
    frame->setObjectName(QStringLiteral("tillTile"));
    frame->setProperty("tone", QString::fromLatin1(toneOf(tile.group)));
    frame->setAccessibleName(tile.name);
    auto *column = new QVBoxLayout(frame);
    column->setContentsMargins(14, 8, 14, 8);
    column->setSpacing(1);
    QLabel *name = plainLabel(tile.name, "second", frame);
    name->setFont(smallFont(name->font()));
    name->setWordWrap(true);
    QLabel *amount = plainLabel(tile.amount, frame);
    amount->setObjectName(QStringLiteral("tillAmount"));
    amount->setFont(semibold(displayFont(amount->font())));
    QLabel *detail = plainLabel(tile.detail, "second", frame);
    detail->setFont(captionFont(detail->font()));
    detail->setWordWrap(true);
    for (QLabel *label : {name, amount, detail})
        column->addWidget(label);
    column->addStretch(1);
    return frame;
}

} // namespace

TillTiles::TillTiles(QWidget *parent) : QWidget(parent), m_grid(new QGridLayout(this))
{
    setObjectName(QStringLiteral("tillTiles"));
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(kGap);
}

void TillTiles::show(const QList<desk::TillPresenter::Tile> &tiles)
{
    if (tiles == m_shown)
        return;
    m_shown = tiles;
    qDeleteAll(m_tiles);
    m_tiles.clear();
    for (const desk::TillPresenter::Tile &tile : tiles)
        m_tiles.append(tileOf(tile, this));
    m_columns = 0;
    arrange();
}

int TillTiles::widest() const
{
    int widest = 1;
    for (const QWidget *tile : m_tiles)
        widest = qMax(widest, tile->minimumSizeHint().width());
    return widest;
}

// Rows of one length, as far as that goes.
void TillTiles::arrange()
{
    const auto count = static_cast<int>(m_tiles.size());
    if (count == 0)
        return;
    const int fit = qBound(1, (width() + kGap) / (widest() + kGap), count);
    const int rows = (count + fit - 1) / fit;
    const int columns = (count + rows - 1) / rows;
    if (std::exchange(m_columns, columns) == columns)
        return;
    for (int i = 0; i < m_grid->columnCount(); ++i)
        m_grid->setColumnStretch(i, 0);
    for (int i = 0; i < count; ++i)
        m_grid->addWidget(m_tiles[i], i / columns, i % columns);
    for (int i = 0; i < columns; ++i)
        m_grid->setColumnStretch(i, 1);
}

QSize TillTiles::minimumSizeHint() const
{
    return {widest(), QWidget::minimumSizeHint().height()};
}

void TillTiles::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

} // namespace balcao::ui
