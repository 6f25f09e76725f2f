// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/panes/messagearea.h"

#include "desk/chargepresenter.h"
#include "desk/threadpresenter.h"
#include "ui/delegates/messagedelegate.h"
#include "ui/dialogs/linkdialog.h"
#include "ui/panes/findbar.h"
#include "ui/panes/formparts.h"
#include "ui/panes/threadview.h"
#include "ui/style/fonts.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QVBoxLayout>

namespace balcao::ui {

namespace {

constexpr int kMargin = 12;

void copy(const QString &text)
{
    if (!text.isEmpty())
        QGuiApplication::clipboard()->setText(text); // plain text and nothing else
}

} // namespace

MessageArea::MessageArea(desk::ThreadPresenter &presenter, desk::ChargePresenter &charges, const Appearance &appearance,
                         QWidget *parent)
    : QFrame(parent),
      m_presenter(presenter),
      m_charges(charges),
      m_appearance(appearance),
      m_find(new FindBar(presenter.find(), appearance, this)),
      m_view(new ThreadView(this)),
      m_delegate(new MessageDelegate(appearance, m_view)),
      m_down(new QPushButton(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_find);
    column->addWidget(m_view, 1);
    m_down->setObjectName(QStringLiteral("newestMessages"));
    m_down->setIcon(Appearance::icon(QStringLiteral("chevron-down"), appearance.theme().accent));
    m_down->hide();
    connect(m_down, &QPushButton::clicked, &presenter, &desk::ThreadPresenter::showNewest);
    bindView();
    bindPresenter();
}

void MessageArea::bindView()
{
    m_view->setObjectName(QStringLiteral("threadView"));
    m_view->setAccessibleName(tr("Messages"));
    m_view->setModel(&m_presenter.model());
    m_view->setItemDelegate(m_delegate);
    m_view->viewport()->installEventFilter(this);
    connect(m_delegate, &MessageDelegate::clicked, this, &MessageArea::take);
    connect(m_view, &ThreadView::chosen, this, &MessageArea::choose);
    connect(m_view, &ThreadView::copyRequested, this, &MessageArea::copySelected);
    connect(m_view, &ThreadView::menuRequested, this, &MessageArea::openMenu);
    connect(m_view, &ThreadView::endRequested, &m_presenter, &desk::ThreadPresenter::showNewest);
    connect(m_view, &ThreadView::nearTop, &m_presenter, &desk::ThreadPresenter::loadOlder);
    connect(m_view, &ThreadView::nearEnd, &m_presenter, &desk::ThreadPresenter::loadNewer);
    connect(m_view, &ThreadView::atEndChanged, &m_presenter, &desk::ThreadPresenter::setAtEnd);
    connect(m_view->verticalScrollBar(), &QScrollBar::valueChanged, this, &MessageArea::refreshDown);
    connect(m_view->verticalScrollBar(), &QScrollBar::rangeChanged, this, &MessageArea::refreshDown);
    connect(m_find, &FindBar::shutDown, this, &MessageArea::left);
}

void MessageArea::bindPresenter()
{
    using desk::ThreadPresenter;
    connect(&m_presenter, &ThreadPresenter::changed, this, [this] {
        knowEnd();
        m_view->settle(); // whoever waits at an end may have asked while something else was read
    });
    connect(&m_presenter, &ThreadPresenter::opened, this, &MessageArea::goToOpened);
    connect(&m_presenter, &ThreadPresenter::found, this, &MessageArea::showFound);
    connect(&m_presenter, &ThreadPresenter::atNewest, this, [this] {
        knowEnd();
        m_view->goToEnd();
        if (m_view->hasFocus())
            m_view->setCurrentIndex(m_presenter.model().index(m_presenter.model().rowCount() - 1));
    });
    connect(&m_presenter, &ThreadPresenter::changed, this, &MessageArea::refreshDown);
    connect(&m_presenter, &ThreadPresenter::copied, this, &copy);
    connect(&m_presenter.find(), &desk::FindPresenter::changed, this, [this] {
        m_delegate->setFound(m_presenter.find().words());
        m_view->viewport()->update();
    });
}

void MessageArea::knowEnd()
{
    m_view->setEndIsNewest(!m_presenter.hasNewer());
}

// At the end, unless what nobody has read begins above what can be seen there.
void MessageArea::goToOpened()
{
    m_find->shut();
    knowEnd();
    const QModelIndex unread = m_presenter.model().index(m_presenter.unreadRow());
    if (!m_presenter.hasNewer())
        m_view->goToEnd();
    if (unread.isValid() && (m_presenter.hasNewer() || m_view->visualRect(unread).top() < 0))
        m_view->showRow(unread, QAbstractItemView::PositionAtTop);
    m_presenter.setAtEnd(m_view->isAtEnd()); // as in the chat before, it may not have changed
}

void MessageArea::showFound(int row)
{
    knowEnd();
    const QModelIndex index = m_presenter.model().index(row);
    m_view->setCurrentIndex(index);
    m_view->showRow(index, QAbstractItemView::PositionAtCenter);
    if (m_find->isHidden())
        m_view->setFocus(Qt::OtherFocusReason); // its ring says which one it is
}

void MessageArea::take(const QModelIndex &index, const BubbleHit &hit)
{
    switch (hit.what) {
    case BubbleHit::What::Action:
        return m_presenter.act(index.row(), hit.action);
    case BubbleHit::What::Link:
        return askLink(hit.link);
    case BubbleHit::What::More:
        return m_presenter.model().toggleMore(index.row());
    case BubbleHit::What::Quote:
        return m_presenter.showQuoted(index.row());
    case BubbleHit::What::Nothing:
        return;
    }
}

// Enter: what the row most wants.
void MessageArea::choose(const QModelIndex &index)
{
    const int row = index.row();
    const QList<WebLink> links = m_presenter.linksOf(row);
    if (!m_presenter.model().actions(row).isEmpty())
        m_presenter.act(row, 0);
    else if (!index.data(desk::ThreadMoreRole).toString().isEmpty())
        m_presenter.model().toggleMore(row);
    else if (links.size() == 1)
        askLink(links.first());
    else if (links.size() > 1)
        openMenu(index, m_view->viewport()->mapToGlobal(m_view->visualRect(index).center()));
    else
        m_presenter.showQuoted(row);
}

QWidget *MessageArea::paper() const
{
    return m_view->viewport();
}

QList<int> MessageArea::markedRows() const
{
    QList<int> rows;
    const QModelIndexList selected = m_view->selectionModel()->selectedIndexes();
    for (const QModelIndex &index : selected)
        rows.append(index.row());
    return rows;
}

void MessageArea::copySelected()
{
    QList<int> rows = markedRows();
    if (rows.isEmpty() && m_view->currentIndex().isValid())
        rows.append(m_view->currentIndex().row());
    copy(m_presenter.copyText(rows));
}

void MessageArea::openMenu(const QModelIndex &index, const QPoint &globalPlace)
{
    if (!m_view->selectionModel()->isSelected(index))
        m_view->setCurrentIndex(index);
    const int row = index.row();
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("messageMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Copy"), this, &MessageArea::copySelected)->setObjectName(QStringLiteral("copy"));
    menu->addAction(tr("Print…"), this, &MessageArea::printRequested)->setObjectName(QStringLiteral("print"));
    if (const store::ChargeRow *charge = m_presenter.chargeOf(row))
        addCharge(*menu, *charge);
    addLinks(*menu, row);
    if (!index.data(desk::ThreadQuoteRole).toString().isEmpty())
        menu->addAction(tr("Go to the message it answers"), this, [this, row] { m_presenter.showQuoted(row); });
    const QString more = index.data(desk::ThreadMoreRole).toString();
    if (!more.isEmpty())
        menu->addAction(more, this, [this, row] { m_presenter.model().toggleMore(row); });
    const QStringList actions = index.data(desk::ThreadActionsRole).toStringList();
    if (!actions.isEmpty())
        menu->addSeparator();
    for (int i = 0; i < actions.size(); ++i)
        menu->addAction(actions[i], this, [this, row, i] { m_presenter.act(row, i); });
    menu->popup(globalPlace);
}

