// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "core/clock.h"
#include "projection.h"
#include "randomlog.h"
#include "support/testmain.h"

#include <QJsonDocument>

using namespace balcao;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;

// What makes a replay safe: any page, twice, split anywhere, with anything unknown in it.
class tst_eventapplier : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pageThatComesTwiceChangesNothing();
    void overlappingPageAppliesOnlyWhatIsNew();
    void anySplitIntoPagesGivesTheSameTables_data();
    void anySplitIntoPagesGivesTheSameTables();
    void countersAlwaysEqualARecount_data();
    void countersAlwaysEqualARecount();
    void wrongCountersAreFoundOut();
    void unknownKindIsRecordedAndSkipped();
    void unreadableBodyIsSkippedAndTheRestApplied();
    void eventWithoutItsSubjectIsPassedOver();
    void blankBodiesAreAccepted();
    void otherLogAppliesNothing();
    void headBehindOurCursorIsAnotherLog();
    void anotherEventUnderOurCursorIsAnotherLog();
    void pageThatLeavesSomeOutIsRefused();
    void freshProjectionTakesTheLogOfItsFirstPage();
    void whatIsNoPageIsRejected();
    void causesAreKeptAndReported();
};

void tst_eventapplier::pageThatComesTwiceChangesNothing()
{
    const RandomLog log(7, 120);
    Projection p;
    QCOMPARE(p.apply(log.page()).applied, log.events.size());
    const QStringList once = p.dump();
    QCOMPARE(p.apply(log.page()).applied, 0);
    QCOMPARE(p.dump(), once);
}

void tst_eventapplier::overlappingPageAppliesOnlyWhatIsNew()
{
    const RandomLog log(8, 60);
    Projection whole;
    whole.apply(log.page());
    Projection overlapping;
    overlapping.apply(log.page(0, 40));
    QCOMPARE(overlapping.apply(log.page(20)).applied, 20);
    QCOMPARE(overlapping.dump(), whole.dump());
}

void tst_eventapplier::anySplitIntoPagesGivesTheSameTables_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 6; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void tst_eventapplier::anySplitIntoPagesGivesTheSameTables()
{
    QFETCH(const quint32, seed);
    const RandomLog log(seed, 300);
    Projection whole;
    whole.apply(log.page());
    QVERIFY(whole.dump().size() > 100);
    QRandomGenerator random(seed);
    Projection split;
    for (qsizetype from = 0; from < log.events.size();) {
        const qsizetype count = random.bounded(1, 40);
        split.apply(log.page(from, count));
        from += count;
    }
    QCOMPARE(split.dump(), whole.dump());
}

void tst_eventapplier::countersAlwaysEqualARecount_data()
{
    anySplitIntoPagesGivesTheSameTables_data();
}

void tst_eventapplier::countersAlwaysEqualARecount()
{
    QFETCH(const quint32, seed);
    const RandomLog log(seed + 100, 300);
    Projection p;
    for (qsizetype from = 0; from < log.events.size(); from += 10) {
        p.apply(log.page(from, 10));
        QVERIFY2(p.countersAreRight(), qPrintable(u"after event %1"_s.arg(from + 10)));
    }
}

void tst_eventapplier::wrongCountersAreFoundOut()
{
    Projection p;
    QVERIFY(p.countersAreRight());
    QVERIFY(p.db().exec(u"UPDATE counter SET value = 1 WHERE name = 'waiting'"_s));
    QVERIFY(!p.countersAreRight());
}

void tst_eventapplier::unknownKindIsRecordedAndSkipped()
{
    EventLog log;
    const Chat chat = log.open();
    wire::Event &event = log.add(wire::ConversationResolved(), chat.subject());
    event.kind = u"charge.settled"_s;
    event.body = wire::UnknownBody{{{u"amount"_s, 12}}, {}};
    log.receive(chat, u"Oi"_s);
    Projection p;
    const store::Applied applied = p.apply(log.page());
    QCOMPARE(applied.skipped, 1);
    QCOMPARE(applied.cursor, log.head());
    QVERIFY(p.dump().join(u'\n').contains("skipped: "_L1 + QString::fromLatin1(QByteArray("3").toHex())));
    QCOMPARE(p.thread(chat.conversation).size(), 1);
}

void tst_eventapplier::unreadableBodyIsSkippedAndTheRestApplied()
{
    EventLog log;
    const Chat chat = log.open();
    log.receive(chat, u"Oi"_s);
    log.receive(chat, u"Tem broa?"_s);
    QByteArray page = log.page();
    const qsizetype at = page.indexOf("\"sort_at\":");
    QVERIFY(at > 0);
    page.replace(at, 10, "\"sort_xx\":");
    Projection p;
    QCOMPARE(p.apply(page).skipped, 1);
    const auto thread = p.thread(chat.conversation);
    QCOMPARE(thread.size(), 2); // the one says only that something is there
    QCOMPARE(std::ranges::count_if(thread, [](const auto &row) { return row.kind == store::RowKind::System; }), 1);
}

