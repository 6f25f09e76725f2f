// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/panes/threadpane.h"

#include "desk/threadpresenter.h"
#include "ui/panes/composer.h"
#include "ui/panes/elidedlabel.h"
#include "ui/panes/formparts.h"
#include "ui/panes/messagearea.h"
#include "ui/panes/proofstrip.h"
#include "ui/panes/threadhead.h"
#include "ui/panes/undobar.h"
#include "ui/panes/waitinghint.h"
#include "ui/style/fonts.h"

#include <QStackedLayout>
#include <QVBoxLayout>

namespace balcao::ui {

ThreadPane::ThreadPane(const Presenters &presenters, const Appearance &appearance, QWidget *parent)
    : QFrame(parent),
      m_presenter(presenters.thread),
      m_stack(new QStackedLayout(this)),
      m_messages(new MessageArea(presenters.thread, presenters.charges, appearance, this)),
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
    column->addWidget(new ProofStrip(presenters.proof, presenters.composer, appearance, page));
    column->addWidget(m_messages, 1);
    connect(m_messages, &MessageArea::printRequested, this, &ThreadPane::printRequested);
    connect(m_messages, &MessageArea::left, this, &ThreadPane::focusComposer);
    column->addWidget(new WaitingHint(presenters.composer, appearance, m_messages->paper(), page));
    column->addWidget(new UndoBar(presenters.undo, page));
    column->addWidget(hairline(Qt::Horizontal, page));
    m_composer = new Composer(presenters.composer, presenters.spelling, appearance, page);
    connect(m_composer, &Composer::repliesRequested, this, &ThreadPane::repliesRequested);
    connect(m_composer, &Composer::pixRequested, this, &ThreadPane::pixRequested);
    connect(m_composer, &Composer::remindRequested, this, &ThreadPane::snoozeRequested);
    column->addWidget(m_composer);
    return page;
}

void ThreadPane::refresh()
{
    m_stack->setCurrentIndex(m_presenter.isOpen() ? 1 : 0);
}

void ThreadPane::openFind()
{
    m_messages->openFind();
}

QList<int> ThreadPane::markedRows() const
{
    return m_messages->markedRows();
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
