// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "counter.h"
#include "desk/linepresenter.h"
#include "support/testmain.h"

#include <QSignalSpy>

using namespace balcao;
using namespace balcao::desk;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;
using Kind = sync::ConnectionState::Kind;
using Level = LinePresenter::Level;

Q_DECLARE_METATYPE(balcao::sync::ConnectionState::Kind)
Q_DECLARE_METATYPE(balcao::desk::LinePresenter::Level)

namespace {

class ToldServer final : public LineCheck
{
public:
    void ask(std::function<void(const sync::CheckupAnswer &)> done) override
    {
        ++times;
        asked = std::move(done);
    }

    std::function<void(const sync::CheckupAnswer &)> asked;
    int times = 0;
};

struct Line : Counter
{
    ConnectionPresenter connection{clock, clock};
    MeterPresenter meter{source, wording, clock};
    ToldServer server;
    LinePresenter line{server, connection, meter, wording, clock, clock};

    Line() { say(); }
    void say(const QList<store::ChannelRow> &channels = {{u"106"_s, u"Balcão"_s, {}, false}},
             const QList<store::PausedChannelRow> &paused = {})
    {
        line.setShop({u"lua.example"_s, u"Caixa 1"_s, {u"Caixa 1"_s, u"Gerência"_s}, channels, paused});
    }
    void be(Kind kind, qint64 lastMessageAt = 0)
    {
        sync::ConnectionState state;
        state.kind = kind;
        state.lastMessageAt = lastMessageAt;
        state.lastExchangeAt = clock.nowMs() - 3 * kSecondMs;
        connection.setState(state);
    }
    static QString valueOf(const QList<LinePresenter::Fact> &facts, const QString &caption)
    {
        for (const LinePresenter::Fact &fact : facts) {
            if (fact.caption == caption)
                return fact.value;
        }
        return {};
    }
};

} // namespace

// What is said of the connection and of the shop's number is what is known, and no more.
class tst_line : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachStateIsSaidWhereItIs_data();
    void eachStateIsSaidWhereItIs();
    void whatsAppIsJudgedByWhatItSaid();
    void aStoppedNumberSaysWhy();
    void whatMetaSaysOfANumberIsSaid();
    void whatIsNotKnownIsNotSaid();
    void aTestSaysHowLongItTook();
    void aTestThatIsNotAnsweredSaysSo();
    void computersAreNamedAndThisOneMarked();
    void theWayIsCountedInTime();
    void theStoreKnowsWhoIsPaired();
};

void tst_line::eachStateIsSaidWhereItIs_data()
{
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<Level>("here");
    QTest::addColumn<Level>("server");
    QTest::newRow("connecting") << Kind::Connecting << Level::Good << Level::Unknown;
    QTest::newRow("online") << Kind::Online << Level::Good << Level::Good;
    QTest::newRow("catching up") << Kind::CatchingUp << Level::Good << Level::Good;
    QTest::newRow("offline") << Kind::Offline << Level::Good << Level::Trouble;
    QTest::newRow("not safe") << Kind::NotSecure << Level::Good << Level::Trouble;
    QTest::newRow("trouble") << Kind::Trouble << Level::Good << Level::Trouble;
    QTest::newRow("a stranger") << Kind::Stranger << Level::Good << Level::Trouble;
    QTest::newRow("disk") << Kind::DiskTrouble << Level::Trouble << Level::Good;
    QTest::newRow("store") << Kind::StoreTrouble << Level::Trouble << Level::Good;
    QTest::newRow("not paired") << Kind::NeedsPairing << Level::Good << Level::Trouble;
    QTest::newRow("revoked") << Kind::Revoked << Level::Good << Level::Trouble;
}