/// What can be done about it now; it is looked at again when it is done.
void MessageArea::addCharge(QMenu &menu, const store::ChargeRow &charge)
{
    const bool isOpen = m_charges.mayCancel(charge);
    if (!isOpen && !m_charges.mayRefund(charge))
        return;
    menu.addSeparator();
    const auto add = [this, &menu](const QString &text, const char *name, auto act) {
        menu.addAction(text, this, act)->setObjectName(QLatin1StringView(name));
    };
    if (m_charges.isWaiting(charge) && !charge.code.isEmpty()) {
        add(tr("Copy the Pix code"), "copyCode", [this, charge] { m_charges.copyCode(charge); });
        add(tr("Show the QR on the screen"), "showQr", [this, charge] { m_charges.showQr(charge); });
    }
    if (m_charges.maySettle(charge))
        add(tr("Settle by hand…"), "settle", [this, charge] { m_charges.settling().begin(charge); });
    if (m_charges.mayRefund(charge))
        add(tr("Pay back…"), "refund", [this, charge] { m_charges.refunding().begin(charge); });
    if (isOpen)
        add(tr("Cancel the charge"), "cancelCharge", [this, charge] { m_charges.cancel(charge); });
    menu.addSeparator();
}

void MessageArea::addLinks(QMenu &menu, int row)
{
    constexpr qsizetype kOffered = 6;
    const QList<WebLink> links = m_presenter.linksOf(row).mid(0, kOffered);
    for (const WebLink &link : links) {
        // ASCII by now; what a menu would take for its own sign is doubled.
        const QString host = link.host.left(60).replace(u'&', QStringLiteral("&&"));
        menu.addAction(tr("Open %1…").arg(host), this, [this, link] { askLink(link); })
            ->setObjectName(QStringLiteral("openLink"));
    }
}

void MessageArea::askLink(const WebLink &link)
{
    auto *dialog = new LinkDialog(link, this);
    connect(dialog, &QDialog::accepted, this, [this, url = link.url] { m_openLink(url); });
    dialog->open();
}

void MessageArea::openFind()
{
    if (m_presenter.isOpen())
        m_find->open();
}

// The way down: with a number when something came, without one when the end is far.
void MessageArea::refreshDown()
{
    const QScrollBar *bar = m_view->verticalScrollBar();
    const bool far = m_presenter.hasNewer() || bar->maximum() - bar->value() > m_view->viewport()->height();
    const QString fresh = m_presenter.newBelowText();
    m_down->setVisible(m_presenter.isOpen() && (far || !fresh.isEmpty()));
    if (m_down->isHidden())
        return;
    m_down->setText(fresh.isEmpty() ? tr("Newest messages") : fresh);
    m_down->setAccessibleName(m_down->text());
    m_down->adjustSize();
    const QRect place = m_view->viewport()->rect().translated(m_view->viewport()->mapTo(this, QPoint()));
    m_down->move(place.right() - m_down->width() - kMargin, place.bottom() - m_down->height() - kMargin);
    m_down->raise();
}

bool MessageArea::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        refreshDown();
    return QFrame::eventFilter(watched, event);
}

} // namespace balcao::ui
