// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "support/testmain.h"
#include "teststore.h"
#include "wire/filler.h"

using namespace balcao;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;

namespace {

wire::Event noted(const QString &text)
{
    wire::Event event;
    event.at = kWritten;
    event.kind = wire::CustomerNoted::kKind;
    event.subject.customer = CustomerId::create();
    event.body = wire::CustomerNoted{text};
    return event;
}

/// As the answer of a poll carries them.
qint64 bytesOf(const QList<wire::Event> &events)
{
    wire::EventPage page;
    page.events = events;
    return wire::toBytes(page).size();
}

} // namespace

class tst_log : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsOrderAndContent();
    void sameDedupeKeyIsOneEvent();
    void aPageIsWhatItsEventsWouldBeWrittenAs();
    void pageHoldsAtMost500Events();
    void pageHoldsAtMostOneMebibyte_data();
    void pageHoldsAtMostOneMebibyte();
    void singleLargeEventStillTravels();
    void readerSeesWhatWasCommitted();
    void jobThatFailsLeavesNothing();
    void numbersAreNeverUsedAgain();
    void whatTheDiskHasChangedIsNotTold_data();
    void whatTheDiskHasChangedIsNotTold();
    void whatIsErasedIsNoDamage();
    void whatIsErasedAndDamagedStaysDamaged_data();
    void whatIsErasedAndDamagedStaysDamaged();
    void aFileOfTheVersionBeforeIsSummed();
    void aTimeThatWasChangedIsNoOtherLog();
};

void tst_log::keepsOrderAndContent()
{
    TestStore store;
    const qint64 before = store.head();
    QList<wire::Event> written;
    for (int i = 0; i < 20; ++i) {
        wire::Event event = noted(u"nota %1 ção 🥐"_s.arg(i));
        event.actor = wire::Actor::person(store.attendant);
        event.desk = store.desk;
        event.cause = CommandId::create();
        const auto seq = store.data().log().append(event);
        QVERIFY(seq);
        event.seq = *seq;
        written.append(event);
    }
    QCOMPARE(store.events(before), written);
    QCOMPARE(store.head(), written.last().seq);
    QVERIFY(store.events(store.head()).isEmpty());
}

void tst_log::sameDedupeKeyIsOneEvent()
{
    TestStore store;
    const auto first = store.data().log().append(noted(u"a"_s), "key");
    QVERIFY(first && *first > 0);
    const qint64 head = store.head();
    for (int i = 0; i < 100; ++i) {
        const auto again = store.data().log().append(noted(u"b"_s), "key");
        QVERIFY(again);
        QCOMPARE(*again, 0);
    }
    QCOMPARE(store.head(), head);
}

// A page is put together from the log's own columns: byte for byte what the events, read and written, would give.
void tst_log::aPageIsWhatItsEventsWouldBeWrittenAs()
{
    TestStore store;
    QRandomGenerator random(4);
    for (int round = 0; round < 3; ++round) {
        wire::EventBodies::any([&]<class Body>() {
            wire::Event event;
            event.at = kWritten + round;
            event.kind = Body::kKind;
            event.subject.customer = CustomerId::create();
            event.body = wire::filled<Body>(random);
            if (round == 1) {
                event.desk = store.desk;
                event.cause = CommandId::create();
                event.actor = wire::Actor::person(store.attendant);
            }
            if (round == 2)
                event.body = wire::Blank{};
            if (!store.data().log().append(event))
                qFatal("append");
            return false;
        });
    }
    auto page = store.data().log().page(3, 500, kWritten);
    QVERIFY(page);
    wire::EventPage whole = page->frame;
    whole.events = *store.data().log().readAfter(3, 500);
    QVERIFY(whole.events.size() > 100);
    QCOMPARE(page->toBytes(), wire::toBytes(whole));
    QVERIFY(wire::eventPageFromBytes(page->toBytes()));
    // And one without any.
    page = store.data().log().page(store.head(), 500, kWritten);
    QVERIFY(page && !page->frame.more);
    QVERIFY(wire::eventPageFromBytes(page->toBytes())->events.isEmpty());
}

void tst_log::pageHoldsAtMost500Events()
{
    TestStore store;
    QVERIFY(store.job([](relay::RelayData &data) -> Result<void> {
        for (int i = 0; i < 700; ++i)
            BALCAO_TRY(data.log().append(noted(u"x"_s)));
        return {};
    }));
    relay::Log &log = store.data().log();
    QCOMPARE(log.readAfter(0, 100000)->size(), 500);
    QCOMPARE(log.readAfter(0, 500)->size(), 500);
    QCOMPARE(log.readAfter(0, 3)->size(), 3);
    QCOMPARE(log.readAfter(0, 0)->size(), 1);
    const auto page = log.page(0, 500, kWritten);
    QVERIFY(page && page->frame.more);
    const auto read = wire::eventPageFromBytes(page->toBytes());
    const auto rest = log.page(read->events.last().seq, 500, kWritten);
    QVERIFY(rest && !rest->frame.more);
    QCOMPARE(wire::eventPageFromBytes(rest->toBytes())->events.last().seq, rest->frame.head);
}

