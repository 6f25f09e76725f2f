// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/panes/listpane.h"

#include "desk/inboxpresenter.h"
#include "desk/railpresenter.h"
#include "ui/delegates/conversationdelegate.h"
#include "ui/panes/elidedlabel.h"
#include "ui/panes/foldbutton.h"
#include "ui/panes/formparts.h"
#include "ui/style/dot.h"
#include "ui/style/fonts.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QVBoxLayout>

namespace balcao::ui {

namespace {

constexpr int kLongestTag = 150;
constexpr int kHead = 48; ///< the thread's is as high

} // namespace

ListPane::ListPane(desk::InboxPresenter &presenter, desk::RailPresenter &rail, const Appearance &appearance,
                   QWidget *parent)
    : QFrame(parent),
      m_presenter(presenter),
      m_rail(rail),
      m_appearance(appearance),
      m_title(new ElidedLabel(nullptr, this)),
      m_count(new ElidedLabel("second", this)),
      m_order(new FoldButton({}, this)),
      m_tag(new QPushButton(this)),
      m_onlyWaiting(new QPushButton(tr("Only who is waiting"), this)),
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
    auto *bar = new QWidget(this);
    bar->setMinimumHeight(kHead);
    auto *top = new QHBoxLayout(bar);
    top->setContentsMargins(12, 4, 8, 4);
    m_top = top;
    auto *head = new QVBoxLayout;
    head->setSpacing(0);
    head->addStretch(); // the words stay together in the middle
    m_title->setObjectName(QStringLiteral("listTitle"));
    m_title->setFont(semibold(headFont(m_title->font())));
    head->addWidget(m_title);
    m_count->setFont(captionFont(m_count->font()));
    head->addWidget(m_count);
    head->addStretch();
    top->addLayout(head, 1);
    m_order->setObjectName(QStringLiteral("listOrder"));
    m_order->setProperty("quiet", true);
    m_order->setIcon(Appearance::icon(QStringLiteral("chevron-down"), appearance.theme().text2));
    m_order->setLayoutDirection(Qt::RightToLeft); // the arrow behind the words
    connect(m_order, &FoldButton::clicked, this, &ListPane::chooseOrder);
    top->addWidget(m_order, 0, Qt::AlignVCenter);
    column->addWidget(bar);
    column->addWidget(tagRow());
    column->addWidget(hairline(Qt::Horizontal, this));
    m_view->setObjectName(QStringLiteral("conversations"));
    m_view->setAccessibleName(tr("Conversations"));
    m_view->setModel(&presenter.model());
    m_view->setItemDelegate(m_delegate);
    m_view->setMouseTracking(true);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    for (QObject *one : std::initializer_list<QObject *>{m_view, m_view->viewport()})
        one->installEventFilter(this);
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
    showTag();
    m_count->setText(m_presenter.countText());
    const QString order = m_presenter.orderTexts().value(m_presenter.isReversed() ? 1 : 0);
    m_order->setWords(order);
    m_order->setAccessibleName(tr("Order: %1").arg(order));
    m_order->setToolTip(tr("Order: %1").arg(order));
    fit();
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

// The arrow alone, where its words would take the title's room.
void ListPane::fit()
{
    const QMargins around = m_top->contentsMargins();
    const int title = m_title->sizeHint().width();
    const int count = m_count->fontMetrics().horizontalAdvance(m_count->text());
    const int room = width() - around.left() - around.right() - m_top->spacing();
    m_order->setFolded(room < qMax(title, count) + m_order->wholeWidth());
    if (m_presenter.isNarrowed())
        fitTag();
}

QWidget *ListPane::tagRow()
{
    auto *made = new QWidget(this);
    auto *row = new QHBoxLayout(made);
    row->setContentsMargins(12, 0, 8, 8);
    m_tag->setObjectName(QStringLiteral("listTag"));
    m_onlyWaiting->setObjectName(QStringLiteral("listOnlyWaiting"));
    for (QPushButton *one : {m_tag, m_onlyWaiting}) {
        one->setProperty("chip", true);
        one->setFont(smallFont(one->font()));
        row->addWidget(one);
    }
    row->addStretch();
    m_tag->installEventFilter(this);
    connect(m_tag, &QPushButton::clicked, this, &ListPane::removeTag);
    connect(m_onlyWaiting, &QPushButton::clicked, this, [this] {
        m_rail.narrow(m_rail.model().rowOf(store::View::Waiting, {}));
        m_tag->setFocus(Qt::OtherFocusReason); // what it became, and what takes it back
    });
    return made;
}

void ListPane::showTag()
{
    const bool narrowed = m_presenter.isNarrowed();
    const bool isTag = m_presenter.view() == store::View::Tag;
    m_tag->parentWidget()->setVisible(narrowed || isTag);
    m_tag->setVisible(narrowed);
    m_onlyWaiting->setVisible(isTag);
    const QString &name = m_presenter.tag().name;
    m_view->setAccessibleName(narrowed ? tr("%1, tag %2").arg(m_presenter.titleText(), name) : m_presenter.titleText());
    if (!narrowed)
        return;
    m_tag->setIcon(dotIcon(tagColour(m_appearance.theme(), m_presenter.tag().colour)));
    m_tag->setAccessibleName(tr("Tag: %1. Remove it from the list").arg(name));
    m_tag->setToolTip(tr("Show all again (Delete)"));
}

void ListPane::fitTag()
{
    const QString words = tr("Tag: %1") + QStringLiteral("  ×");
    const QFontMetrics metrics = m_tag->fontMetrics();
    constexpr int kAround = 64; // the margins of the row and the chip, and the dot
    const int room = width() - kAround - metrics.horizontalAdvance(words.arg(QString()));
    QString shown = metrics.elidedText(m_presenter.tag().name, Qt::ElideRight, qBound(40, room, kLongestTag));
    shown.replace(u'&', QStringLiteral("&&")); // a button would take it for a key
    m_tag->setText(words.arg(shown));
}

void ListPane::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    fit();
}

