// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Every webhook in tests/fixtures/webhooks, as it is, again, and damaged: each becomes events that a desk
// can read, or is named; never a crash, never a stop.

#include "support/testmain.h"
#include "teststore.h"

#include <QDir>
#include <QElapsedTimer>
#include <QRandomGenerator>

using namespace balcao;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;

namespace {

const Writer kRosa{u"5519987654471"_s, {}, u"Rosa"_s, {}};

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QFileInfoList fixtures()
{
    return QDir(placeOf("fixtures"_L1) + u"/webhooks"_s).entryInfoList({u"*.json"_s}, QDir::Files, QDir::Name);
}

/// Fields that Meta reports about the account; nothing of a conversation is in them.
bool isOfTheAccount(const relay::WebhookItem &item)
{
    return std::holds_alternative<relay::OtherItem>(item);
}

/// The first event that a desk could not read; empty when there is none.
QString unreadByDesks(const QList<wire::Event> &events)
{
    for (const wire::Event &event : events) {
        const auto travelled = wire::eventFromJson(wire::toJson(event));
        if (!travelled)
            return event.kind + u": "_s + travelled.problem().detail;
        if (const auto *unknown = std::get_if<wire::UnknownBody>(&travelled->body))
            return event.kind + u": "_s + unknown->why;
    }
    return {};
}

} // namespace

class tst_hostile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fixtureIsReadOrNamed_data();
    void fixtureIsReadOrNamed();
    void allFixturesTogetherTwice();
    void oneBadMessageNeverBlocksTheOthers();
    void numberThatNobodyCanHoldSpoilsOnlyItsMessage_data();
    void numberThatNobodyCanHoldSpoilsOnlyItsMessage();
    void numberInATextIsText();
    void numberInAStatusSpoilsOnlyThat();
    void damagedBodiesNeverStopTheRelay();
    void hugeBodyIsTakenInBoundedTime();
};

void tst_hostile::fixtureIsReadOrNamed_data()
{
    QTest::addColumn<QString>("path");
    const QFileInfoList all = fixtures();
    QVERIFY(all.size() > 80);
    for (const QFileInfo &file : all)
        QTest::newRow(qPrintable(file.completeBaseName())) << file.filePath();
}

void tst_hostile::fixtureIsReadOrNamed()
{
    QFETCH(const QString, path);
    TestStore store;
    const QByteArray body = bytesOf(path);
    const qint64 before = store.head();
    QVERIFY(store.webhook(body));
    const QList<relay::WebhookItem> items = relay::parseWebhook(body);
    const QList<wire::Event> events = store.events(before);
    const bool account = std::all_of(items.begin(), items.end(), isOfTheAccount);
    const bool parked = store.count(u"parked"_s) > 0;
    const bool identity = std::all_of(items.begin(), items.end(), [](const relay::WebhookItem &item) {
        return std::holds_alternative<relay::IdentityItem>(item);
    });
    QVERIFY2(account || parked || identity || !events.isEmpty(), "neither an event nor known to need none");
    QCOMPARE(unreadByDesks(events), QString());
    QCOMPARE(store.count(u"raw"_s), identity && events.isEmpty() ? 0 : 1);

    store.clock.advanceMs(kMinuteMs);
    QVERIFY(store.webhook(body));
    QVERIFY(store.webhook(body + '\n')); // the same, but not the same bytes
    QCOMPARE(store.events(before), events);
}

void tst_hostile::allFixturesTogetherTwice()
{
    TestStore store;
    const QFileInfoList all = fixtures();
    for (const QFileInfo &file : all)
        QVERIFY(store.webhook(bytesOf(file.filePath())));
    const qint64 head = store.head();
    QCOMPARE(unreadByDesks(store.events()), QString());
    for (const QFileInfo &file : all)
        QVERIFY(store.webhook(bytesOf(file.filePath()) + ' '));
    QCOMPARE(store.kinds(head), QString());
}

void tst_hostile::oneBadMessageNeverBlocksTheOthers()
{
    TestStore store;
    QJsonArray messages{metaText(kRosa, u"wamid.1"_s, u"um"_s), 7, QJsonObject{{u"id"_s, u"wamid.X"_s}},
                        QJsonValue::Null, metaText(kRosa, u"wamid.2"_s, u"dois"_s)};
    QVERIFY(store.webhook(metaMessages(kRosa, messages)));
    QCOMPARE(store.of<wire::MessageReceived>().size(), 2);
    QCOMPARE(store.of<wire::MessageUnreadable>().size(), 3);
    QCOMPARE(store.lastBody<wire::MessageUnreadable>().rawId, 1);
    QCOMPARE(store.lastBody<wire::MessageUnreadable>().channel, kChannel);
}

