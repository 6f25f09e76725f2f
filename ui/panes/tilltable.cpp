// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/panes/tilltable.h"

#include "ui/style/chip.h"
#include "ui/style/fonts.h"

#include <QContextMenuEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>
#include <QStyledItemDelegate>

namespace balcao::ui {

using desk::ChargeTone;
using desk::TillModel;

namespace {

constexpr int kPad = 8;
constexpr int kChipPad = 6;
constexpr int kLeastRow = 28;
constexpr int kAroundLetters = 11; ///< of a row, its line among them
constexpr int kRowsSeen = 4;
constexpr int kLeastName = 9;   ///< letters
constexpr int kMostName = 24;   ///< of a customer, before the description gets the room
constexpr int kLeastWords = 12; ///< of a description, or it goes

ChipColours coloursOf(ChargeTone tone, const Theme &theme)
{
    switch (tone) {
    case ChargeTone::Wrong:
        return {theme.surface, theme.danger}; // its row has the other
    case ChargeTone::Plain:
        return {QColor(), theme.text3};
    default:
        return chipColours(tone, theme);
    }
}

QFont cellFont(const QFont &base, int column)
{
    if (column == TillModel::State)
        return semibold(captionFont(base));
    return column == TillModel::Customer ? semibold(smallFont(base)) : smallFont(base);
}

QFont titleLetters(const QFont &base)
{
    return semibold(captionFont(base));
}

class TillDelegate final : public QStyledItemDelegate
{
public:
    TillDelegate(const Appearance &appearance, QTableView *table)
        : QStyledItemDelegate(table), m_appearance(appearance), m_table(table)
    {
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        painter->save();
        const Theme &theme = m_appearance.theme();
        const bool isCurrent = option.state & QStyle::State_Selected;
        const bool isWrong = index.data(TillModel::WrongRole).toBool();
        painter->fillRect(option.rect, isCurrent ? theme.sel : isWrong ? theme.dangerBg : theme.surface);
        painter->setPen(theme.border);
        painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
        if (index.column() == TillModel::State)
            paintChip(*painter, option, index);
        else
            paintText(*painter, option, index);
        // The whole row has the focus, so its ring goes around all of it.
        if (isCurrent && m_table->hasFocus())
            paintRing(*painter, option.rect, index.column(), theme);
        painter->restore();
    }

private:
    void paintText(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
    {
        const Theme &theme = m_appearance.theme();
        const bool isPale = index.column() == TillModel::Description || index.column() == TillModel::Author;
        painter.setFont(cellFont(option.font, index.column()));
        painter.setPen(isPale ? theme.text2 : theme.text);
        const QRect room = option.rect.adjusted(kPad, 0, -kPad, 0);
        const auto align = static_cast<Qt::Alignment>(index.data(Qt::TextAlignmentRole).toInt());
        const bool isName = index.column() == TillModel::Customer || isPale;
        const QString text = index.data().toString();
        painter.drawText(room, static_cast<int>(align) | Qt::TextSingleLine,
                         isName ? painter.fontMetrics().elidedText(text, Qt::ElideRight, room.width()) : text);
    }
    void paintChip(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
    {
        const Theme &theme = m_appearance.theme();
        const ChipColours colours = coloursOf(static_cast<ChargeTone>(index.data(TillModel::ToneRole).toInt()), theme);
        const bool isChip = colours.fill.isValid();
        painter.setFont(isChip ? cellFont(option.font, TillModel::State) : captionFont(option.font));
        const QString text = index.data().toString();
        const QFontMetrics metrics = painter.fontMetrics();
        const QRect room = option.rect.adjusted(kPad, 0, -kPad, 0);
        const int tall = qMin(room.height() - 4, qMax(18, metrics.height() + 2));
        const QRect chip(room.left(), room.top() + (room.height() - tall) / 2,
                         metrics.horizontalAdvance(text) + 2 * kChipPad, tall);
        if (isChip) {
            painter.setRenderHint(QPainter::Antialiasing);
            ui::paintChip(painter, chip, colours, theme);
        }
        painter.setPen(colours.ink);
        painter.drawText(isChip ? chip : room,
                         static_cast<int>(Qt::AlignVCenter | (isChip ? Qt::AlignHCenter : Qt::AlignLeft)), text);
    }
    void paintRing(QPainter &painter, const QRect &cell, int column, const Theme &theme) const
    {
        painter.setPen(QPen(theme.accent, 2));
        painter.drawLine(cell.left(), cell.top() + 1, cell.right() + 1, cell.top() + 1);
        painter.drawLine(cell.left(), cell.bottom() - 1, cell.right() + 1, cell.bottom() - 1);
        if (column == 0)
            painter.drawLine(cell.left() + 1, cell.top(), cell.left() + 1, cell.bottom());
        if (column == TillModel::State)
            painter.drawLine(cell.right(), cell.top(), cell.right(), cell.bottom());
    }

    const Appearance &m_appearance;
    QTableView *m_table;
};

/// Titles in the letters that they are measured in: a style would bring its own.
class TillHeader final : public QHeaderView
{
public:
    TillHeader(const Appearance &appearance, QWidget *parent)
        : QHeaderView(Qt::Horizontal, parent), m_appearance(appearance)
    {
    }

    [[nodiscard]] QSize sizeHint() const override
    {
        return {1, QFontMetrics(titleLetters(parentWidget()->font())).height() + 2 * kChipPad + 1};
    }

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override
    {
        const Theme &theme = m_appearance.theme();
        painter->save();
        painter->fillRect(rect, theme.surface);
        painter->setPen(theme.border);
        painter->drawLine(rect.bottomLeft(), rect.bottomRight());
        painter->setFont(titleLetters(parentWidget()->font()));
        painter->setPen(theme.text2);
        const int align = model()->headerData(section, Qt::Horizontal, Qt::TextAlignmentRole).toInt();
        painter->drawText(rect.adjusted(kPad, 0, -kPad, 0), align | Qt::TextSingleLine,
                          model()->headerData(section, Qt::Horizontal, Qt::DisplayRole).toString());
        painter->restore();
    }

private:
    const Appearance &m_appearance;
};

/// Of the frame, over cells that know nothing of it.
class RoundCorners final : public QWidget
{
public:
    RoundCorners(const Appearance &appearance, QWidget *parent) : QWidget(parent), m_appearance(appearance)
    {
        setObjectName(QStringLiteral("roundCorners"));
        setAttribute(Qt::WA_TransparentForMouseEvents);
    }

protected:
    void resizeEvent(QResizeEvent *) override
    {
        const QRect inside(rect());
        setMask(QRegion(inside)
                    .subtracted(inside.adjusted(kRadius, 0, -kRadius, 0))
                    .subtracted(inside.adjusted(0, kRadius, 0, -kRadius)));
    }
    void paintEvent(QPaintEvent *) override
    {
        const Theme &theme = m_appearance.theme();
        if (theme.plain)
            return; // its frame is the system's
        QPainterPath frame;
        frame.addRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), kRadius - 0.5, kRadius - 0.5);
        QPainterPath outside;
        outside.addRect(rect());
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.fillPath(outside.subtracted(frame), theme.list);
        painter.strokePath(frame, theme.border);
    }

private:
    static constexpr int kRadius = 8; ///< of #tillTable in the sheet

