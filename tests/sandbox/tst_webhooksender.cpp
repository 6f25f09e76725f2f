// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "scene.h"
#include "support/testmain.h"

#include <QSet>

using namespace balcao;
using namespace balcao::sandbox;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;

namespace {

QStringList numbers(int count)
{
    QStringList all;
    for (int i = 0; i < count; ++i)
        all.append(QString::number(i));
    return all;
}

} // namespace

class tst_webhooksender : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyBodyIsSigned()
    {
        Scene scene;
        scene.sender.say({aMessage(u"pão"_s)});
        QTRY_COMPARE(scene.sink.taken.size(), 1);
        QCOMPARE(scene.sink.signatures.first(), signatureOf(scene.sink.bodies.first(), "sandbox-secret"));
    }

    void orderIsKeptWithoutFaults()
    {
        Scene scene;
        sayAll(scene, 20);
        QTRY_COMPARE(scene.sink.texts(), numbers(20));
        QCOMPARE(scene.sink.bodies.size(), 20);
        QCOMPARE(scene.sender.pending(), 0);
    }

    void nothingIsLostWhileTheRelayIsDown_data()
    {
        QTest::addColumn<int>("status");
        for (const int status : {0, 500, 503, 429, 404, 401})
            QTest::addRow("%d", status) << status;
    }
    void nothingIsLostWhileTheRelayIsDown()
    {
        QFETCH(const int, status);
        Scene scene;
        scene.sink.answer = [status](int post) { return post < 7 ? status : 200; };
        sayAll(scene, 5);
        QTRY_COMPARE(scene.sink.texts().size(), 5);
        const QStringList texts = scene.sink.texts();
        QCOMPARE(QSet<QString>(texts.begin(), texts.end()).size(), 5);
    }

    void anOutageKeepsTheOrder()
    {
        Scene scene;
        scene.sink.answer = [](int post) { return post < 3 ? 0 : 200; };
        sayAll(scene, 5);
        QTRY_COMPARE(scene.sink.texts(), numbers(5));
        QCOMPARE(scene.sink.bodies.at(0), scene.sink.bodies.at(3));
    }

    void aRefusedBodyDoesNotHoldUpTheOthers()
    {
        Scene scene;
        scene.sink.answer = [](int post) { return post == 0 ? 400 : 200; };
        sayAll(scene, 3);
        QTRY_COMPARE(scene.sink.texts().size(), 3);
        QCOMPARE(scene.sink.texts().first(), u"1"_s);
    }

    void duplicatesAreTheSameBytesAtTheSameTime()
    {
        Scene scene;
        scene.fault({{u"duplicate"_s, 1000}});
        scene.sink.holdsAnswers = true;
        sayAll(scene, 1);
        QTRY_COMPARE(scene.sink.bodies.size(), 2);
        QCOMPARE(scene.sink.bodies.at(0), scene.sink.bodies.at(1));
        QCOMPARE(scene.sink.signatures.at(0), scene.sink.signatures.at(1));
        scene.sink.answerHeld();
        QCOMPARE(scene.sender.pending(), 0);
    }

    void heldBackBodiesAreOvertaken()
    {
        Scene scene;
        scene.fault({{u"reorder"_s, 400}, {u"holdMs"_s, 20}});
        sayAll(scene, 30);
        QTRY_COMPARE(scene.sink.texts().size(), 30);
        QVERIFY(scene.sink.texts() != numbers(30));
        QStringList sorted = scene.sink.texts();
        std::sort(sorted.begin(), sorted.end(),
                  [](const QString &a, const QString &b) { return a.toInt() < b.toInt(); });
        QCOMPARE(sorted, numbers(30));
    }

    void batchesAreSeveralChangesInOneBody()
    {
        Scene scene;
        scene.fault({{u"batchSize"_s, 10}});
        sayAll(scene, 25);
        QTRY_COMPARE(scene.sink.texts(), numbers(25));
        QCOMPARE(scene.sink.bodies.size(), 3);
        QVERIFY(QJsonDocument::fromJson(scene.sink.bodies.first()).object().value("entry"_L1).toArray().size() > 1);
    }

    void replaysComeLater()
    {
        Scene scene;
        scene.fault({{u"replay"_s, 1000}, {u"replayAfterMs"_s, 10}});
        sayAll(scene, 3);
        QTRY_COMPARE(scene.sink.bodies.size(), 6);
        QCOMPARE(scene.sink.bodies.first(3), scene.sink.bodies.last(3));
    }

    void concurrencyIsBounded()
    {
        Scene scene;
        scene.fault({{u"concurrency"_s, 4}});
        scene.sink.holdsAnswers = true;
        sayAll(scene, 9);
        QTRY_COMPARE(scene.sink.bodies.size(), 4);
        QCOMPARE(scene.sender.pending(), 9);
        scene.sink.answerHeld();
        QTRY_COMPARE(scene.sink.taken.size(), 9);
    }

    void severalMessagesMakeOneBody()
    {
        Scene scene;
        scene.sender.say({aMessage(u"antes"_s)});
        scene.sender.say({aMessage(u"um"_s), aMessage(u"dois"_s)});
        QTRY_COMPARE(scene.sink.texts(), QStringList({u"antes"_s, u"um"_s, u"dois"_s}));
        QCOMPARE(scene.sink.bodies.size(), 2);
    }

    void waitersHearWhenAllIsIn()
    {
        Scene scene;
        scene.sink.answer = [](int post) { return post < 2 ? 503 : 200; };
        sayAll(scene, 3);
        qsizetype takenThen = -1;
        scene.sender.whenDelivered([&] { takenThen = scene.sink.taken.size(); });
        QTRY_COMPARE(takenThen, 3);
        bool again = false;
        scene.sender.whenDelivered([&again] { again = true; });
        QVERIFY(!again); // never from inside the call
        QTRY_VERIFY(again);
    }

    void otherFieldsGoOutToo()
    {
        Scene scene;
        scene.sender.send({u"account_update"_s, {{u"event"_s, u"DISABLED_UPDATE"_s}}});
        QTRY_COMPARE(scene.sink.taken.size(), 1);
        QVERIFY(scene.sink.taken.first().contains("\"field\":\"account_update\""));
    }

    void bsuidOnlyHidesThePhoneEverywhere()
    {
        Scene scene;
        scene.fault({{u"bsuidOnly"_s, true}});
        Message message = aMessage(u"oi"_s);
        scene.sender.say({message});
        scene.sender.tell({aContact(), 0, u"wamid.x"_s, u"sent"_s, 1000, {}, false, 0});
        QTRY_COMPARE(scene.sink.taken.size(), 2);
        for (const QByteArray &body : scene.sink.taken)
            QVERIFY(!body.contains("5519960000101"));
    }

    void sameSeedSameBodies()
    {
        const auto run = [] {
            Scene scene;
            scene.fault({{u"duplicate"_s, 300}, {u"replay"_s, 300}, {u"replayAfterMs"_s, 0}});
            sayAll(scene, 20);
            bool done = false;
            scene.sender.whenDelivered([&done] { done = true; });
            (void)QTest::qWaitFor([&done] { return done; });
            return scene.sender.posts();
        };
        const qint64 posts = run();
        QVERIFY(posts > 20);
        QCOMPARE(run(), posts);
    }

private:
    static void sayAll(Scene &scene, int count)
    {
        for (const QString &number : numbers(count))
            scene.sender.say({aMessage(number)});
    }
};

BALCAO_TEST(tst_webhooksender)
#include "tst_webhooksender.moc"
