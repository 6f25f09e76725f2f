// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/panes/threadview.h"

#include "ui/delegates/messagedelegate.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QScopedValueRollback>
#include <QScrollBar>

namespace balcao::ui {

namespace {

constexpr int kNearlyThere = 4; ///< px

} // namespace

ThreadView::ThreadView(QWidget *parent) : QListView(parent)
{
    setSelectionMode(ExtendedSelection);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setResizeMode(Adjust);
    setEditTriggers(NoEditTriggers);
    setMouseTracking(true);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &ThreadView::scrolled);
}

void ThreadView::scrolled()
{
    if (m_settling)
        return;
    const QScrollBar *bar = verticalScrollBar();
    remember();
    setAtEnd(m_endIsNewest && bar->value() >= bar->maximum() - kNearlyThere);
    tellEnds();
}

void ThreadView::settle()
{
    executeDelayedItemsLayout();
    tellEnds();
}

void ThreadView::tellEnds()
{
    const QScrollBar *bar = verticalScrollBar();
    const int half = viewport()->height() / 2;
    if (bar->value() < half)
        Q_EMIT nearTop();
    if (bar->maximum() - bar->value() < half)
        Q_EMIT nearEnd();
}

void ThreadView::setAtEnd(bool atEnd)
{
    if (atEnd == m_atEnd)
        return;
    m_atEnd = atEnd;
    Q_EMIT atEndChanged(atEnd);
}

// Three rows, in case that the first is the one that goes.
void ThreadView::remember()
{
    m_anchors.clear();
    for (const int part : {0, 1, 2}) {
        const int y = part * (viewport()->height() - 1) / 2;
        const QModelIndex index = indexAt({viewport()->width() / 2, y});
        if (index.isValid())
            m_anchors.append({index, visualRect(index).top()});
    }
}

void ThreadView::restore()
{
    QScrollBar *bar = verticalScrollBar();
    if (m_atEnd)
        return bar->setValue(bar->maximum());
    for (const Anchor &anchor : std::as_const(m_anchors)) {
        if (anchor.index.isValid())
            return bar->setValue(bar->value() + visualRect(anchor.index).top() - anchor.top);
    }
}

void ThreadView::doItemsLayout()
{
    {
        const QScopedValueRollback settling(m_settling, true);
        QListView::doItemsLayout();
        restore();
    }
    if (!m_settling)
        tellEnds();
}

void ThreadView::updateGeometries()
{
    const QScopedValueRollback settling(m_settling, true);
    const int room = height() - 2 * frameWidth() - contentsSize().height();
    const QMargins wanted(0, qMax(0, room), 0, 0);
    if (viewportMargins() != wanted)
        setViewportMargins(wanted); // the rows keep their width, so this is not asked for twice
    QListView::updateGeometries();
    if (m_atEnd)
        verticalScrollBar()->setValue(verticalScrollBar()->maximum());
}

void ThreadView::resizeEvent(QResizeEvent *event)
{
    QListView::resizeEvent(event);
    if (event->size().width() == event->oldSize().width())
        return;
    scheduleDelayedItemsLayout(); // Qt asks for one only when the height has changed, too
    executeDelayedItemsLayout();  // at once: rows of the old height with words of the new width are no picture
}

void ThreadView::goToEnd()
{
    {
        const QScopedValueRollback settling(m_settling, true);
        executeDelayedItemsLayout();
        verticalScrollBar()->setValue(verticalScrollBar()->maximum());
    }
    scrolled();
}

void ThreadView::showRow(const QModelIndex &index, ScrollHint hint)
{
    {
        const QScopedValueRollback settling(m_settling, true);
        executeDelayedItemsLayout();
        scrollTo(index, hint);
    }
    scrolled(); // also when nothing moved
}

void ThreadView::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const bool menu = event->key() == Qt::Key_F10 && event->modifiers() == Qt::ShiftModifier;
    if (event->matches(QKeySequence::Copy))
        Q_EMIT copyRequested();
    else if (menu && currentIndex().isValid())
        openMenu(currentIndex());
    else if (event->key() == Qt::Key_End && event->modifiers() == Qt::NoModifier)
        Q_EMIT endRequested();
    else if (enter && !event->isAutoRepeat() && currentIndex().isValid())
        Q_EMIT chosen(currentIndex());
    else
        QListView::keyPressEvent(event);
}

void ThreadView::openMenu(const QModelIndex &index)
{
    const QRect row = visualRect(index).intersected(viewport()->rect());
    Q_EMIT menuRequested(index, viewport()->mapToGlobal(row.center()));
}

void ThreadView::contextMenuEvent(QContextMenuEvent *event)
{
    if (event->reason() == QContextMenuEvent::Keyboard) {
        if (currentIndex().isValid())
            openMenu(currentIndex());
        return;
    }
    const QModelIndex index = indexAt(event->pos());
    if (index.isValid())
        Q_EMIT menuRequested(index, event->globalPos());
}

void ThreadView::mouseMoveEvent(QMouseEvent *event)
{
    QListView::mouseMoveEvent(event);
    const QPoint place = event->position().toPoint();
    const QModelIndex index = indexAt(place);
    const auto *delegate = qobject_cast<const MessageDelegate *>(itemDelegate());
    if (!index.isValid() || !delegate)
        return viewport()->unsetCursor();
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    option.rect = visualRect(index);
    const bool isLink = delegate->hit(option, index, place).what != BubbleHit::What::Nothing;
    viewport()->setCursor(isLink ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

} // namespace balcao::ui
