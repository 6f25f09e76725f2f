// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/panes/threadpane.h"

#include "desk/threadpresenter.h"
#include "ui/delegates/messagedelegate.h"
#include "ui/panes/composer.h"
#include "ui/panes/elidedlabel.h"
#include "ui/panes/formparts.h"
#include "ui/panes/threadhead.h"
#include "ui/panes/threadview.h"
#include "ui/panes/undobar.h"
#include "ui/style/fonts.h"

#include <QScrollBar>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace balcao::ui {

ThreadPane::ThreadPane(const Presenters &presenters, const Appearance &appearance, QWidget *parent)
    : QFrame(parent),
      m_presenter(presenters.thread),
      m_stack(new QStackedLayout(this)),
      m_view(new ThreadView(this)),
      m_composer(nullptr)
{
    setMinimumWidth(420);
    auto *empty = new QFrame(this);
    empty->setObjectName(QStringLiteral("emptyThread"));
    auto *words = new QVBoxLayout(empty);
    QLabel *text =
        plainLabel(tr("Choose a conversation, or press F2 to serve whoever has waited longest."), "second", empty);
    text->setAlignment(Qt::AlignCenter);
    words->addWidget(text);
    m_stack->addWidget(empty);
    m_stack->addWidget(threadView(presenters, appearance));
    connect(&m_presenter, &desk::ThreadPresenter::changed, this, &ThreadPane::refresh);
    connect(&m_presenter, &desk::ThreadPresenter::opened, this, [this] {
        m_atEnd = true;
        m_view->scrollToBottom();
    });
    connect(&m_presenter, &desk::ThreadPresenter::found, this, [this](int row) {
        m_atEnd = false;
        const QModelIndex index = m_presenter.model().index(row);
        m_view->setCurrentIndex(index);
        m_view->scrollTo(index, QAbstractItemView::PositionAtCenter);
        m_view->setFocus(Qt::OtherFocusReason); // its ring says which one it is
    });
    refresh();
}

QWidget *ThreadPane::threadView(const Presenters &presenters, const Appearance &appearance)
{
    auto *page = new QFrame(this);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *head = new ThreadHead(presenters.thread, presenters.work, appearance, page);
    connect(head, &ThreadHead::assignRequested, this, &ThreadPane::assignRequested);
    connect(head, &ThreadHead::snoozeRequested, this, &ThreadPane::snoozeRequested);
    column->addWidget(head);
    column->addWidget(hairline(Qt::Horizontal, page));
    bindView(new MessageDelegate(appearance, m_view));
    column->addWidget(m_view, 1);
    column->addWidget(new UndoBar(presenters.undo, page));
    column->addWidget(hairline(Qt::Horizontal, page));
    m_composer = new Composer(presenters.composer, appearance, page);
    connect(m_composer, &Composer::repliesRequested, this, &ThreadPane::repliesRequested);
    column->addWidget(m_composer);
    return page;
}

void ThreadPane::bindView(MessageDelegate *delegate)
{
    m_view->setObjectName(QStringLiteral("threadView"));
    m_view->setAccessibleName(tr("Messages"));
    m_view->setModel(&m_presenter.model());
    m_view->setItemDelegate(delegate);
    m_view->setSelectionMode(QAbstractItemView::NoSelection);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setResizeMode(QListView::Adjust);
    connect(delegate, &MessageDelegate::actionTriggered, &m_presenter,
            [this](const QModelIndex &index, int action) { m_presenter.act(index.row(), action); });
    connect(m_view, &ThreadView::chosen, &m_presenter,
            [this](const QModelIndex &index) { m_presenter.act(index.row(), 0); });
    connect(m_view->verticalScrollBar(), &QScrollBar::valueChanged, this, &ThreadPane::loadMoreAtTop);
    connect(m_view->verticalScrollBar(), &QScrollBar::rangeChanged, this, &ThreadPane::keepPlace);
}

void ThreadPane::refresh()
{
    m_stack->setCurrentIndex(m_presenter.isOpen() ? 1 : 0);
}

void ThreadPane::keepPlace()
{
    // New rows pull the view along only when the reader was at the end: it never moves under the reader.
    if (m_atEnd)
        m_view->verticalScrollBar()->setValue(m_view->verticalScrollBar()->maximum());
}

void ThreadPane::loadMoreAtTop(int value)
{
    const QScrollBar *bar = m_view->verticalScrollBar();
    m_atEnd = value >= bar->maximum() - 4;
    if (value < 200 && bar->maximum() > 0)
        m_presenter.loadOlder();
}

bool ThreadPane::hasInnerFocus() const
{
    const QWidget *focused = window()->focusWidget();
    return focused && isAncestorOf(focused);
}

void ThreadPane::focusComposer()
{
    if (m_composer)
        m_composer->focusEditor();
}

} // namespace balcao::ui
