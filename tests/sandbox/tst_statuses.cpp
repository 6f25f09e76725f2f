// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "scene.h"
#include "support/testmain.h"

using namespace balcao;
using namespace balcao::sandbox;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString kRosa = u"+5519960000101"_s;

QStringList kinds(const Scene &scene)
{
    QStringList all;
    for (const QJsonObject &status : scene.sink.items(u"statuses"_s))
        all.append(status.value("status"_L1).toString());
    return all;
}

} // namespace

class tst_statuses : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sentDeliveredReadInOrder()
    {
        Scene scene;
        scene.graph.setPace({10, 20, 30, false, u"read"_s});
        QCOMPARE(scene.text(kRosa, u"op-9"_s).status, 200);
        QTRY_COMPARE(kinds(scene), QStringList({u"sent"_s, u"delivered"_s, u"read"_s}));
        const auto statuses = scene.sink.items(u"statuses"_s);
        for (const QJsonObject &status : statuses) {
            QCOMPARE(status.value("id"_L1).toString(), scene.graph.sends().first().wamid);
            QCOMPARE(status.value("biz_opaque_callback_data"_L1).toString(), u"op-9"_s);
            QVERIFY(status.value("timestamp"_L1).isString());
            QCOMPARE(status.value("recipient_id"_L1).toString(), u"5519960000101"_s);
        }
        // Pricing stands in `sent` and in only one of the two that follow.
        QVERIFY(statuses.at(0).contains("pricing"_L1));
        QVERIFY(statuses.at(1).contains("pricing"_L1));
        QVERIFY(!statuses.at(2).contains("pricing"_L1));
    }

    void manySendsKeepTheirOrder()
    {
        Scene scene;
        for (int i = 0; i < 10; ++i)
            QCOMPARE(scene.text(kRosa, QString::number(i)).status, 200);
        QTRY_COMPARE(scene.sink.items(u"statuses"_s).size(), 30);
        QHash<QString, QStringList> bySend;
        for (const QJsonObject &status : scene.sink.items(u"statuses"_s))
            bySend[status.value("id"_L1).toString()].append(status.value("status"_L1).toString());
        QCOMPARE(bySend.size(), 10);
        for (const QStringList &ladder : bySend)
            QCOMPARE(ladder, QStringList({u"sent"_s, u"delivered"_s, u"read"_s}));
    }

    void swallowedStatusesNeverCome()
    {
        Scene scene;
        scene.fault({{u"swallowOpaque"_s, QJsonArray{u"hidden"_s}}});
        QCOMPARE(scene.text(kRosa, u"hidden"_s).status, 200);
        QCOMPARE(scene.text(kRosa, u"seen"_s).status, 200);
        QTRY_COMPARE(scene.sink.items(u"statuses"_s).size(), 3);
        for (const QJsonObject &status : scene.sink.items(u"statuses"_s))
            QCOMPARE(status.value("biz_opaque_callback_data"_L1).toString(), u"seen"_s);
        QVERIFY(scene.graph.sends().at(0).swallowed);
        QVERIFY(!scene.graph.sends().at(1).swallowed);
    }

    void swallowingByRate()
    {
        Scene scene;
        scene.fault({{u"swallowStatuses"_s, 500}});
        int told = 0;
        for (int i = 0; i < 20; ++i)
            QCOMPARE(scene.text(kRosa).status, 200);
        for (const SendRecord &send : scene.graph.sends())
            told += send.swallowed ? 0 : 1;
        QVERIFY(told > 0 && told < 20);
        QTRY_COMPARE(scene.sink.items(u"statuses"_s).size(), 3 * told);
    }

    void failedComesInsteadOfDelivered()
    {
        Scene scene;
        scene.fault({{u"failStatus"_s, 1000}, {u"failCode"_s, 131049}});
        QCOMPARE(scene.text(kRosa).status, 200);
        QTRY_COMPARE(kinds(scene), QStringList({u"sent"_s, u"failed"_s}));
        const QJsonObject failed = scene.sink.items(u"statuses"_s).last();
        QCOMPARE(failed.value("errors"_L1).toArray().at(0).toObject().value("code"_L1).toInt(), 131049);
    }

    void deliveredMayBeSkipped()
    {
        Scene scene;
        scene.fault({{u"skipDelivered"_s, 1000}});
        QCOMPARE(scene.text(kRosa).status, 200);
        QTRY_COMPARE(kinds(scene), QStringList({u"sent"_s, u"read"_s}));
        QVERIFY(scene.sink.items(u"statuses"_s).last().contains("pricing"_L1));
    }

    void reactionsAreOnlySent()
    {
        Scene scene;
        QJsonObject body = textTo(u"to"_s, kRosa);
        body.insert(u"type"_s, u"reaction"_s);
        body.insert(u"reaction"_s, QJsonObject{{u"message_id"_s, u"wamid.AAAA"_s}, {u"emoji"_s, u"👍"_s}});
        QCOMPARE(scene.post(body).status, 200);
        QCOMPARE(scene.text(kRosa, u"after"_s).status, 200);
        QTRY_COMPARE(kinds(scene).size(), 4);
        QCOMPARE(kinds(scene).count(u"sent"_s), 2);
    }

    void atOnceOnlyTheTimestampsAreAhead()
    {
        Scene scene;
        scene.graph.setPace({kSecondMs, 2 * kSecondMs, 60 * kSecondMs, true, u"read"_s});
        QCOMPARE(scene.text(kRosa).status, 200);
        QTRY_COMPARE(kinds(scene).size(), 3);
        const qint64 sent = scene.sink.items(u"statuses"_s).first().value("timestamp"_L1).toString().toLongLong();
        const qint64 read = scene.sink.items(u"statuses"_s).last().value("timestamp"_L1).toString().toLongLong();
        QCOMPARE(sent, scene.clock.nowMs() / 1000 + 1);
        QCOMPARE(read - sent, 59);
    }

    void paceMayStopEarly()
    {
        Scene scene;
        scene.graph.setPace({0, 0, 0, true, u"delivered"_s});
        QCOMPARE(scene.text(kRosa).status, 200);
        QTRY_COMPARE(kinds(scene), QStringList({u"sent"_s, u"delivered"_s}));
        QCOMPARE(scene.sender.pending(), 0);
    }
};

BALCAO_TEST(tst_statuses)
#include "tst_statuses.moc"
