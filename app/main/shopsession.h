// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// A shop that this desk is paired with, running: store, client, sync, presenters. Built in the order in
// which they depend on one another, torn down in the reverse. GUI thread.
#pragma once

#include "core/clock.h"
#include "desk/composerpresenter.h"
#include "desk/connectionpresenter.h"
#include "desk/customerpresenter.h"
#include "desk/inboxpresenter.h"
#include "desk/logingate.h"
#include "desk/palettepresenter.h"
#include "desk/pickpresenter.h"
#include "desk/tagspresenter.h"
#include "desk/railpresenter.h"
#include "desk/storesource.h"
#include "desk/syncwork.h"
#include "desk/undopresenter.h"
#include "desk/workpresenter.h"
#include "http/qthttpclient.h"
#include "ui/panes/inboxpage.h"

#include <QRandomGenerator>

namespace balcao {

struct ShopAccess
{
    QUrl relay;
    QByteArray token;
    QString shopName;
    QString timezone;
    QString storeFolder;
    std::optional<sql::Key> storeKey;
};

class ShopSession final : public QObject
{
    Q_OBJECT

public:
    ShopSession(const ShopAccess &access, const Clock &clock);

    void start();
    void serve(const desk::OperatorChoice &who);

    [[nodiscard]] const QString &shopName() const { return m_shopName; }
    desk::OperatorPresenter &operators() { return m_operators; }
    desk::LoginGate &gate() { return m_gate; }
    desk::ConnectionPresenter &connection() { return m_connection; }
    desk::InboxPresenter &inbox() { return m_inbox; }
    desk::ThreadPresenter &thread() { return m_thread; }
    desk::ComposerPresenter &composer() { return m_composer; }
    ui::InboxPage::Presenters presenters();
    store::Store &store() { return m_store; }
    [[nodiscard]] const sync::ConnectionState &state() { return m_sync.puller().state(); }

Q_SIGNALS:
    void revoked();
    void pairAgain();
    /// The list of operators has been read at least once and the relay's head was reached.
    void operatorsKnown();

private:
    void applied(const store::ChangeSet &changes);
    void stateChanged(const sync::ConnectionState &state);
    void refreshLists();
    void showPresent();
    void readOperators();
    void readShop();

    QString m_shopName;
    OffsetClock m_relayClock;
    desk::Wording m_wording;
    QRandomGenerator m_random;
    http::QtHttpClient m_http;
    net::RelayClient m_client;
    store::Store m_store;
    sync::Sync m_sync;
    sync::Login m_login;
    desk::StoreSource m_source;
    desk::SyncActions m_actions;
    desk::SyncWork m_workActions;
    desk::LoginGate m_gate;
    desk::OperatorPresenter m_operators;
    desk::ConnectionPresenter m_connection;
    desk::InboxPresenter m_inbox;
    desk::ThreadPresenter m_thread;
    desk::UndoPresenter m_undo;
    desk::WorkPresenter m_work;
    desk::ComposerPresenter m_composer;
    desk::RailPresenter m_rail;
    desk::CustomerPresenter m_customer;
    desk::PickPresenter m_pick;
    desk::TagsPresenter m_tags;
    desk::PalettePresenter m_palette;
    QHash<OperatorId, QString> m_names;
    QList<store::PresenceRow> m_present;
    OperatorId m_serving;
    bool m_wasOnline = false;
};

} // namespace balcao
