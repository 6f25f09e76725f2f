// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/panes/inboxpage.h"

#include "desk/composerpresenter.h"
#include "desk/palettepresenter.h"
#include "desk/pickpresenter.h"
#include "ui/dialogs/palettedialog.h"
#include "ui/dialogs/pickdialog.h"
#include "ui/dialogs/repliesdialog.h"
#include "ui/dialogs/tagsdialog.h"
#include "ui/panes/connectionstrip.h"
#include "ui/panes/customerpanel.h"
#include "ui/panes/formparts.h"
#include "ui/panes/listpane.h"
#include "ui/panes/railpane.h"
#include "ui/panes/threadpane.h"
#include "ui/panes/topbar.h"

#include <QHBoxLayout>
#include <QResizeEvent>
#include <QShortcut>
#include <QSplitter>
#include <QVBoxLayout>

namespace balcao::ui {

namespace {

// look.md §2: below these the panel is a drawer, and the rail shows icons.
constexpr int kPanelFits = 1180;
constexpr int kLabelsFit = 1000;
constexpr QSize kLeast(740, 440);
constexpr int kTwiceMs = 600;

} // namespace

InboxPage::InboxPage(const Presenters &presenters, const Appearance &appearance, QWidget *parent)
    : QWidget(parent),
      m_presenters(presenters),
      m_appearance(appearance),
      m_bar(new TopBar(presenters.connection, appearance, this)),
      m_rail(new RailPane(presenters.rail, appearance, this)),
      m_list(nullptr),
      m_thread(nullptr),
      m_customer(new CustomerPanel(presenters.customer, appearance, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_bar);
    column->addWidget(hairline(Qt::Horizontal, this));
    column->addWidget(new ConnectionStrip(presenters.connection, appearance, this));
    auto *row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(m_rail);
    row->addWidget(hairline(Qt::Vertical, this));
    auto *panes = new QSplitter(Qt::Horizontal, this);
    panes->setObjectName(QStringLiteral("panes"));
    panes->setHandleWidth(1);
    panes->setChildrenCollapsible(false);
    m_list = new ListPane(presenters.inbox, appearance, panes);
    m_thread =
        new ThreadPane({presenters.thread, presenters.composer, presenters.work, presenters.undo}, appearance, panes);
    panes->addWidget(m_list);
    panes->addWidget(m_thread);
    panes->setStretchFactor(1, 1);
    panes->setSizes({300, 656});
    row->addWidget(panes, 1);
    row->addWidget(m_customer);
    column->addLayout(row, 1);

    connect(m_list, &ListPane::openRequested, m_thread, &ThreadPane::focusComposer);
    connect(m_bar, &TopBar::switchOperatorRequested, this, &InboxPage::switchOperatorRequested);
    connect(m_bar, &TopBar::privacyRequested, this, &InboxPage::privacyRequested);
    connect(&presenters.thread, &desk::ThreadPresenter::changed, this, &InboxPage::arrange);
    bindKeys();
    bindPick();
    bindPalette();
    arrange();
}

void InboxPage::bind(const QKeySequence &key, std::function<void()> act)
{
    connect(new QShortcut(key, this), &QShortcut::activated, this, std::move(act));
}

void InboxPage::bindKeys()
{
    const Presenters &p = m_presenters;
    bind(Qt::Key_F2, [this] {
        m_presenters.inbox.openNext();
        m_thread->focusComposer();
    });
    bind(Qt::SHIFT | Qt::Key_F2, [this] {
        m_presenters.inbox.openPrevious();
        m_thread->focusComposer();
    });
    bind(Qt::Key_F4, [&p] { p.pick.replies(); });
    bind(Qt::Key_F6, [this] { movePane(1); });
    bind(Qt::SHIFT | Qt::Key_F6, [this] { movePane(-1); });
    bind(Qt::Key_F7, [this] {
        m_presenters.composer.setNote(!m_presenters.composer.isNote());
        m_thread->focusComposer();
    });
    bind(Qt::Key_F11, [this] { Q_EMIT switchOperatorRequested(); });
    bind(Qt::Key_F12, [this] { Q_EMIT privacyRequested(); });
    bind(Qt::Key_Escape, [this] {
        // Twice: whoever is in a hurry finds Esc before F12.
        if (m_escape.isValid() && m_escape.elapsed() < kTwiceMs)
            Q_EMIT privacyRequested();
        m_escape.start();
    });
    bind(Qt::CTRL | Qt::Key_D, [&p] { p.pick.snooze(); });
    bind(Qt::CTRL | Qt::Key_E, [&p] { p.work.toggleResolved(); });
    bind(Qt::CTRL | Qt::Key_I, [this] { toggleCustomer(); });
    bind(Qt::CTRL | Qt::Key_L, [&p] { p.pick.tags(); });
    bind(Qt::CTRL | Qt::Key_T, [&p] { p.pick.assign(); });
    bind(QKeySequence::Undo, [&p] { p.undo.undo(); });
}

void InboxPage::bindPick()
{
    desk::PickPresenter &pick = m_presenters.pick;
    connect(m_thread, &ThreadPane::assignRequested, &pick, &desk::PickPresenter::assign);
    connect(m_thread, &ThreadPane::snoozeRequested, &pick, &desk::PickPresenter::snooze);
    connect(m_thread, &ThreadPane::repliesRequested, &pick, &desk::PickPresenter::replies);
    connect(m_customer, &CustomerPanel::tagsRequested, &pick, &desk::PickPresenter::tags);
    connect(&pick, &desk::PickPresenter::ready, this, [this] {
        open(new PickDialog(*m_presenters.pick.picker(), m_appearance, this));
    });
    connect(&pick, &desk::PickPresenter::shopRepliesWanted, this, &InboxPage::openReplies);
    connect(m_rail, &RailPane::tagsRequested, this, &InboxPage::openTags);
}

void InboxPage::bindPalette()
{
    const Presenters &p = m_presenters;
    p.palette.setActions({
        {tr("Next customer waiting"), tr("F2"), QStringLiteral("waiting"), [&p] { p.inbox.openNext(); }},
        {tr("Quick reply"), tr("F4"), QStringLiteral("quick-reply"), [&p] { p.pick.replies(); }},
        {tr("Team note"), tr("F7"), QStringLiteral("note"), [&p] { p.composer.setNote(true); }},
        {tr("Resolve or reopen the conversation"), tr("Ctrl+E"), QStringLiteral("resolved"),
         [&p] { p.work.toggleResolved(); }},
        {tr("Snooze the conversation"), tr("Ctrl+D"), QStringLiteral("snoozed"), [&p] { p.pick.snooze(); }},
        {tr("Hand the conversation over"), tr("Ctrl+T"), QStringLiteral("assign"), [&p] { p.pick.assign(); }},
        {tr("Tags of the customer"), tr("Ctrl+L"), QStringLiteral("tag"), [&p] { p.pick.tags(); }},
        {tr("The shop's tags"), {}, QStringLiteral("tag"), [this] { openTags(); }},
        {tr("The shop's quick replies"), {}, QStringLiteral("quick-reply"), [this] { openReplies(); }},
        {tr("Show or hide the customer"), tr("Ctrl+I"), QStringLiteral("mine"), [this] { toggleCustomer(); }},
        {tr("Somebody else serves"), tr("F11"), QStringLiteral("switch-user"),
         [this] { Q_EMIT switchOperatorRequested(); }},
        {tr("Hide the screen"), tr("F12"), QStringLiteral("privacy"), [this] { Q_EMIT privacyRequested(); }},
    });
    bind(Qt::CTRL | Qt::Key_K, [this] { openPalette(); });
    connect(m_bar, &TopBar::searchRequested, this, &InboxPage::openPalette);
}

void InboxPage::openPalette()
{
    open(new PaletteDialog(m_presenters.palette, m_appearance, this));
}

void InboxPage::openTags()
{
    open(new TagsDialog(m_presenters.tags, m_appearance, this));
}

void InboxPage::openReplies()
{
    open(new RepliesDialog(m_presenters.pick.shopReplies(), m_appearance, this));
}

void InboxPage::open(QDialog *dialog)
{
    connect(dialog, &QDialog::finished, this, [this] {
        window()->activateWindow();
        m_thread->focusComposer();
    });
    dialog->setModal(true);
    dialog->open();
}

void InboxPage::setOperator(const QString &name)
{
    m_bar->setOperator(name);
}

QSize InboxPage::minimumSizeHint() const
{
    return kLeast;
}

void InboxPage::movePane(int by)
{
    const int now = m_rail->hasInnerFocus() ? 0 : m_list->hasInnerFocus() ? 1 : m_thread->hasInnerFocus() ? 2 : 3;
    const int count = m_customer->isVisible() ? 4 : 3;
    switch ((now + by + count) % count) {
    case 0:
        return m_rail->focusRail();
    case 1:
        return m_list->focusList();
    case 2:
        return m_thread->focusComposer();
    default:
        return m_customer->focusFirst();
    }
}

void InboxPage::toggleCustomer()
{
    const bool fits = width() >= kPanelFits;
    (fits ? m_closed : m_drawer) = fits ? !m_closed : !m_drawer;
    arrange();
    if (m_customer->isVisible())
        m_customer->focusFirst();
    else
        m_thread->focusComposer();
}

void InboxPage::arrange()
{
    const bool fits = width() >= kPanelFits;
    m_rail->setCompact(width() < kLabelsFit);
    m_customer->setVisible(m_presenters.thread.isOpen() && (fits ? !m_closed : m_drawer));
}

void InboxPage::tellSeen()
{
    m_presenters.thread.setSeen(isVisible() && isActiveWindow() && !window()->isMinimized());
}

void InboxPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    tellSeen();
}

void InboxPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_presenters.thread.setSeen(false);
}

void InboxPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::ActivationChange)
        tellSeen();
}

void InboxPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

} // namespace balcao::ui
