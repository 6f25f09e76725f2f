// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// A shop that this desk is paired with, running: store, client, sync, presenters. Built in the order in
// which they depend on one another, torn down in the reverse. GUI thread.
#pragma once

#include "core/clock.h"
#include "desk/accountpresenter.h"
#include "desk/bankpresenter.h"
#include "desk/chargepresenter.h"
#include "desk/comeback.h"
#include "desk/composerpresenter.h"
#include "desk/connectionpresenter.h"
#include "desk/customerpresenter.h"
#include "desk/datapresenter.h"
#include "desk/inboxpresenter.h"
#include "desk/linepresenter.h"
#include "desk/logingate.h"
#include "desk/meterpresenter.h"
#include "desk/noticepresenter.h"
#include "desk/palettepresenter.h"
#include "desk/pickpresenter.h"
#include "desk/proofpresenter.h"
#include "desk/railpresenter.h"
#include "desk/receivingpresenter.h"
#include "desk/shoppresenter.h"
#include "desk/spellingpresenter.h"
#include "desk/storedata.h"
#include "desk/storenotices.h"
#include "desk/storepix.h"
#include "desk/storesource.h"
#include "desk/storetill.h"
#include "desk/syncactions.h"
#include "desk/syncline.h"
#include "desk/syncpix.h"
#include "desk/syncwork.h"
#include "desk/tagspresenter.h"
#include "desk/tillpresenter.h"
#include "desk/transcript.h"
#include "desk/undopresenter.h"
#include "desk/workpresenter.h"
#include "http/qthttpclient.h"
#include "main/storewatch.h"
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
    QString address; ///< of the server, as it was typed
    QString device;  ///< what this computer is called there
};

class ShopSession final : public QObject
{
    Q_OBJECT

public:
    /// How patient it is with the shop's server.
    struct Pace
    {
        sync::Puller::Pace tries;
        net::RelayClient::Patience calls;
    };

    /// `speller`: null where the system offers none.
    ShopSession(const ShopAccess &access, const Clock &clock, desk::PreferencesPresenter &preferences,
                desk::Speller *speller);
    ShopSession(const ShopAccess &access, const Clock &clock, desk::PreferencesPresenter &preferences,
                desk::Speller *speller, const Pace &pace);

    void start();
    [[nodiscard]] qint64 nowMs() const { return m_relayClock.nowMs(); } ///< the relay's
    void serve(const desk::OperatorChoice &who);

    /// Who serves, or did last; null before anybody did.
    [[nodiscard]] OperatorId serving() const { return m_serving.id; }
    [[nodiscard]] const desk::OperatorChoice &servingNow() const { return m_serving; }
    /// How that one has arranged the window's panes on this computer.
    void keepArrangement(const QByteArray &arrangement);
    void readArrangement(QObject *context, std::function<void(const QByteArray &)> done);

    [[nodiscard]] const QString &shopName() const { return m_shopName; }
    desk::OperatorPresenter &operators() { return m_operators; }
    desk::LoginGate &gate() { return m_gate; }
    desk::ConnectionPresenter &connection() { return m_connection; }
    desk::InboxPresenter &inbox() { return m_inbox; }
    desk::ThreadPresenter &thread() { return m_thread; }
    desk::RailPresenter &rail() { return m_rail; }
    desk::AccountPresenter &account() { return m_account; }
    desk::DataPresenter &data() { return m_data; }
    desk::ConversationSource &source() { return m_source; }
    desk::ComposerPresenter &composer() { return m_composer; }
    desk::SpellingPresenter &spelling() { return m_spelling; }
    desk::CustomerPresenter &customer() { return m_customer; }
    desk::PixPresenter &pix() { return m_pix; }
    desk::ChargePresenter &charges() { return m_charges; }
    desk::ReceivingPresenter &receiving() { return m_receiving; }
    desk::BankPresenter &bank() { return m_bank; }
    desk::LinePresenter &line() { return m_line; }
    desk::TillPresenter &till() { return m_till; }
    ui::InboxPage::Presenters presenters();
    store::Store &store() { return m_store; }
    [[nodiscard]] const sync::ConnectionState &state() { return m_sync.puller().state(); }

Q_SIGNALS:
    /// A page was applied; `isLive`: with it all is known that the relay knows.
    void heard(const balcao::store::ChangeSet &changes, bool isLive);
    void sendRefused();
    void onlineChanged(bool online);
    void revoked();
    void pairAgain();
    /// The list of operators has been read at least once and the relay's head was reached.
    void operatorsKnown();

private:
    void applied(const store::ChangeSet &changes);
    void stateChanged(const sync::ConnectionState &state);
    /// Of a command that came to nothing.
    void tellUndone(const QString &why, const wire::Command &command);
    void refreshLists();
    void showPresent();
    void readOperators();
    void readReceiving();
    void readShop();

    QString m_shopName;
    const Clock &m_clock;
    OffsetClock m_relayClock;
    desk::Wording m_wording;
    QRandomGenerator m_random;
    http::QtHttpClient m_http;
    net::RelayClient m_client;
    store::Store m_store;
    sync::Sync m_sync;
    sync::Login m_login;
    sync::SignedAct m_signed;
    sync::Checkup m_checkup;
    desk::StoreSource m_source;
    desk::SyncActions m_actions;
    desk::SyncWork m_workActions;
    desk::SyncPix m_pixActions;
    desk::StorePix m_pixSource;
    desk::StoreTill m_tillSource;
    desk::SyncLine m_lineCheck;
    desk::LoginGate m_gate;
    desk::OperatorPresenter m_operators;
    desk::ConnectionPresenter m_connection;
    desk::ComeBack m_comeBack;
    desk::InboxPresenter m_inbox;
    desk::ThreadPresenter m_thread;
    desk::ShopPresenter m_shop;
    desk::UndoPresenter m_undo;
    desk::WorkPresenter m_work;
    desk::ComposerPresenter m_composer;
    desk::SpellingPresenter m_spelling;
    desk::RailPresenter m_rail;
    desk::MeterPresenter m_meter;
    desk::CustomerPresenter m_customer;
    desk::Transcript m_transcript;
    desk::PickPresenter m_pick;
    desk::TagsPresenter m_tags;
    desk::PalettePresenter m_palette;
    desk::AccountPresenter m_account;
    desk::StoreData m_storeData;
    desk::DataPresenter m_data;
    StoreWatch m_watch;
    desk::StoreNotices m_storeNotices;
    desk::NoticePresenter m_notices;
    desk::PixPresenter m_pix;
    desk::ChargePresenter m_charges;
    desk::ReceivingPresenter m_receiving;
    desk::BankPresenter m_bank;
    desk::ProofPresenter m_proof;
    desk::TillPresenter m_till;
    desk::LinePresenter m_line;
    QString m_address;
    QString m_device;
    QHash<OperatorId, QString> m_names;
    QList<store::PresenceRow> m_present;
    desk::OperatorChoice m_serving;
    bool m_wasOnline = false;
    bool m_wasEverOnline = false;
};

} // namespace balcao
