// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "core/problem.h"
#include "relaydoor.h"
#include "shopsession.h"
#include "support/testmain.h"

#include <QSignalSpy>
#include <QTemporaryDir>

using namespace balcao;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;
using Fault = FakeRelay::Fault;

namespace {

class NoKeeper final : public desk::PreferencesKeeper
{
public:
    void keep(const desk::Preferences &) override {}
};

/// The program's own parts with a shop in which Rosa has written and Ana serves, paired and caught up.
struct Paired
{
    Paired()
    {
        for (const auto &[id, name] : {std::pair(ana, u"Ana"_s), std::pair(bruno, u"Bruno"_s)}) {
            wire::Subject who;
            who.operatorId = id;
            log.add(wire::OperatorAdded{name, Role::Attendant}, who);
        }
        rosa = log.open(u"Rosa"_s);
        log.receive(rosa, u"Oi"_s);
        session.start();
        if (!QTest::qWaitFor([this] { return !known.isEmpty(); }))
            qFatal("the shop did not come");
        session.serve({ana, u"Ana"_s, Role::Attendant, true});
    }
    void open(const Chat &chat)
    {
        session.inbox().open(chat.conversation);
        if (!QTest::qWaitFor([this] { return session.thread().head().has_value(); }))
            qFatal("the chat did not open");
        clock.advanceMs(desk::ComposerPresenter::kGuardMs);
    }
    /// The desk learns what the log holds now.
    void hear()
    {
        if (!QTest::qWaitFor([this] { return door.relay.parked() > 0; }))
            qFatal("the desk does not ask");
        door.relay.release();
    }
    /// And from then on only this.
    void failWith(Fault fault)
    {
        hear();
        door.relay.always = fault;
    }
    void write(const QString &text)
    {
        QTRY_VERIFY(session.composer().conversation() == session.thread().conversation());
        session.composer().setText(text);
        QTRY_VERIFY(session.composer().canSend());
    }
    void refuseAll(QLatin1StringView type)
    {
        door.relay.judge = [type](const QJsonObject &command) {
            wire::Outcome outcome;
            outcome.id = command.value("id"_L1).toString();
            outcome.status = wire::OutcomeStatus::Rejected;
            outcome.problem = wire::WireProblem{type, {}};
            return outcome;
        };
    }
    [[nodiscard]] int rows() { return session.thread().model().rowCount(); }

    QTemporaryDir dir;
    ManualClock clock{kLogStart};
    RelayDoor door;
    EventLog &log = door.relay.log;
    OperatorId ana = OperatorId::create();
    OperatorId bruno = OperatorId::create();
    Chat rosa;
    NoKeeper keeper;
    desk::PreferencesPresenter preferences{keeper, {}};
    ShopSession session{{door.url(),
                         "token",
                         u"Padaria Lua"_s,
                         u"America/Sao_Paulo"_s,
                         dir.filePath(u"shop"_s),
                         {},
                         u"lua.example"_s,
                         u"Caixa 1"_s},
                        clock,
                        preferences,
                        nullptr};
    QSignalSpy known{&session, &ShopSession::operatorsKnown};
    ui::InboxPage::Presenters parts = session.presenters();
};

} // namespace

// That the parts of a paired shop hear one another: each test falls with a connection of ShopSession's.
class tst_shopsession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatTheLogSaysIsShown();
    void theShopsListsAreReadAgain();
    void whoElseIsThereIsShown();
    void whatIsWrittenWaitsInSight();
    void whatWaitsIsTakenBack();
    void aRefusedMessageIsHeardOf();
    void aRefusedActIsTold();
    void aRefusedSaleIsNone();
    void anActThatCouldNotBeKeptIsTold();
    void theNextOneOpensAfterSending();
    void aMergedChatIsFollowed();
    void theStripActs();
    void theSettingsKnowTheWay();
    void aRevokedDeskIsToldOf();
    void aRestoredServerIsSaid();
};

void tst_shopsession::whatTheLogSaysIsShown()
{
    Paired p;
    const QSignalSpy heard(&p.session, &ShopSession::heard);
    QTRY_COMPARE(p.session.inbox().model().rowCount(), 1);
    p.open(p.rosa);
    QVERIFY(p.session.thread().conversation() == p.rosa.conversation);
    QCOMPARE(p.rows(), 1);
    p.log.receive(p.rosa, u"Tem broa?"_s);
    p.log.open(u"Dita"_s);
    p.hear();
    QTRY_COMPARE(p.rows(), 2);
    p.session.inbox().setView(store::View::All);
    QTRY_COMPARE(p.session.inbox().model().rowCount(), 2);
    QVERIFY(!heard.isEmpty());
}

