// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "sandbox/faults.h"
#include "support/testmain.h"

#include <QJsonArray>

using namespace balcao;
using namespace balcao::sandbox;
using namespace Qt::Literals::StringLiterals;

class tst_faults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsWrongByDefault()
    {
        FaultBoard board(1);
        for (int i = 0; i < 100; ++i)
            QVERIFY(!board.strikes(board.now().rate429, FaultBoard::Stream::Answers));
        QCOMPARE(board.now(), Faults());
    }

    void jsonRoundTrip()
    {
        const QJsonObject changes{{u"latencyMs"_s, 20},
                                  {u"duplicate"_s, 1000},
                                  {u"bsuidOnly"_s, true},
                                  {u"swallowOpaque"_s, QJsonArray{u"a"_s, u"b"_s}}};
        const auto faults = withChanges({}, changes);
        QVERIFY(faults.ok());
        QCOMPARE(faults->latencyMs, 20);
        QCOMPARE(faults->swallowOpaque, QStringList({u"a"_s, u"b"_s}));
        QVERIFY(faults->bsuidOnly && !faults->waIdWithoutNinth);
        QCOMPARE(*withChanges({}, toJson(*faults)), *faults);
    }

    void wrongChangesAreRefused_data()
    {
        QTest::addColumn<QJsonObject>("changes");
        QTest::newRow("unknown") << QJsonObject{{u"rate42"_s, 1}};
        QTest::newRow("over 1000") << QJsonObject{{u"rate429"_s, 1001}};
        QTest::newRow("negative") << QJsonObject{{u"rate500"_s, -1}};
        QTest::newRow("text for a number") << QJsonObject{{u"rate500"_s, u"9"_s}};
        QTest::newRow("number for a switch") << QJsonObject{{u"bsuidOnly"_s, 1}};
        QTest::newRow("text for a list") << QJsonObject{{u"swallowOpaque"_s, u"x"_s}};
        QTest::newRow("no batch") << QJsonObject{{u"batchSize"_s, 0}};
    }
    void wrongChangesAreRefused()
    {
        QFETCH(const QJsonObject, changes);
        const auto faults = withChanges({}, changes);
        QVERIFY(!faults.ok());
        QCOMPARE(faults.error().kind, Error::Kind::Rejected);
    }

    void sameSeedSameFate()
    {
        const auto fate = [](quint32 seed) {
            FaultBoard board(seed);
            QList<bool> all;
            for (int i = 0; i < 200; ++i)
                all.append(board.strikes(300, FaultBoard::Stream::Webhooks));
            return all;
        };
        QCOMPARE(fate(5), fate(5));
        QVERIFY(fate(5) != fate(6));
        QVERIFY(fate(5).count(true) > 30 && fate(5).count(true) < 90);
    }

    void streamsDoNotDisturbEachOther()
    {
        FaultBoard quiet(9);
        FaultBoard busy(9);
        for (int i = 0; i < 100; ++i) {
            (void)busy.strikes(500, FaultBoard::Stream::Answers);
            QCOMPARE(busy.strikes(500, FaultBoard::Stream::Webhooks), quiet.strikes(500, FaultBoard::Stream::Webhooks));
        }
    }

    void alwaysIsAlways()
    {
        FaultBoard board(2);
        for (int i = 0; i < 2000; ++i)
            QVERIFY(board.strikes(1000, FaultBoard::Stream::Answers));
    }
};

BALCAO_TEST(tst_faults)
#include "tst_faults.moc"