    const Appearance &m_appearance;
};

} // namespace

TillTable::TillTable(desk::TillModel &model, const Appearance &appearance, QWidget *parent)
    : QTableView(parent), m_model(model), m_corners(new RoundCorners(appearance, this))
{
    setObjectName(QStringLiteral("tillTable"));
    setAccessibleName(tr("The day's charges"));
    setHorizontalHeader(new TillHeader(appearance, this));
    setModel(&model);
    setItemDelegate(new TillDelegate(appearance, this));
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setTabKeyNavigation(false);
    setShowGrid(false);
    setWordWrap(false);
    setEditTriggers(NoEditTriggers);
    setCornerButtonEnabled(false);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    verticalHeader()->hide();
    verticalHeader()->setMinimumSectionSize(kLeastRow);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setMinimumSectionSize(1);
    connect(this, &QTableView::doubleClicked, this,
            [this](const QModelIndex &index) { Q_EMIT openRequested(index.row()); });
    connect(&model, &TillModel::updated, this, &TillTable::fitColumns);
    fitColumns();
}

int TillTable::needed(int column) const
{
    constexpr int kLooked = 500; // a day's charges; whoever has more sees the widest of these
    int widest = QFontMetrics(titleLetters(font())).horizontalAdvance(TillModel::title(column));
    const QFontMetrics metrics(cellFont(font(), column));
    const qsizetype count = qMin<qsizetype>(kLooked, m_model.lines().size());
    for (qsizetype i = 0; i < count; ++i)
        widest = qMax(widest, metrics.horizontalAdvance(TillModel::text(m_model.lines()[i], column)));
    return widest + 2 * kPad + (column == TillModel::State ? 2 * kChipPad : 0) + 1;
}

void TillTable::fitColumns()
{
    const QFontMetrics metrics(cellFont(font(), TillModel::Customer));
    const int letter = qMax(1, metrics.averageCharWidth());
    QList<int> widths(TillModel::kColumns);
    for (int i = 0; i < TillModel::kColumns; ++i)
        widths[i] = needed(i);
    const int customers = qMin(widths[TillModel::Customer], kMostName * letter);
    const int title = QFontMetrics(titleLetters(font())).horizontalAdvance(TillModel::title(TillModel::Author));
    widths[TillModel::Author] = qMin(widths[TillModel::Author], qMax(title + 2 * kPad + 1, kMostName * letter / 2));
    QList<bool> shown(TillModel::kColumns, true);
    const auto rest = [&] { // what is left for names and words
        int left = viewport()->width();
        for (int i = 0; i < TillModel::kColumns; ++i)
            left -= shown[i] && i != TillModel::Customer && i != TillModel::Description ? widths[i] : 0;
        return left;
    };
    const auto wanted = [&] {
        return kLeastName * letter + (shown[TillModel::Description] ? kLeastWords * letter : 0);
    };
    for (const int column : {TillModel::Description, TillModel::Author, TillModel::Bank, TillModel::Time}) {
        if (rest() < wanted())
            shown[column] = false;
    }
    const int left = qMax(0, rest());
    const int named = shown[TillModel::Description] ? qMin(customers, left / 2) : left;
    widths[TillModel::Customer] = named;
    widths[TillModel::Description] = left - named;
    for (int i = 0; i < TillModel::kColumns; ++i) {
        setColumnHidden(i, !shown[i]);
        if (shown[i])
            setColumnWidth(i, qMax(1, widths[i]));
    }
    horizontalHeader()->setFixedHeight(horizontalHeader()->sizeHint().height());
    verticalHeader()->setDefaultSectionSize(qMax(kLeastRow, metrics.height() + kAroundLetters));
}

QSize TillTable::minimumSizeHint() const
{
    const int row = verticalHeader()->defaultSectionSize();
    const int rows = qBound(1, m_model.rowCount(), kRowsSeen);
    return {1, horizontalHeader()->sizeHint().height() + rows * row + 2 * frameWidth()};
}

void TillTable::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!enter)
        return QTableView::keyPressEvent(event);
    if (!event->isAutoRepeat() && currentIndex().isValid())
        Q_EMIT openRequested(currentIndex().row());
}

void TillTable::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index = byKey ? currentIndex() : indexAt(event->pos());
    if (!index.isValid())
        return;
    Q_EMIT menuRequested(index.row(), byKey ? viewport()->mapToGlobal(visualRect(index).center()) : event->globalPos());
}

void TillTable::focusInEvent(QFocusEvent *event)
{
    QTableView::focusInEvent(event);
    if (!currentIndex().isValid() && m_model.rowCount() > 0)
        selectRow(0);
}

void TillTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fitColumns();
    m_corners->setGeometry(rect());
    m_corners->raise();
}

// The style has given the head its letters by then.
void TillTable::showEvent(QShowEvent *event)
{
    QTableView::showEvent(event);
    fitColumns();
}

} // namespace balcao::ui