void tst_shopsession::theShopsListsAreReadAgain()
{
    Paired p;
    wire::Subject tag;
    tag.tag = TagId::create();
    p.log.add(wire::TagDefined{u"VIP"_s, u"#6a46a0"_s}, tag);
    wire::ShopChanged shop;
    shop.name = u"Padaria Sol"_s;
    shop.bank = u"Banco Exemplo"_s;
    QCOMPARE(p.session.pix().kinds().size(), 1);
    p.log.add(shop);
    wire::Subject who;
    who.operatorId = OperatorId::create();
    p.log.add(wire::OperatorAdded{u"Caio"_s, Role::Attendant}, who);
    p.hear();
    QTRY_COMPARE(p.session.shopName(), u"Padaria Sol"_s);
    QTRY_COMPARE(p.session.operators().operators().size(), 3);
    QTRY_COMPARE(p.parts.tags.tags().size(), 1);
    QTRY_COMPARE(p.session.pix().kinds().size(), 2); // a bank that confirms
}

void tst_shopsession::whoElseIsThereIsShown()
{
    Paired p;
    p.open(p.rosa);
    p.door.relay.present = {{p.bruno, DeskId::create(), p.rosa.conversation, true}};
    p.hear();
    QTRY_COMPARE(p.session.thread().whoElseWrites(), u"Bruno"_s);
}

void tst_shopsession::whatIsWrittenWaitsInSight()
{
    Paired p;
    const QSignalSpy online(&p.session, &ShopSession::onlineChanged);
    p.open(p.rosa);
    p.failWith(Fault::NoConnection);
    QTRY_COMPARE(p.session.connection().level(), desk::ConnectionPresenter::Level::Trouble);
    QCOMPARE(online.last().first().toBool(), false);
    const QString calm = p.session.data().waitingText();
    p.write(u"Temos!"_s);
    p.session.composer().send();
    QTRY_COMPARE(p.rows(), 2);
    QTRY_VERIFY(p.session.connection().shortText().contains(u'1'));
    QTRY_VERIFY(p.session.data().waitingText() != calm);
}

// The way of a message that is not to go, and of the one that is: through the real outbox and the real store.
void tst_shopsession::whatWaitsIsTakenBack()
{
    Paired p;
    p.open(p.rosa);
    p.failWith(Fault::Busy); // surely nothing is taken
    QTRY_COMPARE(p.session.connection().level(), desk::ConnectionPresenter::Level::Trouble);
    for (const QString &text : {u"Temos!"_s, u"Quantas?"_s}) {
        p.write(text);
        p.session.composer().send();
        QTRY_COMPARE(p.session.composer().text(), QString());
    }
    QTRY_COMPARE(p.rows(), 3);
    QTRY_COMPARE(p.session.thread().model().actions(1), QList{desk::ThreadAction::TakeBack});
    p.session.composer().setText(u"Até já"_s);
    // It may be on its way to the next refusal just then: "it can be cancelled again".
    const auto isTakenBack = [&p] {
        if (p.session.composer().text() == u"Até já"_s)
            p.session.thread().act(1, 0);
        return p.session.composer().text() == u"Temos!\nAté já"_s;
    };
    QTRY_VERIFY(isTakenBack());
    QTRY_COMPARE(p.rows(), 2);
    QVERIFY(p.parts.undo.text().contains(u"cancelled"));
    QTRY_VERIFY(p.session.connection().shortText().contains(u"1 to send"));
    p.door.relay.commandBodies.clear();
    p.door.relay.always = Fault::None;
    QTRY_VERIFY_WITH_TIMEOUT(!p.door.relay.commandBodies.isEmpty(), 20000);
    QVERIFY(p.door.relay.commandBodies.first().contains("Quantas?"));
    QVERIFY(!p.door.relay.commandBodies.first().contains("Temos!"));
    QTRY_COMPARE(p.session.composer().takeBackText(), QString());
    QCOMPARE(p.session.composer().text(), u"Temos!\nAté já"_s);
}

void tst_shopsession::aRefusedMessageIsHeardOf()
{
    Paired p;
    const QSignalSpy refused(&p.session, &ShopSession::sendRefused);
    p.refuseAll(problem::kWindowClosed);
    p.open(p.rosa);
    p.write(u"Temos!"_s);
    p.session.composer().send();
    QTRY_COMPARE(refused.size(), 1);
}

void tst_shopsession::aRefusedActIsTold()
{
    Paired p;
    p.refuseAll(problem::kStale);
    p.open(p.rosa);
    p.parts.work.toggleResolved();
    QTRY_COMPARE(p.parts.undo.text(), desk::Wording::actRefusal(problem::kStale));
    QVERIFY(!p.parts.undo.canUndo());
}

