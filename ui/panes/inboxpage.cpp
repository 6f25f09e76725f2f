// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "ui/panes/inboxpage.h"

#include "desk/bankpresenter.h"
#include "desk/chargepresenter.h"
#include "desk/composerpresenter.h"
#include "desk/datapresenter.h"
#include "desk/palettepresenter.h"
#include "desk/pickpresenter.h"
#include "desk/receivingpresenter.h"
#include "desk/spellingpresenter.h"
#include "desk/tillpresenter.h"
#include "ui/announcer.h"
#include "ui/dialogs/keysdialog.h"
#include "ui/dialogs/palettedialog.h"
#include "ui/dialogs/pickdialog.h"
#include "ui/dialogs/pixdialog.h"
#include "ui/dialogs/qrscreen.h"
#include "ui/dialogs/repliesdialog.h"
#include "ui/dialogs/signeddialog.h"
#include "ui/dialogs/tagsdialog.h"
#include "ui/panes/alertstrip.h"
#include "ui/panes/connectionstrip.h"
#include "ui/panes/customerpanel.h"
#include "ui/panes/formparts.h"
#include "ui/panes/keylist.h"
#include "ui/panes/listpane.h"
#include "ui/panes/noticestrip.h"
#include "ui/panes/railpane.h"
#include "ui/panes/settingspage.h"
#include "ui/panes/threadpane.h"
#include "ui/panes/tillpage.h"
#include "ui/panes/topbar.h"
#include "ui/printing/printing.h"
#include "ui/style/clipboardcheck.h"

#include <QHBoxLayout>
#include <QPointer>
#include <QPushButton>
#include <QShortcut>
#include <QSplitter>
#include <QVBoxLayout>

