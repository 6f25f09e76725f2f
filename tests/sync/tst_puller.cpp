// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "desk.h"
#include "support/testmain.h"

#include <QFile>
#include <QSignalSpy>
#include <QUrlQuery>

using namespace balcao;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;
using Kind = sync::ConnectionState::Kind;
using Fault = FakeRelay::Fault;

Q_DECLARE_METATYPE(balcao::test::FakeRelay::Fault)
Q_DECLARE_METATYPE(balcao::sync::ConnectionState::Kind)

namespace {

struct Pulling : Desk
{
    sync::Puller puller{store, client, clock, relayClock, random, kFast};
    QList<sync::ConnectionState> states;

    Pulling()
    {
        QObject::connect(&puller, &sync::Puller::stateChanged, &puller,
                         [this](const sync::ConnectionState &state) { states.append(state); });
    }
    [[nodiscard]] Kind kind() const { return puller.state().kind; }
};

} // namespace

class tst_puller : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void backlogIsFetchedInPagesAndCounted();
    void cursorIsKnownBeforeAnythingIsAsked();
    void thinLineIsAskedForLess();
    void quietRelayIsAskedWithALongWait();
    void eventsOfAParkedPollAreShown();
    void troubleHasItsName_data();
    void troubleHasItsName();
    void afterTroubleItGoesOnWhereItWas();
    void unknownTokenStopsAskingAndKeepsEverything();
    void pageThatIsNoneMovesNothing();
    void storeThatCannotBeWrittenSaysSo();
    void relayTimeIsLearnedAndSmallDriftIgnored();
    void presenceIsToldWhenItChanges();
    void whenTheBankWasReadIsToldOnce();
    void stoppedMeansSilent();
    void otherLogStartsAgainAndIsCountedAnew();
};

void tst_puller::backlogIsFetchedInPagesAndCounted()
{
    Pulling p;
    const Chat chat = p.relay.log.open();
    while (p.relay.log.head() < 1200)
        p.relay.log.receive(chat, u"Oi"_s);
    p.puller.start();
    QTRY_VERIFY(p.kind() == Kind::Online);
    QCOMPARE(p.puller.cursor(), 1200);
    QVERIFY(p.states.first().kind == Kind::CatchingUp);
    QCOMPARE(p.states.first().done, 500);
    QCOMPARE(p.states.first().total, 1200);
    QVERIFY(p.relay.requests.first().url.query().contains("limit=500"_L1));
    QCOMPARE(p.relay.requests.first().headers.first().value, QByteArray("Bearer token-of-the-desk"));
}

void tst_puller::cursorIsKnownBeforeAnythingIsAsked()
{
    Pulling p;
    p.relay.log.open();
    p.puller.start();
    QTRY_VERIFY(p.kind() == Kind::Online);
    sync::Puller again(p.store, p.client, p.clock, p.relayClock, p.random, kFast);
    qint64 known = -1;
    const qsizetype asked = p.relay.requests.size();
    connect(&again, &sync::Puller::seenChanged, this, [&](const sync::Seen &seen) {
        if (known >= 0)
            return;
        known = seen.shown.seq;
        QVERIFY(seen.read.log == p.relay.log.log);
        QCOMPARE(seen.read.seq, known);
        QCOMPARE(seen.read.at, p.relay.log.events.last().at);
        QCOMPARE(p.relay.requests.size(), asked);
    });
    p.puller.stop();
    again.start();
    QTRY_COMPARE(known, p.relay.log.head());
}

// A page that does not get through in time would not do so the next time either.
void tst_puller::thinLineIsAskedForLess()
{
    Pulling p;
    p.relay.log.open();
    p.relay.next = {FakeRelay::Fault::TimedOut, FakeRelay::Fault::TimedOut};
    p.puller.start();
    QTRY_COMPARE(p.relay.parked(), 1);
    QStringList limits;
    for (const http::HttpRequest &one : std::as_const(p.relay.requests))
        limits.append(QUrlQuery(one.url).queryItemValue(u"limit"_s));
    QCOMPARE(limits.mid(0, 4), QStringList({u"500"_s, u"250"_s, u"125"_s, u"250"_s}));
}