void tst_line::eachStateIsSaidWhereItIs()
{
    QFETCH(const Kind, kind);
    QFETCH(const Level, here);
    QFETCH(const Level, server);
    Line l;
    l.be(kind, kLogStart - kMinuteMs);
    const QList<LinePresenter::Station> stations = l.line.stations();
    QCOMPARE(stations.size(), 3);
    QCOMPARE(stations[0].level, here);
    QCOMPARE(stations[1].level, server);
    QCOMPARE(stations[2].level, server == Level::Good ? Level::Good : Level::Unknown); // nobody else could say
    for (const LinePresenter::Station &station : stations)
        QVERIFY(!station.name.isEmpty() && !station.detail.isEmpty());
}

void tst_line::whatsAppIsJudgedByWhatItSaid()
{
    Line l;
    l.be(Kind::Online);
    QCOMPARE(l.line.stations()[2].level, Level::Unknown); // no message since the start: it may be asleep, or cut off
    l.be(Kind::Online, l.clock.nowMs() - 12 * kSecondMs);
    QCOMPARE(l.line.stations()[2].level, Level::Good);
    QVERIFY(l.line.stations()[2].detail.contains(u"12 s"_s));
    l.line.test();
    l.server.asked({true, 38, u"0.1.0"_s, l.clock.nowMs() - 2 * kSecondMs, {}});
    QVERIFY(l.line.stations()[2].detail.contains(u"2 s"_s)); // of a status, which is no message
    l.clock.advanceMs(kDayMs);                               // a quiet shop, or a way that is broken
    QCOMPARE(l.line.stations()[2].level, Level::Unknown);
}

void tst_line::aStoppedNumberSaysWhy()
{
    Line l;
    l.be(Kind::Online, kLogStart);
    l.say({{u"106"_s, u"Balcão"_s, u"Padaria Lua"_s, true}, {u"107"_s, {}, {}, false}}, {{u"106"_s, u"Balcão"_s, 190}});
    QCOMPARE(l.line.stations()[2].level, Level::Trouble);
    const auto numbers = l.line.numbers();
    QCOMPARE(numbers.size(), 2);
    QCOMPARE(Line::valueOf(numbers[0], u"Number"_s), u"Balcão"_s);
    QCOMPARE(Line::valueOf(numbers[0], u"Name on WhatsApp"_s), u"Padaria Lua"_s);
    QVERIFY(Line::valueOf(numbers[0], u"Messages"_s).contains(ConnectionPresenter::pauseCause(190)));
    QCOMPARE(Line::valueOf(numbers[1], u"Messages"_s), u"leave"_s);
    QCOMPARE(Line::valueOf(numbers[1], u"Meta's own number for it"_s), u"107"_s);
}

void tst_line::whatMetaSaysOfANumberIsSaid()
{
    Line l;
    l.say({{u"106"_s, u"Balcão"_s, u"Padaria Lua"_s, false, u"+55 19 3555-0142"_s, u"YELLOW"_s, u"DECLINED"_s,
            u"VERIFIED"_s, u"CONNECTED"_s}});
    const auto facts = l.line.numbers().value(0);
    QCOMPARE(Line::valueOf(facts, u"Name on WhatsApp"_s), u"Padaria Lua · declined by Meta"_s);
    QCOMPARE(Line::valueOf(facts, u"Number"_s), u"+55 19 3555-0142 · Balcão"_s);
    QCOMPARE(Line::valueOf(facts, u"Quality at Meta"_s), u"medium"_s);
    QVERIFY(!Line::valueOf(facts, u"Not verified"_s).isEmpty());
}

void tst_line::whatIsNotKnownIsNotSaid()
{
    Line l;
    QStringList captions;
    const auto numbers = l.line.numbers();
    for (const LinePresenter::Fact &fact : numbers.first())
        captions.append(fact.caption);
    QCOMPARE(captions, (QStringList{u"Number"_s, u"Messages"_s, u"Meta's own number for it"_s}));
    QCOMPARE(Line::valueOf(l.line.server(), u"Version"_s), QString());
    QCOMPARE(l.line.testText(), QString());
    QCOMPARE(l.line.noNumberText(), QString());
    l.say({});
    QVERIFY(l.line.numbers().isEmpty() && !l.line.noNumberText().isEmpty());
}

