// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The real window over a real store, with actions that are written down instead of sent.
#pragma once

#include "desk/accountpresenter.h"
#include "desk/bankpresenter.h"
#include "desk/chargepresenter.h"
#include "desk/composerpresenter.h"
#include "desk/connectionpresenter.h"
#include "desk/counter.h"
#include "desk/customerpresenter.h"
#include "desk/fakepix.h"
#include "desk/fakespeller.h"
#include "desk/inboxpresenter.h"
#include "desk/linepresenter.h"
#include "desk/meterpresenter.h"
#include "desk/newspresenter.h"
#include "desk/noticepresenter.h"
#include "desk/palettepresenter.h"
#include "desk/pickpresenter.h"
#include "desk/preferencespresenter.h"
#include "desk/proofpresenter.h"
#include "desk/railpresenter.h"
#include "desk/receivingpresenter.h"
#include "desk/shoppresenter.h"
#include "desk/spellingpresenter.h"
#include "desk/storedata.h"
#include "desk/storenotices.h"
#include "desk/storetill.h"
#include "desk/tagspresenter.h"
#include "desk/tillpresenter.h"
#include "desk/transcript.h"
#include "ui/mainwindow.h"

#include <QApplication>
#include <QTest>

namespace balcao::test {

class NoShop final : public desk::ShopConnector
{
public:
    void pair(const QString &, const QString &, const QString &, Done) override {}
    void startDemo(Done) override {}
};

class AnyPin final : public desk::OperatorGate
{
public:
    void enter(const desk::OperatorChoice &, const QString &, Done done) override { done(Outcome::Welcome, 0); }
    void choosePin(const desk::OperatorChoice &, const QString &, Done done) override { done(Outcome::Welcome, 0); }
    void addFirstManager(const QString &, const QString &, Done done) override { done(Outcome::Welcome, 0); }
};

class NoKeeper final : public desk::PreferencesKeeper
{
public:
    void keep(const desk::Preferences &) override {}
};

class NoPinChanger final : public desk::PinChanger
{
public:
    void change(OperatorId, const QString &, const QString &, desk::OperatorGate::Done) override {}
};

/// Answers when told to.
class ToldServer final : public desk::LineCheck
{
public:
    void ask(std::function<void(const sync::CheckupAnswer &)> done) override { asked = std::move(done); }

    std::function<void(const sync::CheckupAnswer &)> asked;
};

class PlayedSounds final : public desk::Sounder
{
public:
    void play(desk::Chime chime) override { chimes.append(chime); }

    QList<desk::Chime> chimes;
};

/// The store's folder on a disk with as much room as a test says.
class RoomyDisk final : public desk::DataSource
{
public:
    explicit RoomyDisk(desk::DataSource &real) : m_real(real) {}
    void facts(std::function<void(const desk::DataFacts &)> done) override
    {
        m_real.facts([this, done = std::move(done)](desk::DataFacts facts) {
            facts.freeBytes = freeBytes;
            done(facts);
        });
    }

    qint64 freeBytes = Q_INT64_C(100) << 30;

private:
    desk::DataSource &m_real;
};

struct Window : Counter
{
    explicit Window(const QString &folder = {}) : Counter(folder)
    {
        pick.setProof(proof);
        window.setShop(operators, presenters());
        account.setOperator({ana, QStringLiteral("Ana"), Role::Attendant, true});
        window.setSettings({preferences, account, data, sounds, spelling, receiving, bank, line});
        QObject::connect(&inbox, &desk::InboxPresenter::opened, &thread, &desk::ThreadPresenter::open);
        QObject::connect(&thread, &desk::ThreadPresenter::moved, &inbox, &desk::InboxPresenter::follow);
        serve(ana);
        QObject::connect(&composer, &desk::ComposerPresenter::nextWanted, &inbox, &desk::InboxPresenter::openNext);
    }
    ~Window() { window.clearShop(); }
    ui::InboxPage::Presenters presenters()
    {
        return {connection, rail,     meter,   inbox,     thread,   composer, work, pick,
                tags,       customer, undo,    palette,   spelling, notices,  data, shop,
                transcript, pix,      charges, receiving, bank,     proof,    till};
    }