void tst_eventapplier::eventWithoutItsSubjectIsPassedOver()
{
    EventLog log;
    QRandomGenerator random(5);
    wire::EventBodies::any([&]<class Body>() {
        log.add(wire::filled<Body>(random));
        return false;
    });
    const Chat chat = log.open();
    Projection p;
    QCOMPARE(p.apply(log.page()).cursor, log.head());
    QCOMPARE(p.row(chat.conversation).unread, 0);
}

void tst_eventapplier::blankBodiesAreAccepted()
{
    EventLog log;
    QRandomGenerator random(6);
    const Chat chat = log.open();
    wire::EventBodies::any([&]<class Body>() {
        wire::Subject subject = chat.subject();
        subject.message = MessageId::create();
        log.add(wire::filled<Body>(random), subject).body = wire::Blank();
        return false;
    });
    Projection p;
    const store::Applied applied = p.apply(log.page());
    QCOMPARE(applied.cursor, log.head());
    QCOMPARE(applied.skipped, 0);
    const QList<store::ThreadRow> thread = p.thread(chat.conversation);
    QCOMPARE(thread.size(), 3); // where a message was received, where one was sent, and where money was asked for
    QVERIFY(thread.first().line == store::SystemLine::Blanked);
}

void tst_eventapplier::otherLogAppliesNothing()
{
    EventLog log;
    log.open();
    Projection p;
    p.apply(log.page());
    const QStringList before = p.dump();
    EventLog other;
    for (int i = 0; i < 5; ++i)
        other.open();
    QVERIFY(p.apply(other.page()).otherLog);
    QCOMPARE(p.dump(), before);
}

// The disk of the shop's server was set back, and it went on from there under the same name.
void tst_eventapplier::anotherEventUnderOurCursorIsAnotherLog()
{
    EventLog log;
    const Chat chat = log.open();
    EventLog other = log;
    log.receive(chat, u"um"_s);
    Projection p;
    p.apply(log.page());
    other.receive(chat, u"dois"_s);
    other.events.last().at += kHourMs;
    other.receive(chat, u"três"_s);
    QVERIFY(!p.apply(log.after(log.head())).otherLog);
    QVERIFY(p.apply(other.after(log.head())).otherLog);
    QVERIFY(p.thread(chat.conversation).last().text == u"um"_s);
}

void tst_eventapplier::headBehindOurCursorIsAnotherLog()
{
    EventLog log;
    log.open();
    log.open();
    Projection p;
    p.apply(log.page());
    const QStringList before = p.dump();
    log.events.resize(2);
    log.setHead(2);
    QVERIFY(p.apply(log.page()).otherLog);
    QCOMPARE(p.dump(), before);
}

void tst_eventapplier::pageThatLeavesSomeOutIsRefused()
{
    EventLog log;
    const Chat chat = log.open();
    log.receive(chat, u"um"_s);
    Projection p;
    const auto refused = store::EventApplier(p.db()).applyPage(log.after(1));
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, Error::Kind::Rejected);
    p.apply(log.page());
    QCOMPARE(p.thread(chat.conversation).size(), 1);
}

void tst_eventapplier::freshProjectionTakesTheLogOfItsFirstPage()
{
    EventLog log;
    Projection p;
    QVERIFY(!p.apply(log.page()).otherLog);
    const auto head = store::projectionHead(p.db());
    QVERIFY(head);
    QVERIFY(head->log == log.log);
    QCOMPARE(head->cursor, 0);
}

void tst_eventapplier::whatIsNoPageIsRejected()
{
    Projection p;
    for (const QByteArray &bytes : {QByteArray(), QByteArray("{}"), QByteArray("[]"), QByteArray("<html>"),
                                    QByteArray(R"({"log":"x","events":3})")}) {
        const auto applied = store::EventApplier(p.db()).applyPage(bytes);
        QVERIFY(!applied);
        QVERIFY(applied.error().kind == Error::Kind::Rejected);
    }
}

void tst_eventapplier::causesAreKeptAndReported()
{
    EventLog log;
    const Chat chat = log.open();
    const CommandId cause = CommandId::create();
    log.accept(chat, u"Temos sim"_s, cause);
    Projection p;
    QCOMPARE(p.apply(log.page()).changes.confirmed, QSet<CommandId>{cause});
    QVERIFY(p.dump().join(u'\n').contains(QString::fromLatin1(cause.bytes().toHex().toUpper())));
}

BALCAO_TEST(tst_eventapplier)
#include "tst_eventapplier.moc"
