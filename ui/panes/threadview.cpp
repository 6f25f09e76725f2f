// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/panes/threadview.h"

#include <QKeyEvent>

namespace balcao::ui {

void ThreadView::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!enter || event->isAutoRepeat() || !currentIndex().isValid())
        return QListView::keyPressEvent(event);
    Q_EMIT chosen(currentIndex());
}

void ThreadView::updateGeometries()
{
    const int room = height() - 2 * frameWidth() - contentsSize().height();
    const QMargins wanted(0, qMax(0, room), 0, 0);
    if (viewportMargins() != wanted)
        setViewportMargins(wanted); // the rows keep their width, so this is not asked for twice
    QListView::updateGeometries();
}

} // namespace balcao::ui