void tst_shopsession::aRefusedSaleIsNone()
{
    Paired p;
    const wire::PixStray came{{u"E1"_s, {2500}, p.clock.nowMs(), {}, {}}, {}, {}};
    p.log.add(came);
    p.hear();
    desk::TillPresenter &till = p.session.till();
    till.setShown(true);
    QTRY_COMPARE(till.differences().size(), 1);
    p.refuseAll(problem::kUnknownKind); // an older server
    till.sortAsSale({came.payment.endToEndId});
    QVERIFY(till.differences().isEmpty());
    QTRY_COMPARE(till.differences().size(), 1);
}

void tst_shopsession::anActThatCouldNotBeKeptIsTold()
{
    Paired p;
    p.open(p.rosa);
    const auto local = sql::Connection::open(p.dir.filePath(u"shop/local.db"_s));
    QVERIFY(local);
    QVERIFY((*local)->exec(u"CREATE TRIGGER broken BEFORE INSERT ON outbox BEGIN SELECT raise(ABORT, 'full'); END"_s));
    p.parts.work.toggleResolved();
    QTRY_VERIFY(p.parts.undo.text().contains(u"disk"));
}

void tst_shopsession::theNextOneOpensAfterSending()
{
    Paired p;
    const Chat dita = p.log.open(u"Dita"_s);
    p.log.receive(dita, u"Oi"_s);
    p.hear();
    QTRY_COMPARE(p.session.inbox().model().rowCount(), 2);
    p.open(p.rosa);
    p.write(u"Temos!"_s);
    p.session.composer().sendAndNext();
    QTRY_VERIFY(p.session.inbox().openNow() == dita.conversation);
}

void tst_shopsession::aMergedChatIsFollowed()
{
    Paired p;
    const Chat dita = p.log.open(u"Dita"_s);
    p.log.receive(dita, u"Oi"_s);
    p.hear();
    QTRY_COMPARE(p.session.inbox().model().rowCount(), 2);
    p.open(dita);
    p.log.add(
        wire::CustomerMerged{dita.customer, p.rosa.customer, {{dita.conversation, p.rosa.conversation, {}, {}, {}}}},
        p.rosa.subject());
    p.hear();
    QTRY_VERIFY(p.session.inbox().openNow() == p.rosa.conversation);
}

void tst_shopsession::theStripActs()
{
    Paired p;
    const QSignalSpy again(&p.session, &ShopSession::pairAgain);
    p.failWith(Fault::UnknownToken);
    QTRY_COMPARE(p.session.connection().level(), desk::ConnectionPresenter::Level::Broken);
    p.session.connection().act();
    QCOMPARE(again.size(), 1);
    // Nobody asks by themselves in this state.
    p.door.relay.always = Fault::None;
    Q_EMIT p.session.connection().retryRequested();
    QTRY_COMPARE(p.session.connection().level(), desk::ConnectionPresenter::Level::Calm);
}

void tst_shopsession::theSettingsKnowTheWay()
{
    Paired p;
    wire::Subject desk;
    desk.desk = DeskId::create();
    p.log.add(wire::DeskPaired{u"Caixa 1"_s}, desk);
    wire::ChannelHealth number;
    number.channel = u"106540352242922"_s; // where Rosa writes
    number.label = u"Balcão"_s;
    p.log.add(number);
    p.hear();
    QTRY_COMPARE(p.session.line().numbers().size(), 1);
    QTRY_COMPARE(p.session.line().stations().value(1).level, desk::LinePresenter::Level::Good);
    p.failWith(Fault::NoConnection);
    QTRY_COMPARE(p.session.line().stations().value(1).level, desk::LinePresenter::Level::Trouble);
    wire::Health health;
    health.version = u"0.1.0"_s;
    health.log = p.log.log;
    p.door.relay.answers[u"/v1/health"_s] = {200, wire::toBytes(health)};
    p.door.relay.always = Fault::None;
    p.session.line().test(); // and whoever asks is connected at once
    QTRY_COMPARE(p.session.line().stations().value(1).level, desk::LinePresenter::Level::Good);
    QTRY_VERIFY(p.session.line().testText().startsWith(u"tested"));
}

void tst_shopsession::aRevokedDeskIsToldOf()
{
    Paired p;
    const QSignalSpy revoked(&p.session, &ShopSession::revoked);
    p.failWith(Fault::RevokedDesk);
    QTRY_COMPARE(revoked.size(), 1);
}

void tst_shopsession::aRestoredServerIsSaid()
{
    Paired p;
    QCOMPARE(p.parts.notices.text(), QString());
    p.log.log = LogId::create();
    p.hear();
    QTRY_VERIFY(!p.parts.notices.text().isEmpty());
}

BALCAO_TEST(tst_shopsession)
#include "tst_shopsession.moc"
