// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "shopsession.h"

#include "desk/refusedwords.h"

#include <algorithm>
#include <utility>

namespace balcao {

namespace {

QString arrangementKey(OperatorId who)
{
    return QStringLiteral("window/") + who.text();
}

} // namespace

ShopSession::ShopSession(const ShopAccess &access, const Clock &clock, desk::PreferencesPresenter &preferences,
                         desk::Speller *speller)
    : ShopSession(access, clock, preferences, speller, Pace())
{
}

ShopSession::ShopSession(const ShopAccess &access, const Clock &clock, desk::PreferencesPresenter &preferences,
                         desk::Speller *speller, const Pace &pace)
    : m_shopName(access.shopName),
      m_clock(clock),
      m_relayClock(clock),
      m_wording(shopZone(access.timezone.toLatin1())),
      m_random(QRandomGenerator::securelySeeded()),
      m_http({access.relay.host()}),
      m_client(m_http, access.relay, access.token, pace.calls),
      m_store(access.storeFolder, access.storeKey, clock.nowMs()),
      m_sync(m_store, m_client, clock, m_relayClock, m_random, pace.tries),
      m_login(m_store, m_client, m_relayClock),
      m_signed(m_client, m_relayClock),
      m_checkup(m_client, clock),
      m_source(m_store),
      m_actions(m_sync),
      m_workActions(m_sync.work()),
      m_pixActions(m_sync.work(), m_signed),
      m_pixSource(m_store),
      m_tillSource(m_store),
      m_lineCheck(m_checkup),
      m_gate(m_login),
      m_operators(m_gate),
      m_connection(clock, m_relayClock),
      m_comeBack(clock),
      m_inbox(m_source, m_wording, m_relayClock),
      m_thread(m_source, m_actions, m_wording, m_relayClock),
      m_shop(m_thread, m_wording, m_relayClock),
      m_work(m_workActions, m_thread, m_undo, m_wording, m_relayClock),
      m_composer(m_source, m_actions, m_thread, m_work, m_relayClock),
      m_spelling(m_source, m_thread, preferences, m_undo, speller),
      m_rail(m_source, m_inbox, m_relayClock),
      m_meter(m_source, m_wording, m_relayClock),
      m_customer(m_source, m_workActions, m_thread, m_undo, m_wording, m_relayClock),
      m_transcript(m_thread, m_customer, m_shop, m_wording, m_relayClock),
      m_pick(m_source, m_work, m_composer),
      m_tags(m_source, m_workActions, m_undo),
      m_palette(m_source, m_inbox, m_thread, m_wording, m_relayClock),
      m_account(m_gate),
      m_storeData(m_store),
      m_data(m_storeData, access.storeFolder),
      m_watch(m_store),
      m_storeNotices(m_store),
      m_notices(m_storeNotices),
      m_pix(m_source, m_pixSource, m_pixActions, m_thread, m_wording, m_relayClock),
      m_charges(m_pixSource, m_pixActions, m_pixActions, m_wording, m_relayClock),
      m_receiving(m_pixSource, m_pixActions, m_wording, m_relayClock),
      m_bank(m_wording, m_relayClock),
      m_proof(m_thread, m_relayClock),
      m_till(m_tillSource, m_pixActions, m_pixActions, m_undo, m_wording, m_relayClock),
      m_line(m_lineCheck, m_connection, m_meter, m_wording, clock, m_relayClock),
      m_address(access.address),
      m_device(access.device)
{
    connect(&m_rail, &desk::RailPresenter::changed, &m_meter, &desk::MeterPresenter::reload); // also each minute
    connect(&m_sync.puller(), &sync::Puller::pageApplied, this, &ShopSession::applied);
    m_pick.setProof(m_proof);
    connect(&m_sync.puller(), &sync::Puller::stateChanged, this, &ShopSession::stateChanged);
    connect(&m_sync.outbox(), &sync::Outbox::pendingChanged, &m_thread, [this](ConversationId conversation) {
        if (m_thread.shows(conversation))
            m_thread.reload();
        m_customer.reload();
        refreshLists();
    });
    connect(&m_sync.outbox(), &sync::Outbox::claimChanged, &m_thread, [this](ConversationId conversation) {
        if (m_thread.shows(conversation))
            m_thread.reload();
    });
    connect(&m_sync.puller(), &sync::Puller::presenceChanged, this, [this](const QList<store::PresenceRow> &present) {
        m_present = present;
        showPresent();
    });
    connect(&m_sync.puller(), &sync::Puller::bankRead, &m_till, &desk::TillPresenter::setBankRead);
    connect(&m_sync.outbox(), &sync::Outbox::chargeAnswered, this,
            [this](CommandId id, ConversationId conversation, const QString &problem) {
                // The dialog says why, and has what was typed; else it stands in the chat.
                if (m_pix.heard(id, problem) && !problem.isEmpty())
                    m_sync.outbox().discard(id, conversation);
            });
    connect(&m_till, &desk::TillPresenter::conversationWanted, this,
            [this](ConversationId conversation, MessageId message, qint64 sortAt) {
                m_thread.openAt(conversation, message, sortAt);
                m_inbox.open(conversation);
            });
    connect(&m_sync.outbox(), &sync::Outbox::actRefused, this,
            [this](const wire::Command &command, const QString &problem) {
                tellUndone(desk::Wording::actRefusal(problem), command);
                m_composer.reload();
                m_customer.reloadNoteDraft();
            });
    connect(&m_sync.outbox(), &sync::Outbox::notKept, this, [this](const wire::Command &command) {
        tellUndone(tr("This computer's disk could not be written: it was not done."), command);
        refreshLists();
        m_thread.reload();
    });
    connect(&m_work, &desk::WorkPresenter::acted, this, &ShopSession::refreshLists);
    connect(&m_composer, &desk::ComposerPresenter::nextWanted, &m_inbox, &desk::InboxPresenter::openNext);
    connect(&m_sync.outbox(), &sync::Outbox::heldUp, &m_connection, &desk::ConnectionPresenter::setHeldUp);
    connect(&m_sync.outbox(), &sync::Outbox::waitingChanged, &m_connection, &desk::ConnectionPresenter::setWaiting);
    connect(&m_sync.outbox(), &sync::Outbox::waitingChanged, &m_data, &desk::DataPresenter::setWaiting);
    connect(&m_sync.outbox(), &sync::Outbox::sendRefused, this, &ShopSession::sendRefused);
    connect(&m_comeBack, &desk::ComeBack::told, &m_undo, &desk::UndoPresenter::mention);
    connect(&m_sync.outbox(), &sync::Outbox::answered, &m_till, &desk::TillPresenter::reload);
    m_account.setShop(m_shopName, m_address, m_device);
    m_shop.setShop(m_shopName, {});
    m_till.setShop(m_shopName);
    m_line.setShop({m_address, m_device, {}, {}, {}});
    connect(&m_line, &desk::LinePresenter::reached, &m_sync.puller(), &sync::Puller::retryNow);
    connect(&m_connection, &desk::ConnectionPresenter::retryRequested, &m_sync.puller(), &sync::Puller::retryNow);
    connect(&m_connection, &desk::ConnectionPresenter::pairRequested, this, &ShopSession::pairAgain);
    connect(&m_inbox, &desk::InboxPresenter::opened, &m_thread, &desk::ThreadPresenter::open);
    connect(&m_customer, &desk::CustomerPresenter::conversationWanted, this,
            [this](ConversationId conversation, MessageId message, qint64 sortAt) {
                m_thread.openAt(conversation, message, sortAt);
                m_inbox.open(conversation);
            });
    connect(&m_thread, &desk::ThreadPresenter::moved, &m_inbox, &desk::InboxPresenter::follow);
}

void ShopSession::start()
{
    // The first job opens the files; what stands in them is on the screen before the network has answered.
    m_store.write([](store::StoreWriter &writer) { return writer.head(); }, this,
                  [this](const Result<store::ProjectionHead> &) {
                      readShop();
                      readReceiving();
                      readOperators();
                      m_inbox.reload();
                      m_notices.reload();
                      m_data.reload();
                      m_watch.start();
                      m_sync.start();
                  });
}

ui::InboxPage::Presenters ShopSession::presenters()
{
    return {m_connection, m_rail,     m_meter,   m_inbox,     m_thread,   m_composer, m_work, m_pick,
            m_tags,       m_customer, m_undo,    m_palette,   m_spelling, m_notices,  m_data, m_shop,
            m_transcript, m_pix,      m_charges, m_receiving, m_bank,     m_proof,    m_till};
}

void ShopSession::tellUndone(const QString &why, const wire::Command &command)
{
    m_till.reload();
    const QString where = desk::giveBack(command, m_tags, m_pick.shopReplies());
    m_undo.tell(where.isEmpty() ? why : why + u' ' + where);
}

void ShopSession::refreshLists()
{
    m_inbox.reload();
    m_rail.reload();
    m_customer.reload();
}

void ShopSession::showPresent()
{
    QList<desk::Present> others;
    for (const store::PresenceRow &one : std::as_const(m_present)) {
        if (one.operatorId != m_serving.id && m_names.contains(one.operatorId))
            others.append({m_names.value(one.operatorId), one.conversation, one.typing});
    }
    m_thread.setPresent(others);
}

void ShopSession::serve(const desk::OperatorChoice &who)
{
    m_thread.setOperator(who.id);
    m_work.setOperator(who.id);
    m_customer.setOperator(who.id);
    m_tags.setOperator(who.id);
    m_pick.shopReplies().setOperator(who.id);
    m_pix.setOperator(who.id, who.role);
    m_charges.setOperator(who.id, who.role);
    m_receiving.setOperator(who.id, who.role);
    m_bank.setRole(who.role);
    m_till.setOperator(who.id);
    m_composer.setOperator(who.id, who.name);
    m_inbox.setOperator(who.id);
    m_rail.setOperator(who.id);
    m_serving = who;
    m_account.setOperator(who);
    m_thread.reload();
}

void ShopSession::keepArrangement(const QByteArray &arrangement)
{
    m_store.write([key = arrangementKey(m_serving.id), arrangement](store::StoreWriter &writer) {
        return writer.settings().save(key, arrangement);
    });
}

void ShopSession::readArrangement(QObject *context, std::function<void(const QByteArray &)> done)
{
    m_store.write(
        [key = arrangementKey(m_serving.id)](store::StoreWriter &writer) { return writer.settings().find(key); },
        context, [done = std::move(done)](const Result<QByteArray> &kept) { done(kept.valueOr({})); });
}

void ShopSession::applied(const store::ChangeSet &changes)
{
    if (changes.operators || changes.rebuilt)
        readOperators();
    if (changes.shop || changes.channels || changes.rebuilt)
        readShop();
    if (!changes.conversations.isEmpty() || changes.tags || changes.operators || changes.rebuilt)
        refreshLists();
    if (changes.till || changes.operators || changes.rebuilt)
        m_till.reload();
    if (changes.pixAccount || changes.operators || changes.rebuilt)
        readReceiving();
    if (!changes.lostAtRelay.isEmpty() || changes.pixAccount || changes.rebuilt)
        m_notices.reload();
    if (changes.tags || changes.rebuilt)
        m_tags.reload();
    if (changes.replies || changes.rebuilt)
        m_pick.shopReplies().reload();
    for (const CommandId &id : changes.confirmed)
        m_pix.heard(id, {}); // its answer was lost, and here is what it made
    const auto isShown = [this](ConversationId one) { return m_thread.shows(one); };
    if (changes.rebuilt || std::ranges::any_of(changes.threads, isShown) ||
        std::ranges::any_of(changes.conversations, isShown))
        m_thread.reload();
    Q_EMIT heard(changes, state().kind == sync::ConnectionState::Kind::Online);
}

void ShopSession::stateChanged(const sync::ConnectionState &state)
{
    m_connection.setState(state);
    const bool away = !state.isExchanging();
    const qint64 since = m_relayClock.nowMs() - (m_clock.nowMs() - state.since);
    m_inbox.setOffline(away, since);
    m_composer.setOffline(away);
    m_pix.setOffline(away);
    m_charges.setOffline(away);
    m_till.setOffline(away);
    m_thread.setOfflineSince(away ? since : 0);
    if (state.kind == sync::ConnectionState::Kind::Revoked)
        Q_EMIT revoked();
    const bool online = state.kind == sync::ConnectionState::Kind::Online;
    // Catching up is no absence: only a failed exchange is.
    if (online || !state.isExchanging())
        Q_EMIT onlineChanged(online);
    using Kind = sync::ConnectionState::Kind;
    const bool isLost = state.kind == Kind::Offline || state.kind == Kind::Trouble || state.kind == Kind::Stranger ||
                        state.kind == Kind::NotSecure;
    if (isLost && m_wasEverOnline)
        m_comeBack.setAway();
    else if (online)
        m_comeBack.setBack();
    m_wasEverOnline = m_wasEverOnline || online;
    if (online && !std::exchange(m_wasOnline, online)) {
        readOperators();
        m_notices.reload(); // another log was read through
    }
    m_wasOnline = online;
}

void ShopSession::readReceiving()
{
    m_receiving.reload();
    m_pix.reloadAccount();
    m_pixSource.account([this](const store::PixAccountRow &row) { m_composer.setOwnPix(row.account); });
}

void ShopSession::readOperators()
{
    m_store.read([](store::StoreReader &reader) { return reader.shop().operators(); }, this,
                 [this](const Result<QList<store::OperatorRow>> &rows) {
                     if (!rows)
                         return;
                     QList<desk::OperatorChoice> choices;
                     for (const store::OperatorRow &row : *rows) {
                         m_names.insert(row.id, row.name);
                         if (!row.disabled)
                             choices.append({row.id, row.name, row.role, true});
                     }
                     m_operators.setOperators(choices);
                     showPresent();
                     if (state().kind == sync::ConnectionState::Kind::Online) {
                         m_operators.setKnown(true);
                         Q_EMIT operatorsKnown();
                     }
                 });
}

void ShopSession::readShop()
{
    struct Shop
    {
        store::ShopRow row;
        QList<store::ChannelRow> channels;
        QList<store::PausedChannelRow> paused;
        QStringList desks;
    };
    m_store.read(
        [](store::StoreReader &reader) -> Result<Shop> {
            BALCAO_TAKE(const store::ShopRow shop, reader.shop().shop());
            BALCAO_TAKE(const QList<store::ChannelRow> channels, reader.shop().channels());
            BALCAO_TAKE(const QList<store::PausedChannelRow> paused, reader.shop().pausedChannels());
            BALCAO_TAKE(const QStringList desks, reader.shop().desks());
            return Shop{shop, channels, paused, desks};
        },
        this,
        [this](const Result<Shop> &read) {
            if (!read)
                return;
            const auto &[shop, channels, paused, desks] = *read;
            if (!shop.name.isEmpty())
                m_shopName = shop.name;
            m_composer.setShop(m_shopName);
            m_shop.setShop(m_shopName, channels);
            m_till.setShop(m_shopName);
            m_account.setShop(m_shopName, m_address, m_device);
            m_connection.setPaused(paused);
            m_line.setShop({m_address, m_device, desks, channels, paused});
            m_pix.setBank(!shop.bank.isEmpty());
            m_pix.setNumbers(channels);
            m_composer.setBank(!shop.bank.isEmpty());
            m_charges.setRefunds(shop.refunds);
            m_bank.setShop(shop);
            if (!shop.timezone.isEmpty())
                m_wording.setZone(shopZone(shop.timezone.toLatin1()));
            m_till.reload();
        });
}

} // namespace balcao
