// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "sandbox/wamid.h"
#include "scene.h"
#include "support/testmain.h"

#include <QElapsedTimer>

using namespace balcao;
using namespace balcao::sandbox;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString kRosa = u"+5519960000101"_s;

int codeOf(const GraphReply &reply)
{
    return reply.json.value("error"_L1).toObject().value("code"_L1).toInt();
}

} // namespace

class tst_fakegraph : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNumberIsAskedAbout()
    {
        Scene scene;
        const QString path = u"/v25.0/100200300400500"_s;
        const GraphReply some = scene.request("GET", path + u"?fields=verified_name,display_phone_number,colour"_s, {});
        QCOMPARE(some.status, 200);
        QCOMPARE(some.json, (QJsonObject{{u"id"_s, u"100200300400500"_s},
                                         {u"verified_name"_s, u"Padaria"_s},
                                         {u"display_phone_number"_s, u"+55 19 3555-0142"_s}}));
        QCOMPARE(scene.request("GET", u"/v25.0/999?fields=status"_s, {}).status, 400);
        QCOMPARE(scene.request("GET", path, {}, "stolen").status, 401);
    }

    void aTextIsAccepted()
    {
        Scene scene;
        const GraphReply reply = scene.text(u"+55 19 96000-0101"_s, u"op-1"_s);
        QCOMPARE(reply.status, 200);
        const QJsonObject contact = reply.json.value("contacts"_L1).toArray().at(0).toObject();
        QCOMPARE(contact.value("input"_L1).toString(), u"+55 19 96000-0101"_s);
        QCOMPARE(contact.value("wa_id"_L1).toString(), u"5519960000101"_s);
        const QString wamid = reply.json.value("messages"_L1).toArray().at(0).toObject().value("id"_L1).toString();
        QCOMPARE(customerOfWamid(wamid), u"5519960000101"_s);
        const QList<SendRecord> sends = scene.graph.sends();
        QCOMPARE(sends.size(), 1);
        QCOMPARE(sends.first().wamid, wamid);
        QCOMPARE(sends.first().opaque, u"op-1"_s);
        QCOMPARE(sends.first().text, u"Fica R$ 12,00, às 17h"_s);
        QCOMPARE(sends.first().atMs, scene.clock.nowMs());
    }

    void everyTypeIsAccepted_data()
    {
        QTest::addColumn<QString>("type");
        for (const char *type :
             {"image", "video", "audio", "document", "sticker", "location", "interactive", "reaction", "template"})
            QTest::newRow(type) << QString::fromLatin1(type);
    }
    void everyTypeIsAccepted()
    {
        QFETCH(const QString, type);
        Scene scene;
        QJsonObject body = textTo(u"to"_s, kRosa);
        body.remove(u"text"_s);
        body.insert(u"type"_s, type);
        body.insert(type, QJsonObject{{u"link"_s, u"https://loja.exemplo.br/1"_s}});
        QCOMPARE(scene.post(body).status, 200);
        QCOMPARE(scene.graph.sends().value(0).type, type);
    }

    void wrongTokenIs190()
    {
        Scene scene;
        const GraphReply reply = scene.post(textTo(u"to"_s, kRosa), "other");
        QCOMPARE(reply.status, 401);
        QCOMPARE(codeOf(reply), 190);
        const QJsonObject error = reply.json.value("error"_L1).toObject();
        QCOMPARE(error.value("type"_L1).toString(), u"OAuthException"_s);
        QVERIFY(!error.value("fbtrace_id"_L1).toString().isEmpty());
        QVERIFY(scene.graph.sends().isEmpty());
    }

    void badSendsAreGraphErrors_data()
    {
        QTest::addColumn<QJsonObject>("body");
        QTest::addColumn<int>("code");
        QJsonObject body = textTo(u"to"_s, kRosa);
        const auto with = [&body](const QString &key, const QJsonValue &value) {
            QJsonObject changed = body;
            changed.insert(key, value);
            return changed;
        };
        QTest::newRow("product") << with(u"messaging_product"_s, u"fax"_s) << 100;
        QTest::newRow("no to") << with(u"to"_s, u""_s) << 100;
        QTest::newRow("no phone") << with(u"to"_s, u"Rosa"_s) << 100;
        QTest::newRow("empty text") << with(u"text"_s, QJsonObject{{u"body"_s, u""_s}}) << 100;
        QTest::newRow("long text") << with(u"text"_s, QJsonObject{{u"body"_s, QString(4097, u'a')}}) << 100;
        QTest::newRow("long opaque") << with(u"biz_opaque_callback_data"_s, QString(513, u'a')) << 100;
        QTest::newRow("odd recipient type") << with(u"recipient_type"_s, u"business_scoped_user_id"_s) << 100;
        QTest::newRow("no content") << with(u"type"_s, u"image"_s) << 100;
        QTest::newRow("type") << with(u"type"_s, u"smell"_s) << 131051;
        QTest::newRow("not a BSUID") << textTo(u"recipient"_s, kRosa) << 100;
        QTest::newRow("nothing") << QJsonObject() << 100;
    }
    void badSendsAreGraphErrors()
    {
        QFETCH(const QJsonObject, body);
        QFETCH(const int, code);
        Scene scene;
        const GraphReply reply = scene.post(body);
        QCOMPARE(reply.status, 400);
        QCOMPARE(codeOf(reply), code);
        QVERIFY(scene.graph.sends().isEmpty());
    }

    void ordersAreReadAsMetaReadsThem_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("into");
        QTest::addColumn<bool>("isTaken");
        QTest::newRow("as it is") << u""_s << u""_s << true;
        QTest::newRow("no words") << u"Pix de R$ 1,00"_s << u""_s << false;
        QTest::newRow("another action") << u"review_and_pay"_s << u"pay"_s << false;
        QTest::newRow("a reference with a space") << u"PED-1"_s << u"PED 1"_s << false;
        QTest::newRow("dollars") << u"BRL"_s << u"USD"_s << false;
        QTest::newRow("no code") << u"0002012658"_s << u""_s << false;
        QTest::newRow("amounts in reais") << u"\"offset\":100"_s << u"\"offset\":1"_s << false;
    }
    void ordersAreReadAsMetaReadsThem()
    {
        QFETCH(const QString, from);
        QFETCH(const QString, into);
        QFETCH(const bool, isTaken);
        const QString order =
            QStringLiteral(
                R"({"messaging_product":"whatsapp","recipient_type":"individual","to":"%1","type":"interactive","interactive":)"
                R"({"type":"order_details","body":{"text":"Pix de R$ 1,00"},"action":{"name":"review_and_pay","parameters":)"
                R"({"reference_id":"PED-1","type":"physical-goods","payment_type":"br","payment_settings":[{"type":)"
                R"("pix_dynamic_code","pix_dynamic_code":{"code":"0002012658","merchant_name":"A","key":"a@b.example",)"
                R"("key_type":"EMAIL"}}],"currency":"BRL","total_amount":{"value":100,"offset":100}}}}})")
                .arg(kRosa);
        Scene scene;
        const auto json = [](const QString &text) { return QJsonDocument::fromJson(text.toUtf8()).object(); };
        const QString changed = from.isEmpty() ? order : QString(order).replace(from, into);
        QCOMPARE(scene.post(json(changed)).status, isTaken ? 200 : 400);
        // What became of it, under the same reference.
        QString status =
            QStringLiteral(
                R"({"messaging_product":"whatsapp","recipient_type":"individual","to":"%1","type":"interactive","interactive":)"
                R"({"type":"order_status","body":{"text":"Recebemos"},"action":{"name":"review_order","parameters":)"
                R"({"reference_id":"PED-1","order":{"status":"processing"},"payment":{"status":"captured","timestamp":1}}}}})")
                .arg(kRosa);
        QCOMPARE(scene.post(json(status)).status, 200);
        QCOMPARE(scene.post(json(status.replace(u"processing"_s, u"paid"_s))).status, 400);
    }

    void badAddressesAreGraphErrors()
    {
        Scene scene;
        const QJsonObject body = textTo(u"to"_s, kRosa);
        QCOMPARE(codeOf(scene.post(body, "sandbox-token", u"/v25.0/999/messages"_s)), 33);
        QCOMPARE(codeOf(scene.post(body, "sandbox-token", u"/v3.0/100200300400500/messages"_s)), 100);
        QCOMPARE(codeOf(scene.post(body, "sandbox-token", u"/v25.0/100200300400500/media"_s)), 100);
        QCOMPARE(codeOf(scene.request("GET", u"/v25.0/100200300400500/messages"_s, {})), 100);
    }

    void secondNumberOfTheShop()
    {
        Scene scene;
        QCOMPARE(scene.post(textTo(u"to"_s, kRosa), "sandbox-token", u"/v25.0/100200300400501/messages"_s).status, 200);
        QCOMPARE(scene.graph.sends().value(0).channel, 1);
    }

    void markingAsReadIsASuccess()
    {
        Scene scene;
        const GraphReply reply = scene.post({{u"messaging_product"_s, u"whatsapp"_s},
                                             {u"status"_s, u"read"_s},
                                             {u"message_id"_s, u"wamid.AAAA"_s},
                                             {u"typing_indicator"_s, QJsonObject{{u"type"_s, u"text"_s}}}});
        QCOMPARE(reply.status, 200);
        QCOMPARE(reply.json, QJsonObject({{u"success"_s, true}}));
        QCOMPARE(scene.graph.reads(), QStringList{u"wamid.AAAA"_s});
        QVERIFY(scene.graph.sends().isEmpty());
    }

    void bsuidInToIsAcceptedAndDropped()
    {
        Scene scene;
        QCOMPARE(scene.text(u"BR.104722001883"_s).status, 200);
        QCOMPARE(scene.graph.sends().size(), 1);
        QVERIFY(scene.graph.sends().first().dropped);
        // One that is not dropped follows; only its statuses come.
        QCOMPARE(scene.text(kRosa).status, 200);
        QTRY_COMPARE(scene.sink.items(u"statuses"_s).size(), 3);
        for (const QJsonObject &status : scene.sink.items(u"statuses"_s))
            QCOMPARE(status.value("id"_L1).toString(), scene.graph.sends().last().wamid);
    }

    void recipientReachesABsuid()
    {
        Scene scene;
        const GraphReply reply = scene.post(textTo(u"recipient"_s, u"BR.104722001883"_s));
        QCOMPARE(reply.status, 200);
        const QJsonObject contact = reply.json.value("contacts"_L1).toArray().at(0).toObject();
        QCOMPARE(contact.value("user_id"_L1).toString(), u"BR.104722001883"_s);
        QVERIFY(!contact.contains("wa_id"_L1));
        QTRY_COMPARE(scene.sink.items(u"statuses"_s).size(), 3);
        const QJsonObject status = scene.sink.items(u"statuses"_s).first();
        QCOMPARE(status.value("recipient_user_id"_L1).toString(), u"BR.104722001883"_s);
        QVERIFY(!status.contains("recipient_id"_L1));
    }

    void windowClosesAfter24Hours()
    {
        Scene scene;
        scene.sender.say({aMessage(u"oi"_s, scene.clock.nowMs())});
        scene.clock.advanceMs(24 * kHourMs - 1);
        QCOMPARE(scene.text(kRosa).status, 200);
        scene.clock.advanceMs(1);
        const GraphReply closed = scene.text(kRosa);
        QCOMPARE(closed.status, 400);
        QCOMPARE(codeOf(closed), 131047);
        QCOMPARE(scene.graph.sends().size(), 1);
        QJsonObject templated = textTo(u"to"_s, kRosa);
        templated.insert(u"type"_s, u"template"_s);
        templated.insert(u"template"_s, QJsonObject{{u"name"_s, u"peca_chegou"_s}});
        QCOMPARE(scene.post(templated).status, 200);
    }

    void strangersAreClosedOnlyWhenAsked()
    {
        Scene scene;
        QCOMPARE(scene.text(u"+5519960000777"_s).status, 200);
        scene.fault({{u"unknownIsClosed"_s, true}});
        QCOMPARE(codeOf(scene.text(u"+5519960000777"_s)), 131047);
    }

    void waIdMayLackTheNinthDigit()
    {
        Scene scene;
        scene.fault({{u"waIdWithoutNinth"_s, true}});
        const GraphReply reply = scene.text(kRosa);
        const QJsonObject contact = reply.json.value("contacts"_L1).toArray().at(0).toObject();
        QCOMPARE(contact.value("wa_id"_L1).toString(), u"551960000101"_s);
        QTRY_VERIFY(!scene.sink.items(u"statuses"_s).isEmpty());
        QCOMPARE(scene.sink.items(u"statuses"_s).first().value("recipient_id"_L1).toString(), u"551960000101"_s);
    }

    void bothSpellingsReachTheSameCustomer()
    {
        Scene scene;
        scene.book.add(aContact(u"551960000101"_s));
        const GraphReply reply = scene.text(kRosa);
        const QJsonObject contact = reply.json.value("contacts"_L1).toArray().at(0).toObject();
        QCOMPARE(contact.value("wa_id"_L1).toString(), u"551960000101"_s);
        QCOMPARE(scene.graph.sends().value(0).to, u"551960000101"_s);
    }

    void refusalsByFault_data()
    {
        QTest::addColumn<QJsonObject>("fault");
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("code");
        QTest::newRow("429") << QJsonObject{{u"rate429"_s, 1000}} << 429 << 130429;
        QTest::newRow("500") << QJsonObject{{u"rate500"_s, 1000}} << 500 << 0;
        QTest::newRow("131000") << QJsonObject{{u"rateGraphError"_s, 1000}} << 500 << 131000;
        QTest::newRow("131042") << QJsonObject{{u"rateGraphError"_s, 1000}, {u"graphErrorCode"_s, 131042}} << 400
                                << 131042;
        QTest::newRow("pair") << QJsonObject{{u"ratePairLimit"_s, 1000}} << 400 << 131056;
        QTest::newRow("lost") << QJsonObject{{u"answerLostBeforeAccept"_s, 1000}} << 0 << 0;
    }
    void refusalsByFault()
    {
        QFETCH(const QJsonObject, fault);
        Scene scene;
        scene.fault(fault);
        const GraphReply reply = scene.text(kRosa);
        QTEST(reply.status, "status");
        QTEST(codeOf(reply), "code");
        QVERIFY(scene.graph.sends().isEmpty());
    }

    void answerLostAfterAccept()
    {
        Scene scene;
        scene.fault({{u"answerLostAfterAccept"_s, 1000}});
        QCOMPARE(scene.text(kRosa, u"op-2"_s).status, 0);
        QCOMPARE(scene.graph.sends().size(), 1);
        QCOMPARE(scene.graph.sends().first().answered, Answered::Lost);
        QTRY_COMPARE(scene.sink.items(u"statuses"_s).size(), 3);
        QCOMPARE(scene.sink.items(u"statuses"_s).first().value("biz_opaque_callback_data"_L1).toString(), u"op-2"_s);
    }

    void bare500AfterAccept()
    {
        Scene scene;
        scene.fault({{u"rate500AfterAccept"_s, 1000}});
        const GraphReply reply = scene.text(kRosa);
        QCOMPARE(reply.status, 500);
        QVERIFY(reply.json.isEmpty());
        QCOMPARE(scene.graph.sends().size(), 1);
        QCOMPARE(scene.graph.sends().first().answered, Answered::Error5xx);
    }

    void latencyDelaysTheAnswer()
    {
        Scene scene;
        scene.fault({{u"latencyMs"_s, 150}});
        QElapsedTimer watch;
        watch.start();
        QCOMPARE(scene.text(kRosa).status, 200);
        QVERIFY(watch.elapsed() >= 150);
    }

    void answersAreAsciiToo()
    {
        Scene scene;
        const GraphReply reply = scene.text(u"+55\u00a019\u00a096000-0101"_s);
        QCOMPARE(reply.status, 200);
        QVERIFY(reply.body.contains("\\u00a0"));
        for (const char c : reply.body)
            QVERIFY(static_cast<unsigned char>(c) < 0x7f);
    }

    void sameSeedSameWamids()
    {
        const auto wamids = [] {
            Scene scene;
            QStringList all;
            for (int i = 0; i < 3; ++i)
                (void)scene.text(kRosa);
            for (const SendRecord &send : scene.graph.sends())
                all.append(send.wamid);
            return all;
        };
        QCOMPARE(wamids(), wamids());
        QCOMPARE(wamids().size(), 3);
    }
};

BALCAO_TEST(tst_fakegraph)
#include "tst_fakegraph.moc"
