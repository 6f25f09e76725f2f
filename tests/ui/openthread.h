// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The window with one chat open: its rows, where they are, and hands to click on them.
#pragma once

#include "ui/delegates/messagedelegate.h"
#include "ui/panes/threadview.h"
#include "window.h"

#include <QScrollBar>
#include <QSignalSpy>

namespace balcao::test {

struct Thread : Window
{
    Chat chat = log.open(QStringLiteral("Rosa Limeira"));
    ui::ThreadView *view = find<ui::ThreadView>("threadView");

    /// "0" … "n-1", by the shop: nothing of it is unread.
    void write(int count)
    {
        for (int i = 0; i < count; ++i)
            log.accept(chat, QString::number(i));
    }
    void start()
    {
        window.resize(1366, 768);
        show(chat);
        QTRY_VERIFY(rows() > 0);
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
    }
    [[nodiscard]] int rows() const { return view->model()->rowCount(); }
    [[nodiscard]] QModelIndex row(int at) const { return view->model()->index(at, 0); }
    [[nodiscard]] QModelIndex last() const { return row(rows() - 1); }
    [[nodiscard]] QString text(const QModelIndex &index) const { return index.data(desk::ThreadTextRole).toString(); }
    /// What the log holds now, in the open chat.
    void reload()
    {
        take();
        QSignalSpy changed(&thread, &desk::ThreadPresenter::changed);
        thread.reload();
        QVERIFY(changed.wait());
    }
    void scrollTo(int value) const { view->verticalScrollBar()->setValue(value); }
    [[nodiscard]] bool atEnd() const
    {
        return view->verticalScrollBar()->value() == view->verticalScrollBar()->maximum();
    }
    [[nodiscard]] ui::MessageDelegate *delegate() const
    {
        return qobject_cast<ui::MessageDelegate *>(view->itemDelegate());
    }
    [[nodiscard]] std::shared_ptr<const ui::BubbleLayout> layout(const QModelIndex &index) const
    {
        QStyleOptionViewItem option;
        option.initFrom(view);
        option.widget = view;
        option.font = view->font();
        option.rect = view->visualRect(index);
        return delegate()->layoutOf(option, index);
    }
    void click(const QModelIndex &index, const QPoint &inRow) const
    {
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->visualRect(index).topLeft() + inRow);
    }
    /// The first place of the row whose click means that.
    [[nodiscard]] QPoint placeOf(const QModelIndex &index, ui::BubbleHit::What what) const
    {
        const auto laid = layout(index);
        for (int y = 0; y < laid->height(); y += 3) {
            for (int x = 0; x < view->viewport()->width(); x += 3) {
                if (laid->hit({x, y}).what == what)
                    return {x, y};
            }
        }
        return {-1, -1};
    }
};

} // namespace balcao::test