void tst_log::pageHoldsAtMostOneMebibyte_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("large") << QString(4000, u'x');
    QTest::newRow("three bytes a letter") << QString(4000, QChar(0x20ac));
    QTest::newRow("mostly envelope") << QString(1500, u'x');
}

void tst_log::pageHoldsAtMostOneMebibyte()
{
    QFETCH(const QString, text);
    TestStore store;
    QVERIFY(store.job([&](relay::RelayData &data) -> Result<void> {
        for (int i = 0; i < 600; ++i) {
            wire::Event event = noted(text);
            event.subject.conversation = ConversationId::create();
            event.subject.episode = EpisodeId::create();
            event.actor = wire::Actor::person(OperatorId::create());
            event.desk = DeskId::create();
            event.cause = CommandId::create();
            BALCAO_TRY(data.log().append(event));
        }
        return {};
    }));
    const auto events = store.data().log().readAfter(0, 500);
    QVERIFY(events);
    QVERIFY2(bytesOf(*events) <= 1024 * 1024, qPrintable(QString::number(bytesOf(*events))));
    QVERIFY2(bytesOf(*events) > 700 * 1024, qPrintable(QString::number(bytesOf(*events))));
}

void tst_log::singleLargeEventStillTravels()
{
    TestStore store;
    const qint64 before = store.head();
    wire::Event large = noted({});
    large.kind = u"future.kind"_s;
    large.body = wire::UnknownBody{{{u"text"_s, QString(2 * 1024 * 1024, u'x')}}, {}};
    QVERIFY(store.data().log().append(large));
    QVERIFY(store.data().log().append(noted(u"small"_s)));
    const auto page = store.data().log().readAfter(before, 500);
    QVERIFY(page);
    QCOMPARE(page->size(), 1);
    QCOMPARE(store.events(before).size(), 2);
}

void tst_log::readerSeesWhatWasCommitted()
{
    TestStore store;
    auto connection = relay::RelayData::openReadOnly(store.path());
    QVERIFY(connection);
    relay::RelayData reader(std::move(connection).value(), store.clock);
    QCOMPARE(*reader.log().head(), store.head());
    QVERIFY(store.data().log().append(noted(u"a"_s)));
    QCOMPARE(*reader.log().readAfter(0, 500), store.events());
    QVERIFY(*reader.log().id() == *store.data().log().id());
    QVERIFY(!reader.log().append(noted(u"no"_s)));
}

void tst_log::jobThatFailsLeavesNothing()
{
    TestStore store;
    const qint64 head = store.head();
    const auto done = store.job([](relay::RelayData &data) -> Result<void> {
        BALCAO_TRY(data.log().append(noted(u"a"_s)));
        BALCAO_TRY(relay::Ingest::webhook(data, metaMessages({u"5519987654471"_s, {}, u"Rosa"_s, {}}, {}), kWritten));
        return failure(Error::Kind::Internal, u"on purpose"_s);
    });
    QVERIFY(!done);
    QCOMPARE(store.head(), head);
    QCOMPARE(store.count(u"raw"_s), 0);
}

void tst_log::numbersAreNeverUsedAgain()
{
    TestStore store;
    const auto seq = store.data().log().append(noted(u"a"_s));
    QVERIFY(seq);
    QVERIFY(store.data().connection().exec(u"DELETE FROM event WHERE seq = %1"_s.arg(*seq)));
    const auto next = store.data().log().append(noted(u"b"_s));
    QVERIFY(next && *next > *seq);
}

void tst_log::whatTheDiskHasChangedIsNotTold_data()
{
    QTest::addColumn<QString>("accident");
    QTest::addColumn<int>("hit"); // which of the five is not told, from 0
    QTest::newRow("its words") << u"UPDATE event SET body = replace(body, 'dois', 'doze') WHERE seq = %1"_s << 1;
    QTest::newRow("about whom") << u"UPDATE event SET subject = '{}' WHERE seq = %1"_s << 1;
    QTest::newRow("who did it") << u"UPDATE event SET actor = '{\"kind\":\"bank\"}' WHERE seq = %1"_s << 1;
    QTest::newRow("when") << u"UPDATE event SET at = at + 256 WHERE seq = %1"_s << 1;
    QTest::newRow("blank") << u"UPDATE event SET body = NULL WHERE seq = %1"_s << 1;
    QTest::newRow("whose to erase") << u"UPDATE event SET customer = randomblob(16) WHERE seq = %1"_s << 1;
    QTest::newRow("without a sum") << u"UPDATE event SET sum = NULL WHERE seq = %1"_s << 1;
    QTest::newRow("lost") << u"DELETE FROM event WHERE seq = %1"_s << 2; // the one after it does not follow
}

