// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/panes/listpane.h"

#include "desk/inboxpresenter.h"
#include "ui/delegates/conversationdelegate.h"
#include "ui/panes/elidedlabel.h"
#include "ui/panes/formparts.h"
#include "ui/style/fonts.h"

#include <QListView>
#include <QScrollBar>
#include <QVBoxLayout>

namespace balcao::ui {

ListPane::ListPane(desk::InboxPresenter &presenter, const Appearance &appearance, QWidget *parent)
    : QFrame(parent),
      m_presenter(presenter),
      m_title(new ElidedLabel(nullptr, this)),
      m_count(plainLabel({}, "second", this)),
      m_empty(plainLabel({}, "second", this)),
      m_view(new QListView(this))
{
    setObjectName(QStringLiteral("listHead"));
    setMinimumWidth(240);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *head = new QVBoxLayout;
    head->setContentsMargins(12, 6, 12, 6);
    head->setSpacing(0);
    m_title->setObjectName(QStringLiteral("listTitle"));
    m_title->setFont(semibold(headFont(m_title->font())));
    head->addWidget(m_title);
    m_count->setFont(smallFont(m_count->font()));
    head->addWidget(m_count);
    column->addLayout(head);
    column->addWidget(hairline(Qt::Horizontal, this));
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setMargin(24);
    m_empty->setObjectName(QStringLiteral("listEmpty"));
    column->addWidget(m_empty, 1);
    m_view->setObjectName(QStringLiteral("conversations"));
    m_view->setAccessibleName(tr("Conversations"));
    m_view->setModel(&presenter.model());
    m_view->setItemDelegate(new ConversationDelegate(appearance, m_view));
    m_view->setMouseTracking(true);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    column->addWidget(m_view, 1);

    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, &presenter,
            [&presenter](const QModelIndex &current) { presenter.openRow(current.row()); });
    connect(m_view, &QListView::activated, this, &ListPane::openRequested);
    connect(&presenter, &desk::InboxPresenter::changed, this, &ListPane::refresh);
    // The open conversation stays selected wherever a new message moves its row.
    connect(&presenter.model(), &QAbstractItemModel::rowsMoved, this, &ListPane::followCurrent);
    connect(&presenter.model(), &QAbstractItemModel::modelReset, this, &ListPane::followCurrent);
    connect(m_view->verticalScrollBar(), &QScrollBar::valueChanged, this, [this](int value) {
        if (value >= m_view->verticalScrollBar()->maximum() - 200)
            m_presenter.loadMore();
    });
    refresh();
}

void ListPane::refresh()
{
    m_title->setText(m_presenter.titleText());
    m_view->setAccessibleName(m_presenter.titleText());
    m_count->setText(m_presenter.countText());
    m_empty->setText(m_presenter.emptyText());
    m_empty->setVisible(!m_presenter.emptyText().isEmpty());
    m_view->setVisible(m_presenter.emptyText().isEmpty());
    followCurrent();
}

void ListPane::followCurrent()
{
    const int row = m_presenter.openRowNow();
    if (row >= 0 && row != m_view->currentIndex().row())
        m_view->setCurrentIndex(m_view->model()->index(row, 0));
}

void ListPane::focusList()
{
    m_view->setFocus(Qt::TabFocusReason);
}

bool ListPane::hasInnerFocus() const
{
    return m_view->hasFocus();
}

} // namespace balcao::ui