void tst_hostile::numberThatNobodyCanHoldSpoilsOnlyItsMessage_data()
{
    QTest::addColumn<QByteArray>("number");
    for (const char *number : {"1e400", "-1E+400", "1e-400", "1.5e99999"})
        QTest::newRow(number) << QByteArray(number);
}

void tst_hostile::numberThatNobodyCanHoldSpoilsOnlyItsMessage()
{
    QFETCH(const QByteArray, number);
    TestStore store;
    const QJsonObject place{{u"latitude"_s, 4711}, {u"longitude"_s, -43.1}};
    QByteArray body = metaMessages(kRosa, {metaText(kRosa, u"wamid.1"_s, u"um"_s),
                                           metaMessage(kRosa, u"wamid.X"_s, u"location"_s, place),
                                           metaText(kRosa, u"wamid.2"_s, u"dois"_s)});
    body.replace("4711", number);
    QVERIFY(store.webhook(body));
    QVERIFY(store.webhook(body + ' '));
    QCOMPARE(store.of<wire::MessageReceived>().size(), 2);
    QCOMPARE(store.of<wire::MessageUnreadable>().size(), 1);
    const auto unread = store.lastBody<wire::MessageUnreadable>();
    QCOMPARE(unread.channel, kChannel);
    const auto kept = store.data()
                          .connection()
                          .prepare(u"SELECT body FROM raw WHERE id = ?"_s)
                          .bind(unread.rawId)
                          .one([](const sql::Statement &row) { return row.bytes(0); });
    QVERIFY(kept && *kept);
    QCOMPARE(**kept, body);
}

void tst_hostile::numberInATextIsText()
{
    TestStore store;
    const QString text = uR"(faz "1e400" bolos: 1e400, \"-1e999\")"_s;
    QByteArray body = metaMessages(kRosa, {metaText(kRosa, u"wamid.1"_s, text)});
    body.replace(":1795000000}", ":1e400}"); // the entry's time: nobody reads it
    QVERIFY(body.contains(":1e400"));
    QVERIFY(store.webhook(body));
    QCOMPARE(store.of<wire::MessageUnreadable>().size(), 0);
    QCOMPARE(store.lastBody<wire::MessageReceived>().content.text, text);
}

void tst_hostile::numberInAStatusSpoilsOnlyThat()
{
    TestStore store;
    QByteArray body = metaStatuses({metaStatus(u"wamid.1"_s, u"sent"_s, {{u"pricing"_s, QJsonObject{{u"x"_s, 4711}}}}),
                                    metaStatus(u"wamid.2"_s, u"sent"_s)});
    body.replace("4711", "1e400");
    QVERIFY(store.webhook(body));
    QCOMPARE(store.of<wire::MessageUnreadable>().size(), 1);
    QCOMPARE(store.count(u"parked"_s), 1);
}

void tst_hostile::damagedBodiesNeverStopTheRelay()
{
    TestStore store;
    QRandomGenerator random(20261124);
    const QFileInfoList all = fixtures();
    int taken = 0;
    for (const QFileInfo &file : all) {
        const QByteArray whole = bytesOf(file.filePath());
        for (int i = 0; i < 8; ++i) {
            QByteArray body = whole;
            for (int hit = 0; hit < 4; ++hit) {
                const qsizetype at = random.bounded(static_cast<int>(body.size()));
                if (i % 2 == 0)
                    body[at] = static_cast<char>(random.bounded(256));
                else
                    body.replace(at, qMin<qsizetype>(random.bounded(12), body.size() - at), R"("9")");
            }
            QVERIFY(store.webhook(body));
            ++taken;
        }
    }
    QVERIFY(taken > 600);
    QCOMPARE(unreadByDesks(store.events()), QString());
}

void tst_hostile::hugeBodyIsTakenInBoundedTime()
{
    TestStore store;
    const QByteArray body = R"({"entry":[)" + QByteArray(R"({"changes":[{}]},)").repeated(100000) + "{}]}";
    QElapsedTimer timer;
    timer.start();
    QVERIFY(store.webhook(body));
    QVERIFY2(timer.elapsed() < 20000, qPrintable(QString::number(timer.elapsed())));
}

BALCAO_TEST(tst_hostile)
#include "tst_hostile.moc"
