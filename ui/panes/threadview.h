// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The list of a thread's rows. It never moves under the reader: who stands at the end stays there, who reads above
// keeps the row that they read, whatever comes, goes or grows. A short thread stands at the bottom, next to where the
// answer is written.
#pragma once

#include <QListView>
#include <QPersistentModelIndex>

namespace balcao::ui {

class ThreadView final : public QListView
{
    Q_OBJECT

public:
    explicit ThreadView(QWidget *parent = nullptr);

    void doItemsLayout() override;
    /// Whether nothing comes after the last row: only then is standing at it to stand at the end.
    void setEndIsNewest(bool newest) { m_endIsNewest = newest; }
    [[nodiscard]] bool isAtEnd() const { return m_atEnd; }
    void goToEnd();
    /// With some of what stands above it.
    void showRow(const QModelIndex &index, ScrollHint hint);
    /// Lays out what has come, then looks again whether there is something to load at either end.
    void settle();

Q_SIGNALS:
    /// Enter on a row; never a click, which would do again what should be asked for.
    void chosen(const QModelIndex &index);
    void copyRequested();
    void menuRequested(const QModelIndex &index, const QPoint &globalPlace);
    /// The End key: what was written last, wherever it is.
    void endRequested();
    void atEndChanged(bool atEnd);
    /// Less than half a screen is left in that direction.
    void nearTop();
    void nearEnd();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void updateGeometries() override;

private:
    /// A row that was on the screen, and where.
    struct Anchor
    {
        QPersistentModelIndex index;
        int top = 0;
    };
    void scrolled();
    void tellEnds();
    void remember();
    void restore();
    void setAtEnd(bool atEnd);
    void openMenu(const QModelIndex &index);

    QList<Anchor> m_anchors;
    bool m_atEnd = true;
    bool m_endIsNewest = true;
    bool m_settling = false; ///< the scroll bar moves because of us
};

} // namespace balcao::ui
