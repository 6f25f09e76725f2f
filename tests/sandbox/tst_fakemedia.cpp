// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Files at the pretended Graph API: handed over in a form, kept, and named by messages.

#include "core/qrpicture.h"
#include "sandbox/controldoor.h"
#include "scene.h"
#include "support/testmain.h"

using namespace balcao;
using namespace balcao::sandbox;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString kRosa = u"+5519960000101"_s;
const QByteArray kType = "multipart/form-data; boundary=balcao";

int codeOf(const GraphReply &reply)
{
    return reply.json.value("error"_L1).toObject().value("code"_L1).toInt();
}

QByteArray field(const QByteArray &name, const QByteArray &value)
{
    return "--balcao\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
}

QByteArray file(const QByteArray &bytes, const QByteArray &mime = "image/png")
{
    return "--balcao\r\nContent-Disposition: form-data; name=\"file\"; filename=\"pix.png\"\r\nContent-Type: " + mime +
           "\r\n\r\n" + bytes + "\r\n";
}

QByteArray picture()
{
    return qrPicture(*qrSymbol("000201"));
}

QByteArray form()
{
    return field("messaging_product", "whatsapp") + field("type", "image/png") + file(picture()) + "--balcao--\r\n";
}

QJsonObject imageOf(const QString &id, const QString &caption = u"Pix de R$ 1,00"_s)
{
    QJsonObject body = textTo(u"to"_s, kRosa);
    body.remove(u"text"_s);
    body.insert(u"type"_s, u"image"_s);
    body.insert(u"image"_s, QJsonObject{{u"id"_s, id}, {u"caption"_s, caption}});
    return body;
}

} // namespace

class tst_fakemedia : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPictureIsKeptAndSent()
    {
        Scene scene;
        const GraphReply kept = scene.upload(form(), kType);
        QCOMPARE(kept.status, 200);
        const QString id = kept.json.value("id"_L1).toString();
        QVERIFY(!id.isEmpty());
        QCOMPARE(scene.graph.media().size(), 1);
        QCOMPARE(scene.graph.media().first().bytes, picture());
        QCOMPARE(scene.graph.media().first().mime, u"image/png"_s);
        QVERIFY(scene.graph.sends().isEmpty());
        QCOMPARE(scene.post(imageOf(id)).status, 200);
        const SendRecord send = scene.graph.sends().value(0);
        QCOMPARE(send.type, u"image"_s);
        QCOMPARE(send.text, u"Pix de R$ 1,00"_s);
        QTRY_COMPARE(scene.sink.items(u"statuses"_s).size(), 3);
    }

    void eachHasAnIdOfItsOwn()
    {
        Scene scene;
        const QString first = scene.upload(form(), kType).json.value("id"_L1).toString();
        const QString second = scene.upload(form(), kType).json.value("id"_L1).toString();
        QVERIFY(!first.isEmpty() && !second.isEmpty() && first != second);
    }

    void whatNobodyHandedOverIsNotSent()
    {
        Scene scene;
        const QString id = scene.upload(form(), kType).json.value("id"_L1).toString();
        QCOMPARE(codeOf(scene.post(imageOf(u"77"_s))), 100);
        QCOMPARE(codeOf(scene.post(imageOf({}))), 100);
        QCOMPARE(codeOf(scene.post(imageOf(id, QString(1025, u'a')))), 100);
        // It is another number's.
        QCOMPARE(codeOf(scene.post(imageOf(id), "sandbox-token", u"/v25.0/100200300400501/messages"_s)), 100);
        QVERIFY(scene.graph.sends().isEmpty());
        QCOMPARE(scene.post(imageOf(id, QString(1024, u'a'))).status, 200);
    }

    void badFormsAreGraphErrors_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<int>("code");
        const QByteArray product = field("messaging_product", "whatsapp");
        const QByteArray end = "--balcao--\r\n";
        QTest::newRow("no form") << form() << QByteArray("application/json") << 100;
        QTest::newRow("another boundary") << form() << QByteArray("multipart/form-data; boundary=other") << 100;
        QTest::newRow("cut") << form().chopped(20) << kType << 100;
        QTest::newRow("no end") << QByteArray(product + file(picture())) << kType << 100;
        QTest::newRow("no product") << QByteArray(file(picture()) + end) << kType << 100;
        QTest::newRow("another product") << QByteArray(field("messaging_product", "fax") + file(picture()) + end)
                                         << kType << 100;
        QTest::newRow("no file") << QByteArray(product + end) << kType << 100;
        QTest::newRow("a field for a file") << QByteArray(product + field("file", picture()) + end) << kType << 100;
        QTest::newRow("a type nobody takes")
            << QByteArray(product + file(picture(), "image/bmp") + end) << kType << 100;
        QTest::newRow("two types") << QByteArray(product + field("type", "image/jpeg") + file(picture()) + end) << kType
                                   << 100;
        QTest::newRow("not what it says") << QByteArray(product + file("GIF89a", "image/png") + end) << kType << 131053;
        QTest::newRow("grey") << QByteArray(product + file(picture().replace(25, 1, QByteArray(1, '\0'))) + end)
                              << kType << 131053;
        QTest::newRow("too large") << QByteArray(product + file(picture() + QByteArray(5 * 1024 * 1024, 'x')) + end)
                                   << kType << 131053;
    }
    void badFormsAreGraphErrors()
    {
        QFETCH(const QByteArray, body);
        QFETCH(const QByteArray, type);
        QFETCH(const int, code);
        Scene scene;
        const GraphReply reply = scene.upload(body, type);
        QCOMPARE(reply.status, 400);
        QCOMPARE(codeOf(reply), code);
        QVERIFY(scene.graph.media().isEmpty());
    }

    void onlyTheShopHandsOver()
    {
        Scene scene;
        QCOMPARE(codeOf(scene.upload(form(), kType, "other")), 190);
        QCOMPARE(codeOf(scene.upload(form(), kType, "sandbox-token", u"/v25.0/999/media"_s)), 33);
        QVERIFY(scene.graph.media().isEmpty());
    }

    void faultsOfTheirOwn()
    {
        Scene scene;
        scene.fault({{u"rateMedia500"_s, 1000}});
        QCOMPARE(scene.upload(form(), kType).status, 500);
        scene.fault({{u"rateMedia500"_s, 0}, {u"rateMediaError"_s, 1000}});
        QCOMPARE(codeOf(scene.upload(form(), kType)), 131053);
        QVERIFY(scene.graph.media().isEmpty());
        QCOMPARE(scene.text(kRosa).status, 200); // which are not of sends
        scene.fault({{u"rateMediaError"_s, 0}, {u"mediaAnswerLost"_s, 1000}});
        QCOMPARE(scene.upload(form(), kType).status, 0);
        QCOMPARE(scene.graph.media().size(), 1);
    }

    void theDoorShowsIt()
    {
        Scene scene(
            [](Scene &made) { addControlDoor(made.graph, made.faults, [](int, const QString &) { return false; }); });
        const QString id = scene.upload(form(), kType).json.value("id"_L1).toString();
        QCOMPARE(scene.post(imageOf(id)).status, 200);
        const QJsonArray sends = scene.request("GET", u"/_sandbox/sends"_s, {}).json.value("sends"_L1).toArray();
        QCOMPARE(sends.first().toObject().value("media"_L1).toString(), id);
        QCOMPARE(scene.request("GET", u"/_sandbox/media?id="_s + id, {}).body, picture());
        QCOMPARE(scene.request("GET", u"/_sandbox/media?id=7"_s, {}).status, 404);
    }
};

BALCAO_TEST(tst_fakemedia)
#include "tst_fakemedia.moc"