void tst_line::aTestSaysHowLongItTook()
{
    Line l;
    l.be(Kind::Online, kLogStart);
    const QSignalSpy reached(&l.line, &LinePresenter::reached);
    l.line.test();
    l.line.test();
    QVERIFY(l.line.isTesting());
    QCOMPARE(l.server.times, 1);
    QVERIFY(!l.line.testText().isEmpty());
    l.server.asked({true, 38, u"0.1.0"_s, 0, {{u"106"_s, 4}}});
    QVERIFY(!l.line.isTesting());
    QCOMPARE(reached.size(), 1);
    QVERIFY(l.line.stations()[1].detail.contains(u"38 ms"_s));
    QCOMPARE(l.line.testText(), u"tested at "_s + l.wording.clock(l.clock.nowMs()));
    QCOMPARE(Line::valueOf(l.line.server(), u"Version"_s), u"0.1.0"_s);
    QCOMPARE(Line::valueOf(l.line.numbers().first(), u"Waiting at the server"_s), u"4"_s);
    l.clock.advanceMs(kMinuteMs);
    QCOMPARE(l.line.stations()[1].detail, u"connected"_s); // how quick it was a while ago says nothing
}

void tst_line::aTestThatIsNotAnsweredSaysSo()
{
    Line l;
    l.be(Kind::Offline);
    const QSignalSpy reached(&l.line, &LinePresenter::reached);
    l.line.test();
    l.server.asked({});
    QCOMPARE(l.line.testText(), u"no answer at "_s + l.wording.clock(l.clock.nowMs()));
    QVERIFY(reached.isEmpty());
    QCOMPARE(l.line.stations()[1].level, Level::Trouble);
}

void tst_line::computersAreNamedAndThisOneMarked()
{
    Line l;
    QCOMPARE(Line::valueOf(l.line.server(), u"Computers"_s), u"2 · Caixa 1 (this one) · Gerência"_s);
    l.line.setShop({u"lua.example"_s, u"PC"_s, {u"PC"_s, u"PC"_s}, {}, {}});
    QCOMPARE(Line::valueOf(l.line.server(), u"Computers"_s), u"2 · PC · PC"_s);
}

void tst_line::theWayIsCountedInTime()
{
    Line l;
    l.be(Kind::Online, l.clock.nowMs() - 12 * kSecondMs);
    l.connection.setWaiting(3);
    const auto fact = [&l](const QString &caption) { return Line::valueOf(l.line.facts(), caption); };
    QCOMPARE(fact(u"Last message"_s), u"12 s ago"_s);
    QCOMPARE(fact(u"Last contact with the server"_s), u"3 s ago"_s);
    QCOMPARE(fact(u"To send"_s), u"3"_s);
    const QSignalSpy changed(&l.line, &LinePresenter::changed);
    l.clock.advanceMs(kSecondMs);
    Q_EMIT l.connection.changed(); // as each second
    QCOMPARE(changed.size(), 1);
    QCOMPARE(fact(u"Last message"_s), u"13 s ago"_s);
}

void tst_line::theStoreKnowsWhoIsPaired()
{
    Line l;
    wire::Subject first;
    wire::Subject second;
    first.desk = DeskId::create();
    second.desk = DeskId::create();
    l.log.add(wire::DeskPaired{u"Gerência"_s}, first);
    l.log.add(wire::DeskPaired{u"caixa 2"_s}, second);
    QVERIFY(l.take().shop); // so that they are read again
    const auto names = [&l] {
        return *l.store.read([](store::StoreReader &reader) { return reader.shop().desks(); }).result();
    };
    QCOMPARE(names(), (QStringList{u"caixa 2"_s, u"Gerência"_s}));
    l.log.add(wire::DeskRevoked(), first);
    QVERIFY(l.take().shop);
    QCOMPARE(names(), QStringList{u"caixa 2"_s});
}

BALCAO_TEST(tst_line)
#include "tst_line.moc"