void tst_log::whatTheDiskHasChangedIsNotTold()
{
    QFETCH(const QString, accident);
    QFETCH(const int, hit);
    TestStore store;
    const qint64 before = store.head();
    for (const QString &text : {u"um"_s, u"dois"_s, u"três"_s, u"quatro"_s, u"cinco"_s})
        QVERIFY(store.data().log().append(noted(text)));
    const QList<wire::Event> sound = store.events(before);
    QVERIFY(store.data().log().page(before, 500, kWritten)->damaged.isEmpty());
    QVERIFY(store.data().connection().exec(accident.arg(sound[1].seq)));

    const qint64 bad = sound[hit].seq;
    const auto page = store.data().log().page(before, 500, kWritten);
    QVERIFY(page);
    QCOMPARE(page->damaged, QList<qint64>{bad});
    const auto told = wire::eventPageFromBytes(page->toBytes());
    QVERIFY(told);
    QCOMPARE(told->events, store.events(before));
    for (const wire::Event &event : told->events) {
        QCOMPARE(std::holds_alternative<wire::LogDamaged>(event.body), event.seq == bad);
        QVERIFY(event.seq == bad || sound.contains(event));
    }
    const auto one = store.data().log().at(bad);
    QVERIFY(one && *one && std::holds_alternative<wire::LogDamaged>((*one)->body));
    // From wherever a desk asks.
    QCOMPARE(store.data().log().page(bad - 1, 1, kWritten)->damaged, QList<qint64>{bad});
    QVERIFY(store.data().log().page(bad, 500, kWritten)->damaged.isEmpty());
}

void tst_log::whatIsErasedIsNoDamage()
{
    TestStore store;
    store.text({u"5519987654471"_s, {}, u"Rosa"_s, {}}, u"wamid.1"_s, u"oi"_s);
    const auto erased = store.of<wire::CustomerCreated>().last().subject.customer;
    QCOMPARE(store.applyAsManager(wire::EraseCustomer{*erased, u"pedido"_s}).status, wire::OutcomeStatus::Accepted);
    QVERIFY(store.of<wire::MessageReceived>().isEmpty());
    QVERIFY(store.data().log().page(0, 500, kWritten)->damaged.isEmpty());
}

void tst_log::whatIsErasedAndDamagedStaysDamaged_data()
{
    QTest::addColumn<QString>("accident");
    QTest::newRow("another text") << u"body = json_set(body, '$.content.text', 'zzoutra')"_s;
    QTest::newRow("no JSON any more") << u"body = 'zz' || body"_s;
    QTest::newRow("no subject any more") << u"subject = 'zz'"_s;
}

// Their words go whatever the disk has made of them, and it does not pass for sound afterwards.
void tst_log::whatIsErasedAndDamagedStaysDamaged()
{
    QFETCH(const QString, accident);
    TestStore store;
    store.text({u"5519987654471"_s, {}, u"Rosa"_s, {}}, u"wamid.1"_s, u"oi zzsegredo"_s);
    const wire::Event said = store.of<wire::MessageReceived>().last();
    QVERIFY(store.data().connection().exec(u"UPDATE event SET %1 WHERE seq = %2"_s.arg(accident).arg(said.seq)));
    const auto erase = store.applyAsManager(wire::EraseCustomer{*said.subject.customer, u"pedido"_s});
    QCOMPARE(erase.status, wire::OutcomeStatus::Accepted);
    QCOMPARE(store.data().log().page(0, 500, kWritten)->damaged, QList<qint64>{said.seq});
    const auto left = store.data()
                          .connection()
                          .prepare(u"SELECT count(*) FROM event WHERE body LIKE '%zz%'"_s)
                          .one([](const sql::Statement &row) { return row.int64(0); });
    QCOMPARE(**left, 0);
}

// Else each desk that stands there would take it for a restored server.
void tst_log::aTimeThatWasChangedIsNoOtherLog()
{
    TestStore store;
    const qint64 head = *store.data().log().append(noted(u"um"_s));
    QVERIFY(store.data().log().page(head, 500, kWritten)->frame.start);
    QVERIFY(store.data().connection().exec(u"UPDATE event SET at = at + 256 WHERE seq = %1"_s.arg(head)));
    const auto page = store.data().log().page(head, 500, kWritten);
    QVERIFY(page && !page->frame.start);
}

void tst_log::aFileOfTheVersionBeforeIsSummed()
{
    TestStore store;
    QVERIFY(store.data().log().append(noted(u"um"_s)));
    const QList<wire::Event> events = store.events();
    QVERIFY(store.data().connection().exec(u"DROP INDEX event_unsummed"_s));
    QVERIFY(store.data().connection().exec(u"ALTER TABLE event DROP COLUMN sum"_s));
    for (const QString &later : {u"paid_words"_s, u"cancelled_words"_s})
        QVERIFY(store.data().connection().exec(u"ALTER TABLE charge DROP COLUMN "_s + later));
    QVERIFY(store.data().connection().exec(u"ALTER TABLE pix_stray DROP COLUMN sale"_s));
    QVERIFY(store.data().connection().exec(u"DROP TABLE charge_form"_s));
    QVERIFY(store.data().connection().setUserVersion(10));
    store.reopen();
    QCOMPARE(store.events(), events);
    QVERIFY(store.data().log().page(0, 500, kWritten)->damaged.isEmpty());
}

BALCAO_TEST(tst_log)
#include "tst_log.moc"