namespace balcao::ui {

namespace {

constexpr int kTwiceMs = 600;

} // namespace

InboxPage::InboxPage(const Presenters &presenters, const Appearance &appearance, QWidget *parent)
    : QWidget(parent),
      m_presenters(presenters),
      m_appearance(appearance),
      m_bar(new TopBar(presenters.connection, appearance, this)),
      m_rail(new RailPane(presenters.rail, presenters.meter, appearance, this)),
      m_list(nullptr),
      m_thread(nullptr),
      m_customer(nullptr),
      m_printing(new Printing(presenters.transcript, presenters.undo, *this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_bar);
    column->addWidget(hairline(Qt::Horizontal, this));
    column->addWidget(new ConnectionStrip(presenters.connection, appearance, this));
    column->addWidget(new NoticeStrip(presenters.notices, this));
    addAlerts(*column);
    auto *row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(m_rail);
    row->addWidget(hairline(Qt::Vertical, this));
    buildPanes(*row);
    column->addLayout(row, 1);

    connect(m_list, &ListPane::openRequested, this, &InboxPage::bringThread);
    connect(&presenters.inbox, &desk::InboxPresenter::opened, this, [this] {
        m_showsList = false;
        showAside(nullptr);
        leavePanel();
    });
    connect(m_bar, &TopBar::backRequested, this, [this] {
        if (m_alone)
            return toggleCustomer();
        m_showsList = true;
        arrange();
        m_list->focusList();
    });
    connect(m_rail, &RailPane::settingsRequested, this, [this] { showSettings(!m_aside || m_aside != m_settings); });
    connect(m_rail, &RailPane::tillRequested, this, [this] { showTill(m_aside != m_till); });
    connect(m_rail, &RailPane::viewChosen, this, [this] {
        showAside(nullptr);
        m_showsList = true;
        leavePanel();
    });
    connect(m_bar, &TopBar::switchOperatorRequested, this, &InboxPage::switchOperatorRequested);
    connect(m_bar, &TopBar::privacyRequested, this, &InboxPage::privacyRequested);
    connect(m_bar, &TopBar::searchRequested, this, &InboxPage::openPalette);
    connect(&appearance, &Appearance::textResized, this, &InboxPage::arrange);
    connect(&presenters.thread, &desk::ThreadPresenter::changed, this, &InboxPage::arrange);
    bindKeys();
    bindPick();
    bindPalette();
    bindCharges();
    connect(&presenters.palette, &desk::PalettePresenter::wentToChat, this, &InboxPage::bringThread);
    connect(&presenters.till, &desk::TillPresenter::conversationWanted, this, &InboxPage::bringThread);
    connect(&presenters.till, &desk::TillPresenter::customerWanted, this, &InboxPage::askForCustomer);
    new Announcer(presenters.thread, presenters.connection, this);
    arrange();
}

void InboxPage::buildPanes(QHBoxLayout &row)
{
    m_panes = new QSplitter(Qt::Horizontal, this);
    m_panes->setObjectName(QStringLiteral("panes"));
    m_panes->setHandleWidth(1);
    m_panes->setChildrenCollapsible(false);
    const Presenters &p = m_presenters;
    m_list = new ListPane(p.inbox, p.rail, m_appearance, m_panes);
    m_thread =
        new ThreadPane({p.thread, p.composer, p.work, p.undo, p.spelling, p.charges, p.proof}, m_appearance, m_panes);
    m_customer =
        new CustomerPanel(p.customer, p.shop, m_appearance, this); // last: Tab goes in the order of their making
    m_panes->addWidget(m_list);
    m_panes->addWidget(m_thread);
    m_panes->setStretchFactor(1, 1);
    sizeList();
    connect(m_panes, &QSplitter::splitterMoved, this, [this] { m_byHand = true; });
    row.addWidget(m_panes, 1);
    m_till = new TillPage(p.till, p.charges, p.undo, m_appearance, this);
    m_till->hide();
    row.addWidget(m_till, 1);
    row.addWidget(m_customer);
}

void InboxPage::bind(const QKeySequence &key, std::function<void()> act)
{
    connect(new QShortcut(key, this), &QShortcut::activated, this, std::move(act));
}

QHash<desk::Act, std::function<void()>> InboxPage::acts()
{
    using desk::Act;
    const Presenters &p = m_presenters;
    return {
        {Act::NextWaiting, [this] { next(1); }},
        {Act::PreviousWaiting, [this] { next(-1); }},
        {Act::QuickReply, [&p] { p.pick.replies(); }},
        {Act::TeamNote,
         [this] {
             m_presenters.composer.setNote(!m_presenters.composer.isNote());
             bringThread();
         }},
        {Act::Pix, [this] { openPix(); }},
        {Act::Resolve, [&p] { p.work.toggleResolved(); }},
        {Act::Snooze, [&p] { p.pick.snooze(); }},
        {Act::Assign, [&p] { p.pick.assign(); }},
        {Act::Tags, [&p] { p.pick.tags(); }},
        {Act::ShopTags, [this] { openTags(); }},
        {Act::ShopReplies, [this] { openReplies(); }},
        {Act::Customer, [this] { toggleCustomer(); }},
        {Act::Find,
         [this] {
             bringThread();
             m_thread->openFind();
         }},
        {Act::Print, [this] { openPrint(); }},
        {Act::Undo, [&p] { p.undo.undo(); }},
        {Act::Search, [this] { openPalette(); }},
        {Act::NextPane, [this] { movePane(1); }},
        {Act::PreviousPane, [this] { movePane(-1); }},
        {Act::SwitchOperator, [this] { Q_EMIT switchOperatorRequested(); }},
        {Act::Hide, [this] { Q_EMIT privacyRequested(); }},
        {Act::CloseDay, [this] { showTill(true); }},
        {Act::Settings, [this] { showSettings(true); }},
        {Act::Keys, [this] { openKeys(); }},
    };
}

void InboxPage::bindKeys()
{
    const auto does = acts();
    for (const desk::KeyTable::Row &row : desk::KeyTable::rows()) {
        if (row.isShortcut && does.contains(row.act))
            bind(QKeySequence::fromString(row.keys, QKeySequence::PortableText), does.value(row.act));
    }
    bind(Qt::Key_Escape, [this] { escape(); });
}

void InboxPage::next(int by)
{
    if (by > 0)
        m_presenters.inbox.openNext();
    else
        m_presenters.inbox.openPrevious();
    bringThread();
}

void InboxPage::bringThread()
{
    m_showsList = false;
    showAside(nullptr);
    leavePanel();
    m_thread->focusComposer();
}

void InboxPage::focusStart()
{
    if (m_aside && m_aside == m_settings)
        m_settings->focusSections();
    else if (m_aside)
        m_till->focusStart();
    else if (m_list->isHidden())
        m_thread->focusComposer();
    else
        m_list->focusList();
}

void InboxPage::escape()
{
    // Twice: whoever is in a hurry finds Esc before F12.
    if (m_escape.isValid() && m_escape.elapsed() < kTwiceMs)
        Q_EMIT privacyRequested();
    else if (m_presenters.till.isAsking())
        m_presenters.till.unask();
    else
        showAside(nullptr);
    m_escape.start();
}

void InboxPage::openKeys()
{
    open(new KeysDialog(m_presenters.spelling.isOffered(), this));
}

void InboxPage::bindPick()
{
    desk::PickPresenter &pick = m_presenters.pick;
    connect(m_thread, &ThreadPane::assignRequested, &pick, &desk::PickPresenter::assign);
    connect(m_thread, &ThreadPane::snoozeRequested, &pick, &desk::PickPresenter::snooze);
    connect(m_thread, &ThreadPane::repliesRequested, &pick, &desk::PickPresenter::replies);
    connect(m_thread, &ThreadPane::printRequested, this, &InboxPage::openPrint);
    connect(m_thread, &ThreadPane::pixRequested, this, &InboxPage::openPix);
    connect(m_customer, &CustomerPanel::tagsRequested, &pick, &desk::PickPresenter::tags);
    connect(&pick, &desk::PickPresenter::ready, this,
            [this] { open(new PickDialog(m_presenters.pick.takePicker(), m_appearance, this)); });
    connect(&pick, &desk::PickPresenter::shopRepliesWanted, this, &InboxPage::openReplies);
    connect(m_rail, &RailPane::tagsRequested, this, &InboxPage::openTags);
}

void InboxPage::bindPalette()
{
    const auto does = acts();
    QList<desk::PalettePresenter::Action> actions;
    for (const desk::KeyTable::Row &row : desk::KeyTable::rows()) {
        const bool offered = !row.icon.isEmpty() && does.contains(row.act);
        if (offered && (row.act != desk::Act::Settings || m_settings))
            actions.append({row.words, shownKeys(row.keys), row.icon, does.value(row.act),
                            desk::KeyTable::about(row.act).words, desk::KeyTable::about(row.act).detail});
    }
    const QStringList sections = m_settings ? m_settings->sections() : QStringList();
    for (int i = 0; i < sections.size(); ++i) {
        const auto show = [this, i] {
            showSettings(true);
            m_settings->showSection(i);
        };
        actions.append({tr("Settings: %1").arg(sections[i]), {}, QStringLiteral("settings"), show, {}, {}, true});
    }
    m_presenters.palette.setActions(actions);
}

void InboxPage::openPalette()
{
    open(new PaletteDialog(m_presenters.palette, m_appearance, *m_bar, this));
}

void InboxPage::askForCustomer(const desk::CustomerQuestion &question)
{
    open(new PaletteDialog(m_presenters.palette, m_appearance, *m_bar, this, question));
}

void InboxPage::bindCharges()
{
    desk::ChargePresenter &charges = m_presenters.charges;
    connect(&charges, &desk::ChargePresenter::codeReady, this,
            [this](const desk::PixCode &code, desk::PixPresenter::Handout how) {
                if (how == desk::PixPresenter::Handout::Copy)
                    return copyChecked(code.code, this, [this](bool same) {
                        m_presenters.undo.tell(desk::PixPresenter::copiedWords(same));
                    });
                auto *screen = new QrScreen(code, this);
                open(screen);
                screen->showFullScreen();
            });
    connect(&charges, &desk::ChargePresenter::refused, this,
            [this](const QString &why) { m_presenters.undo.tell(why); });
    connect(&charges.settling(), &desk::SignedForm::wanted, this,
            [this] { open(new SettleDialog(m_presenters.charges.settling(), this)); });
    connect(&charges.refunding(), &desk::SignedForm::wanted, this,
            [this] { open(new RefundDialog(m_presenters.charges.refunding(), this)); });
}

void InboxPage::addAlerts(QVBoxLayout &column)
{
    auto *receiving = new AlertStrip("receivingBanner", this);
    connect(receiving->addButton(tr("Look"), "receivingLook"), &QPushButton::clicked, this, &InboxPage::openReceiving);
    const auto sayReceiving = [this, receiving] { receiving->say(m_presenters.receiving.bannerText()); };
    connect(&m_presenters.receiving, &desk::ReceivingPresenter::changed, receiving, sayReceiving);
    auto *bank = new AlertStrip("bankBanner", this);
    const auto sayBank = [this, bank] { bank->say(m_presenters.bank.bannerText()); };
    connect(&m_presenters.bank, &desk::BankPresenter::changed, bank, sayBank);
    auto *disk = new AlertStrip("diskBanner", this);
    const auto sayDisk = [this, disk] { disk->say(m_presenters.data.bannerText()); };
    connect(&m_presenters.data, &desk::DataPresenter::changed, disk, sayDisk);
    column.addWidget(receiving);
    column.addWidget(bank);
    column.addWidget(disk);
    sayReceiving();
    sayBank();
    sayDisk();
}

void InboxPage::openPix()
{
    // One at a time, also when the key is held.
    if (findChild<PixDialog *>() || !m_presenters.pix.begin())
        return;
    auto *dialog = new PixDialog(m_presenters.pix, m_appearance, *window(), this);
    connect(dialog, &PixDialog::settingsRequested, this, &InboxPage::openReceiving, Qt::QueuedConnection);
    open(dialog);
}

void InboxPage::openReceiving()
{
    showSettings(true);
    if (m_settings)
        m_settings->showReceiving();
}

void InboxPage::openTags()
{
    open(new TagsDialog(m_presenters.tags, m_appearance, this));
}

void InboxPage::openReplies()
{
    open(new RepliesDialog(m_presenters.pick.shopReplies(), m_appearance, this));
}

void InboxPage::openPrint()
{
    if (m_aside == m_till)
        return m_till->print();
    if (QDialog *dialog = m_printing->ask(m_thread->markedRows()))
        open(dialog);
}

void InboxPage::open(QDialog *dialog)
{
    // Whoever gives up is back where they were; whoever has chosen goes on writing.
    connect(dialog, &QDialog::finished, this, [this, opener = QPointer<QWidget>(window()->focusWidget())](int result) {
        window()->activateWindow();
        if (result == QDialog::Rejected && opener && opener->isVisible())
            opener->setFocus(Qt::OtherFocusReason);
        else if (m_aside)
            focusStart();
        else
            m_thread->focusComposer();
    });
    dialog->setModal(true);
    dialog->open();
}

void InboxPage::setOperator(const QString &name, uint seed)
{
    m_bar->setOperator(name, seed);
}

void InboxPage::setSettings(SettingsPage *settings)
{
    if (m_aside && m_aside == m_settings)
        showAside(nullptr);
    delete std::exchange(m_settings, settings);
    settings->setParent(this);
    settings->hide();
    auto *row = static_cast<QHBoxLayout *>(layout()->itemAt(layout()->count() - 1)->layout());
    row->insertWidget(row->count() - 1, settings, 1);
    connect(settings, &SettingsPage::hideRequested, this, &InboxPage::privacyRequested);
    connect(settings, &SettingsPage::switchOperatorRequested, this, &InboxPage::switchOperatorRequested);
    m_rail->setHasSettings(true);
    bindPalette();
    arrange();
}

void InboxPage::showSettings(bool on)
{
    if (on && m_settings)
        showAside(m_settings);
    else if (!m_aside || m_aside == m_settings)
        showAside(nullptr);
}

void InboxPage::showTill(bool on)
{
    if (on)
        showAside(m_till);
    else if (m_aside == m_till)
        showAside(nullptr);
}

void InboxPage::showAside(QWidget *page)
{
    const bool isOther = std::exchange(m_aside, page) != page;
    m_rail->setSettingsShown(page && page == m_settings);
    m_rail->setTillShown(page == m_till);
    if (!isOther)
        return;
    m_presenters.till.setShown(page == m_till);
    arrange();
    if (page)
        focusStart();
    else
        m_thread->focusComposer();
}

} // namespace balcao::ui
