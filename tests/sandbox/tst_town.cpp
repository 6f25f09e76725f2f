// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "sandbox/town.h"
#include "scene.h"
#include "support/testmain.h"

using namespace balcao;
using namespace balcao::sandbox;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;

namespace {

struct Place
{
    explicit Place(quint32 seed = 11) : cast(*Cast::load()), town(cast, scene.clock, scene.graph, scene.sender, seed) {}

    Scene scene;
    Cast cast;
    Town town;
};

} // namespace

class tst_town : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void somebodyWritesNowAndThen()
    {
        Place place;
        place.town.start();
        place.town.tick();
        QCOMPARE(place.scene.sender.pending(), 0);
        for (int i = 0; i < 600; ++i) { // ten minutes
            place.scene.clock.advanceMs(kSecondMs);
            place.town.tick();
        }
        const qsizetype said = place.scene.sender.pending();
        QVERIFY2(said >= 600 / 40 && said <= 600 / 8, qPrintable(QString::number(said)));
        QTRY_COMPARE(place.scene.sink.texts().size(), said);
        QVERIFY(!place.scene.sink.texts().contains(QString()));
    }

    void whoeverIsWrittenToAnswersOnce()
    {
        Place place;
        Town::Rhythm rhythm;
        rhythm.shortestGapMs = rhythm.longestGapMs = kDayMs;
        rhythm.answersPerMille = 1000;
        place.town.setRhythm(rhythm);
        place.town.start();
        QCOMPARE(place.scene.text(u"+5519960004471"_s).status, 200);
        QCOMPARE(place.scene.text(u"+5519960004471"_s).status, 200);
        place.scene.clock.advanceMs(rhythm.soonestAnswerMs - 1);
        place.town.tick();
        QTRY_COMPARE(place.scene.sink.items(u"statuses"_s).size(), 6);
        QVERIFY(place.scene.sink.items(u"messages"_s).isEmpty());
        place.scene.clock.advanceMs(rhythm.latestAnswerMs);
        place.town.tick();
        QTRY_COMPARE(place.scene.sink.items(u"messages"_s).size(), 1);
        QCOMPARE(place.scene.sink.items(u"messages"_s).first().value("from"_L1).toString(), u"5519960004471"_s);
        place.town.tick();
        QCOMPARE(place.scene.sender.pending(), 0);
    }

    void nobodyWritesWhileStopped()
    {
        Place place;
        QCOMPARE(place.scene.text(u"+5519960004471"_s).status, 200);
        place.scene.clock.advanceMs(kDayMs / 2);
        place.town.tick();
        QTRY_COMPARE(place.scene.sink.items(u"statuses"_s).size(), 3);
        QVERIFY(place.scene.sink.items(u"messages"_s).isEmpty());
    }

    void sayingOpensTheWindow()
    {
        Place place;
        place.scene.fault({{u"unknownIsClosed"_s, true}});
        QCOMPARE(place.scene.text(u"+5519960004471"_s).status, 400);
        QVERIFY(place.town.say(0, u"Oi"_s));
        QCOMPARE(place.scene.text(u"+5519960004471"_s).status, 200);
        QVERIFY(!place.town.say(-1, u"Oi"_s));
        QVERIFY(!place.town.say(1000, u"Oi"_s));
    }

    void peopleWriteToTheNumberOfTheirTrade()
    {
        Place place;
        const int wilson = place.cast.find(u"5519960006120"_s);
        QVERIFY(place.town.say(wilson, u"Chegou?"_s));
        QTRY_COMPARE(place.scene.sink.taken.size(), 1);
        QVERIFY(place.scene.sink.taken.first().contains("100200300400501"));
    }

    void sameSeedSameTown()
    {
        const auto talk = [](quint32 seed) {
            Place place(seed);
            place.town.start();
            for (int i = 0; i < 300; ++i) {
                place.scene.clock.advanceMs(kSecondMs);
                place.town.tick();
            }
            bool done = false;
            place.scene.sender.whenDelivered([&done] { done = true; });
            (void)QTest::qWaitFor([&done] { return done; });
            return place.scene.sink.taken;
        };
        QCOMPARE(talk(4), talk(4));
        QVERIFY(talk(4) != talk(5));
    }
};

BALCAO_TEST(tst_town)
#include "tst_town.moc"