bool ListPane::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest)
        fit();
    return QFrame::event(event);
}

void ListPane::removeTag()
{
    const bool hadFocus = m_tag->hasFocus();
    m_presenter.widen();
    if (hadFocus)
        focusList();
}

// A ring is for who works by keys.
void ListPane::followInput(const QEvent &event)
{
    bool ringed = m_delegate->isRinged();
    if (event.type() == QEvent::MouseButtonPress) {
        ringed = false;
    } else if (event.type() == QEvent::KeyPress) {
        ringed = true;
    } else if (event.type() == QEvent::FocusIn) {
        const Qt::FocusReason reason = static_cast<const QFocusEvent &>(event).reason();
        const bool returns = reason == Qt::ActiveWindowFocusReason || reason == Qt::PopupFocusReason;
        ringed = returns ? ringed : reason != Qt::MouseFocusReason;
    }
    if (ringed == m_delegate->isRinged())
        return;
    m_delegate->setRinged(ringed);
    m_view->viewport()->update();
}

bool ListPane::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_view || watched == m_view->viewport()) {
        followInput(*event);
        return QFrame::eventFilter(watched, event);
    }
    const bool isKey = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    if (watched != m_tag || !isKey)
        return QFrame::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key != Qt::Key_Escape && key != Qt::Key_Delete && key != Qt::Key_Backspace)
        return QFrame::eventFilter(watched, event);
    event->accept(); // here it means the tag, and not what the window does with it
    if (event->type() == QEvent::KeyPress)
        removeTag();
    return true;
}

// The same list of one tag; of a tag's own list, one view of it.
void ListPane::offerTags(QMenu &menu)
{
    using store::View;
    const bool ofTag = m_presenter.view() == View::Tag;
    QMenu *within = menu.addMenu(ofTag ? tr("Only in the view") : tr("Only with the tag"));
    within->setObjectName(QStringLiteral("listTagMenu"));
    for (const desk::RailRow &row : m_rail.model().rows()) {
        if (ofTag == (row.view == View::Tag))
            continue;
        QString words = row.label;
        // By what it is: rows may have moved until it is chosen.
        QAction *one = within->addAction(
            words.replace(u'&', QStringLiteral("&&")), this,
            [this, view = row.view, id = row.tag.id] { m_rail.narrow(m_rail.model().rowOf(view, id)); });
        one->setIcon(ofTag ? Appearance::icon(row.icon, m_appearance.theme().text2)
                           : dotIcon(tagColour(m_appearance.theme(), row.tag.colour)));
        if (m_presenter.isNarrowed() && row.tag.id == m_presenter.tag().id) {
            one->setCheckable(true);
            one->setChecked(true);
        }
    }
    within->setEnabled(!within->isEmpty());
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
    offerTags(*menu);
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
    const bool isNew = row >= 0 && m_presenter.isOpenedElsewhere() &&
                       (m_followed != m_presenter.openNow() || (row == 0 && m_followedRow > 0));
    if (row >= 0) {
        m_followed = m_presenter.openNow();
        m_followedRow = row;
    }
    if (isNew)
        m_view->scrollTo(m_view->model()->index(row, 0));
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
