// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/panes/listpane.h"

#include "desk/inboxpresenter.h"
#include "ui/delegates/conversationdelegate.h"
#include "ui/panes/elidedlabel.h"
#include "ui/panes/formparts.h"
#include "ui/style/fonts.h"

#include <QHBoxLayout>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QVBoxLayout>

namespace balcao::ui {

ListPane::ListPane(desk::InboxPresenter &presenter, const Appearance &appearance, QWidget *parent)
    : QFrame(parent),
      m_presenter(presenter),
      m_title(new ElidedLabel(nullptr, this)),
      m_count(plainLabel({}, "second", this)),
      m_order(new QPushButton(this)),
      m_empty(plainLabel({}, this)),
      m_emptyDetail(plainLabel({}, "second", this)),
      m_toSnoozed(new QPushButton(tr("See the snoozed ones"), this)),
      m_nothing(new QWidget(this)),
      m_view(new QListView(this)),
      m_delegate(new ConversationDelegate(appearance, m_view))
{
    setObjectName(QStringLiteral("listHead"));
    setMinimumWidth(240);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *top = new QHBoxLayout;
    top->setContentsMargins(12, 6, 8, 6);
    auto *head = new QVBoxLayout;
    head->setSpacing(0);
    m_title->setObjectName(QStringLiteral("listTitle"));
    m_title->setFont(semibold(headFont(m_title->font())));
    head->addWidget(m_title);
    m_count->setFont(smallFont(m_count->font()));
    head->addWidget(m_count);
    top->addLayout(head, 1);
    m_order->setObjectName(QStringLiteral("listOrder"));
    m_order->setProperty("quiet", true);
    m_order->setIcon(Appearance::icon(QStringLiteral("chevron-down"), appearance.theme().text2));
    m_order->setLayoutDirection(Qt::RightToLeft); // the arrow behind the words
    connect(m_order, &QPushButton::clicked, this, &ListPane::chooseOrder);
    top->addWidget(m_order, 0, Qt::AlignVCenter);
    column->addLayout(top);
    column->addWidget(hairline(Qt::Horizontal, this));
    m_view->setObjectName(QStringLiteral("conversations"));
    m_view->setAccessibleName(tr("Conversations"));
    m_view->setModel(&presenter.model());
    m_view->setItemDelegate(m_delegate);
    m_view->setMouseTracking(true);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    column->addWidget(m_view, 1);
    auto *within = new QVBoxLayout(m_view->viewport()); // an empty list stays a list, with the focus it has
    within->addWidget(nothing());

    // Selected, not current: a list that gets the focus goes to its first row, which nobody has asked to open.
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, &presenter,
            [&presenter](const QItemSelection &selected) {
                if (!selected.isEmpty())
                    presenter.openRow(selected.first().top());
            });
    connect(m_view, &QListView::activated, this, [this](const QModelIndex &row) {
        m_presenter.openRow(row.row());
        Q_EMIT openRequested();
    });
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
    const QString order = m_presenter.orderTexts().value(m_presenter.isReversed() ? 1 : 0);
    m_order->setText(order);
    m_order->setAccessibleName(tr("Order: %1").arg(order));
    m_empty->setText(m_presenter.emptyText());
    m_emptyDetail->setText(m_presenter.emptyDetail());
    m_emptyDetail->setVisible(!m_presenter.emptyDetail().isEmpty());
    m_toSnoozed->setVisible(m_presenter.offersSnoozed());
    m_nothing->setVisible(!m_presenter.emptyText().isEmpty());
    if (m_delegate->isCompact() != m_presenter.isCompact()) {
        m_delegate->setCompact(m_presenter.isCompact());
        m_view->doItemsLayout();
    }
    followCurrent();
}

QWidget *ListPane::nothing()
{
    auto *column = new QVBoxLayout(m_nothing);
    column->setContentsMargins(24, 24, 24, 24);
    column->setSpacing(8);
    column->addStretch();
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setObjectName(QStringLiteral("listEmpty"));
    column->addWidget(m_empty);
    m_emptyDetail->setAlignment(Qt::AlignCenter);
    m_emptyDetail->setObjectName(QStringLiteral("listEmptyDetail"));
    m_emptyDetail->setFont(smallFont(m_emptyDetail->font()));
    column->addWidget(m_emptyDetail);
    m_toSnoozed->setObjectName(QStringLiteral("seeSnoozed"));
    m_toSnoozed->setAccessibleName(m_toSnoozed->text());
    connect(m_toSnoozed, &QPushButton::clicked, &m_presenter, &desk::InboxPresenter::showSnoozed);
    column->addWidget(m_toSnoozed, 0, Qt::AlignCenter);
    column->addStretch();
    return m_nothing;
}

void ListPane::chooseOrder()
{
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("listOrderMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QStringList orders = m_presenter.orderTexts();
    for (int i = 0; i < orders.size(); ++i) {
        QAction *one = menu->addAction(orders[i], this, [this, i] { m_presenter.setReversed(i > 0); });
        one->setCheckable(true);
        one->setChecked(m_presenter.isReversed() == (i > 0));
    }
    menu->addSeparator();
    QAction *compact = menu->addAction(tr("Compact rows"));
    compact->setCheckable(true);
    compact->setChecked(m_presenter.isCompact());
    connect(compact, &QAction::triggered, this, [this](bool on) { m_presenter.setCompact(on); });
    menu->popup(m_order->mapToGlobal(m_order->rect().bottomLeft()));
}

void ListPane::followCurrent()
{
    const int row = m_presenter.openRowNow();
    const QItemSelectionModel &selection = *m_view->selectionModel();
    if (row < 0 && selection.hasSelection())
        m_view->setCurrentIndex({}); // it is open, but not in this list
    else if (row >= 0 && (row != m_view->currentIndex().row() || !selection.hasSelection()))
        m_view->setCurrentIndex(m_view->model()->index(row, 0));
    else if (row < 0 && !m_view->currentIndex().isValid() && m_view->model()->rowCount() > 0)
        // It had the focus before it had rows: Enter opens the first.
        m_view->selectionModel()->setCurrentIndex(m_view->model()->index(0, 0), QItemSelectionModel::NoUpdate);
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