    void serve(OperatorId who)
    {
        composer.setOperator(who, QStringLiteral("Ana"));
        thread.setOperator(who);
        work.setOperator(who);
        customer.setOperator(who);
        tags.setOperator(who);
        pix.setOperator(who, Role::Attendant);
        charges.setOperator(who, Role::Attendant);
        receiving.setOperator(who, Role::Attendant);
        till.setOperator(who);
    }
    /// What the log holds, in the list, with the chat open.
    void show(const Chat &chat)
    {
        take();
        inbox.reload();
        window.showInbox(QStringLiteral("Padaria Lua"), QStringLiteral("Ana"));
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        inbox.open(chat.conversation);
        QTRY_VERIFY(thread.head() && thread.head()->id == chat.conversation);
        // It is pinned, also when nobody waits.
        QTRY_VERIFY(inbox.model().rowCount() > 0 && inbox.model().rows().first().id == chat.conversation);
        clock.advanceMs(desk::ComposerPresenter::kGuardMs);
    }
    /// As the store notes it.
    void befell(const store::NoticeRow &row)
    {
        store.write([row](store::StoreWriter &w) { return w.notices().add(row); });
        notices.reload();
    }
    template <class T>
    T *find(const char *name) const
    {
        T *found = window.findChild<T *>(QString::fromLatin1(name));
        if (!found)
            qFatal("no %s in the window", name);
        return found;
    }

    OperatorId ana = OperatorId::create();
    NoShop connector;
    AnyPin gate;
    ui::Appearance appearance{*qApp, ui::ColourScheme::Light};
    desk::FirstRunPresenter firstRun{connector};
    desk::OperatorPresenter operators{gate};
    desk::InboxPresenter inbox{source, wording, clock};
    desk::ThreadPresenter thread{source, actions, wording, clock};
    desk::ShopPresenter shop{thread, wording, clock};
    desk::UndoPresenter undo;
    desk::WorkPresenter work{workDone, thread, undo, wording, clock};
    desk::ComposerPresenter composer{source, actions, thread, work, clock};
    desk::RailPresenter rail{source, inbox, clock};
    desk::MeterPresenter meter{source, wording, clock};
    desk::CustomerPresenter customer{source, workDone, thread, undo, wording, clock};
    desk::Transcript transcript{thread, customer, shop, wording, clock};
    desk::PickPresenter pick{source, work, composer};
    desk::TagsPresenter tags{source, workDone, undo};
    desk::PalettePresenter palette{source, inbox, thread, wording, clock};
    desk::ConnectionPresenter connection{clock, clock};
    ToldServer lineCheck;
    desk::LinePresenter line{lineCheck, connection, meter, wording, clock, clock};
    NoKeeper keeper;
    NoPinChanger pinChanger;
    PlayedSounds sounds;
    desk::PreferencesPresenter preferences{keeper, {}};
    FakeSpeller speller;
    desk::SpellingPresenter spelling{source, thread, preferences, undo, &speller};
    desk::AccountPresenter account{pinChanger};
    desk::StoreData storeData{store};
    RoomyDisk disk{storeData};
    desk::DataPresenter data{disk, dir.path()};
    desk::StoreNotices storeNotices{store};
    desk::NoticePresenter notices{storeNotices};
    FakePix pixWorld;
    desk::PixPresenter pix{source, pixWorld, pixWorld, thread, wording, clock};
    desk::ChargePresenter charges{pixWorld, pixWorld, pixWorld, wording, clock};
    desk::ReceivingPresenter receiving{pixWorld, pixWorld, wording, clock};
    desk::BankPresenter bank{wording, clock};
    desk::ProofPresenter proof{thread, clock};
    desk::StoreTill tillSource{store};
    desk::TillPresenter till{tillSource, pixWorld, pixWorld, undo, wording, clock};
    ui::MainWindow window{firstRun, appearance};
};

} // namespace balcao::test