void tst_puller::quietRelayIsAskedWithALongWait()
{
    Pulling p;
    p.relay.log.open();
    p.puller.start();
    QTRY_COMPARE(p.relay.parked(), 1);
    QVERIFY(p.relay.requests.first().url.query().endsWith("wait=0"_L1));
    QVERIFY(p.relay.lastQuery().endsWith("wait=25"_L1));
    QCOMPARE(p.relay.requests.last().timeout, std::chrono::milliseconds(29000));
    // As the program does it: a relay that falls silent is noticed within ten seconds, and so is one that is back.
    constexpr sync::Puller::Pace pace;
    constexpr net::RelayClient::Patience patience;
    static_assert(std::chrono::seconds(pace.waitS) + patience.pollSlack < std::chrono::seconds(10));
    static_assert(patience.page < std::chrono::seconds(10) && pace.lastRetry <= std::chrono::seconds(10));
}

void tst_puller::eventsOfAParkedPollAreShown()
{
    Pulling p;
    const Chat chat = p.relay.log.open();
    p.puller.start();
    QTRY_COMPARE(p.relay.parked(), 1);
    store::ChangeSet seen;
    connect(&p.puller, &sync::Puller::pageApplied, this, [&](const store::ChangeSet &changes) { seen.merge(changes); });
    p.relay.log.receive(chat, u"Tem broa?"_s);
    const qint64 written = p.relay.log.events.last().at;
    p.relay.release();
    QTRY_VERIFY(seen.threads.contains(chat.conversation));
    QCOMPARE(p.puller.cursor(), p.relay.log.head());
    QCOMPARE(p.puller.state().lastMessageAt, written);
}

void tst_puller::troubleHasItsName_data()
{
    QTest::addColumn<Fault>("fault");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<bool>("triesAgain");
    QTest::newRow("no connection") << Fault::NoConnection << Kind::Offline << true;
    QTest::newRow("timeout") << Fault::TimedOut << Kind::Offline << true;
    QTest::newRow("certificate") << Fault::CertificateWrong << Kind::NotSecure << true;
    QTest::newRow("503") << Fault::Busy << Kind::Trouble << true;
    QTest::newRow("429") << Fault::Slower << Kind::Trouble << true;
    QTest::newRow("garbage") << Fault::Garbage << Kind::Stranger << true;
    QTest::newRow("portal page") << Fault::PortalPage << Kind::Stranger << true;
    QTest::newRow("unknown token") << Fault::UnknownToken << Kind::NeedsPairing << false;
    QTest::newRow("revoked") << Fault::RevokedDesk << Kind::Revoked << false;
}

void tst_puller::troubleHasItsName()
{
    QFETCH(const Fault, fault);
    QFETCH(const Kind, kind);
    QFETCH(const bool, triesAgain);
    Pulling p;
    p.relay.always = fault;
    p.puller.start();
    QTRY_VERIFY(p.kind() == kind);
    QCOMPARE(p.puller.state().nextTryAt > 0, triesAgain);
    const qsizetype asked = p.relay.polls();
    if (triesAgain)
        QTRY_VERIFY(p.relay.polls() > asked);
    p.relay.always = Fault::None;
    p.puller.retryNow();
    QTRY_VERIFY(p.kind() == Kind::Online);
}

void tst_puller::afterTroubleItGoesOnWhereItWas()
{
    Pulling p;
    const Chat chat = p.relay.log.open();
    p.puller.start();
    QTRY_COMPARE(p.relay.parked(), 1);
    p.relay.always = Fault::NoConnection;
    p.relay.log.receive(chat, u"Oi"_s);
    p.relay.next = {Fault::LostAnswer};
    p.relay.release();
    QTRY_VERIFY(p.kind() == Kind::Offline);
    p.relay.always = Fault::None;
    QTRY_VERIFY(p.kind() == Kind::Online);
    QVERIFY(p.relay.requests.last().url.query().startsWith(u"after=%1&"_s.arg(p.relay.log.head())));
    QCOMPARE(p.puller.cursor(), p.relay.log.head());
}

void tst_puller::unknownTokenStopsAskingAndKeepsEverything()
{
    Pulling p;
    const Chat chat = p.relay.log.open();
    p.relay.log.receive(chat, u"Oi"_s);
    p.puller.start();
    QTRY_COMPARE(p.relay.parked(), 1);
    p.relay.always = Fault::UnknownToken;
    p.puller.stop();
    p.puller.start();
    QTRY_VERIFY(p.kind() == Kind::NeedsPairing);
    const qsizetype asked = p.relay.polls();
    QCoreApplication::processEvents();
    QCOMPARE(p.relay.polls(), asked);
    const auto rows = p.store.read([&](store::StoreReader &r) { return r.threads().newest(chat.conversation, 9); });
    QCOMPARE(rows.result()->size(), 1);
}

void tst_puller::pageThatIsNoneMovesNothing()
{
    Pulling p;
    p.relay.log.open();
    p.relay.next = {Fault::Garbage, Fault::PortalPage};
    p.puller.start();
    QTRY_VERIFY(p.kind() == Kind::Online);
    QCOMPARE(p.relay.requests.at(2).url.query().section(u'&', 0, 0), u"after=0"_s);
    QCOMPARE(p.puller.cursor(), p.relay.log.head());
}

void tst_puller::storeThatCannotBeWrittenSaysSo()
{
    const QTemporaryDir dir;
    QFile file(dir.filePath(u"notafolder"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    FakeRelay relay;
    ManualClock clock(kLogStart);
    OffsetClock relayClock(clock);
    QRandomGenerator random(7);
    net::RelayClient client(relay, QUrl(u"https://balcao.example"_s), "t");
    store::Store store(file.fileName(), {}, 0);
    sync::Puller puller(store, client, clock, relayClock, random, kFast);
    puller.start();
    QTRY_VERIFY(puller.state().kind == Kind::DiskTrouble);
    QCOMPARE(puller.cursor(), 0);
}

void tst_puller::relayTimeIsLearnedAndSmallDriftIgnored()
{
    Pulling p;
    p.relay.now = kLogStart + 3 * kDayMs;
    p.puller.start();
    QTRY_COMPARE(p.relay.parked(), 1);
    QCOMPARE(p.relayClock.nowMs(), kLogStart + 3 * kDayMs);
    p.relay.now += 900;
    p.relay.release();
    QTRY_COMPARE(p.relay.parked(), 1);
    QCOMPARE(p.relayClock.nowMs(), kLogStart + 3 * kDayMs);
    p.relay.now = kLogStart + 500;
    p.relay.release();
    QTRY_COMPARE(p.relay.parked(), 1);
    QCOMPARE(p.relayClock.offsetMs(), 0);
}

void tst_puller::presenceIsToldWhenItChanges()
{
    Pulling p;
    QList<qsizetype> told;
    connect(&p.puller, &sync::Puller::presenceChanged, this,
            [&](const QList<store::PresenceRow> &present) { told.append(present.size()); });
    p.relay.present = {{OperatorId::create(), DeskId::create(), ConversationId::create(), true}};
    p.puller.start();
    QTRY_COMPARE(p.relay.parked(), 1);
    p.relay.release();
    QTRY_COMPARE(p.relay.parked(), 1);
    p.relay.present.clear();
    p.relay.release();
    QTRY_COMPARE(told, QList<qsizetype>({1, 0}));
}

void tst_puller::whenTheBankWasReadIsToldOnce()
{
    Pulling p;
    QList<qint64> told;
    connect(&p.puller, &sync::Puller::bankRead, this, [&](qint64 at) { told.append(at); });
    p.puller.start();
    for (const std::optional<qint64> &at :
         {std::optional<qint64>(), std::optional(kLogStart), std::optional(kLogStart), std::optional(kLogStart + 1)}) {
        QTRY_COMPARE(p.relay.parked(), 1);
        p.relay.bankReadAt = at;
        p.relay.release();
    }
    QTRY_COMPARE(told, (QList<qint64>{kLogStart, kLogStart + 1}));
}

void tst_puller::stoppedMeansSilent()
{
    Pulling p;
    const Chat chat = p.relay.log.open();
    p.puller.start();
    QTRY_COMPARE(p.relay.parked(), 1);
    const QSignalSpy pages(&p.puller, &sync::Puller::pageApplied);
    p.puller.stop();
    p.relay.log.receive(chat, u"Oi"_s);
    const qsizetype asked = p.relay.polls();
    p.relay.release();
    p.puller.retryNow();
    QCoreApplication::processEvents();
    QCOMPARE(p.relay.polls(), asked);
    QCOMPARE(pages.size(), 0);
}

void tst_puller::otherLogStartsAgainAndIsCountedAnew()
{
    Pulling p;
    const Chat chat = p.relay.log.open();
    p.puller.start();
    QTRY_COMPARE(p.relay.parked(), 1);
    p.relay.log.log = LogId::create();
    p.relay.log.receive(chat, u"Oi"_s);
    bool rebuilt = false;
    connect(&p.puller, &sync::Puller::pageApplied, this,
            [&](const store::ChangeSet &changes) { rebuilt = rebuilt || changes.rebuilt; });
    p.relay.release();
    QTRY_VERIFY(rebuilt);
    QTRY_VERIFY(p.kind() == Kind::Online);
    QCOMPARE(p.puller.state().done, p.relay.log.head());
    QCOMPARE(p.puller.state().total, p.relay.log.head());
}

BALCAO_TEST(tst_puller)
#include "tst_puller.moc"
