// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "sandbox/asciijson.h"
#include "sandbox/wamid.h"
#include "scene.h"
#include "support/testmain.h"

#include <QMessageAuthenticationCode>

using namespace balcao;
using namespace balcao::sandbox;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;

class tst_envelope : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bytesAreAsciiOnly()
    {
        const QByteArray body = envelope(anAccount(), {changeOf(anAccount(), aMessage(u"pão 🎂 1/2 kg"_s), {})});
        for (const char c : body)
            QVERIFY(static_cast<unsigned char>(c) < 0x7f);
        QVERIFY(body.contains("p\\u00e3o \\ud83c\\udf82 1\\/2 kg"));
        QCOMPARE(itemsOf(body, u"messages"_s).value(0).value("text"_L1).toObject().value("body"_L1).toString(),
                 u"pão 🎂 1/2 kg"_s);
    }

    void signatureCoversTheRawBytes()
    {
        const QByteArray body = envelope(anAccount(), {changeOf(anAccount(), aMessage(u"ação"_s), {})});
        const QByteArray expected =
            QMessageAuthenticationCode::hash(body, "sandbox-secret", QCryptographicHash::Sha256).toHex();
        QCOMPARE(signatureOf(body, "sandbox-secret"), "sha256=" + expected);
        // Whoever re-serialises first gets other bytes and another signature.
        const QByteArray again = QJsonDocument::fromJson(body).toJson(QJsonDocument::Compact);
        QVERIFY(again != body);
        QVERIFY(signatureOf(again, "sandbox-secret") != signatureOf(body, "sandbox-secret"));
    }

    void knownSignature()
    {
        // RFC 4231, test case 2.
        QCOMPARE(signatureOf("what do ya want for nothing?", "Jefe"),
                 QByteArray("sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"));
    }

    void timestampsAreTextsInSeconds()
    {
        const Change change = changeOf(anAccount(), aMessage(u"oi"_s, 1'795'000'000'999), {});
        const QJsonObject message = change.value.value("messages"_L1).toArray().at(0).toObject();
        QCOMPARE(message.value("timestamp"_L1), QJsonValue(u"1795000000"_s));
    }

    void hiddenPhonesLeaveNoKey()
    {
        const Change change = changeOf(anAccount(), aMessage(u"oi"_s), {false, true});
        const QJsonObject message = change.value.value("messages"_L1).toArray().at(0).toObject();
        const QJsonObject contact = change.value.value("contacts"_L1).toArray().at(0).toObject();
        QVERIFY(!message.contains("from"_L1) && !contact.contains("wa_id"_L1));
        QCOMPARE(message.value("from_user_id"_L1).toString(), u"BR.104722001883"_s);
        QCOMPARE(contact.value("user_id"_L1).toString(), u"BR.104722001883"_s);
    }

    void ninthDigitGoesFromMobilesOnly()
    {
        const Disguise disguise{true, false};
        QCOMPARE(shownWaId(u"5519960000101"_s, disguise), u"551960000101"_s);
        QCOMPARE(shownWaId(u"551935550117"_s, disguise), u"551935550117"_s);
        QCOMPARE(shownWaId(u"4915100000001"_s, disguise), u"4915100000001"_s);
    }

    void systemMessagesCarryNoContacts()
    {
        Message message = aMessage({});
        message.type = u"system"_s;
        message.content = {{u"type"_s, u"user_changed_number"_s}};
        QVERIFY(!changeOf(anAccount(), message, {}).value.contains("contacts"_L1));
    }

    void failedStatusesCarryNoContacts()
    {
        const StatusNews failed{aContact(), 0, u"wamid.x"_s, u"failed"_s, 1000, u"op"_s, false, 131026};
        const QJsonObject value = changeOf(anAccount(), failed, {}).value;
        QVERIFY(!value.contains("contacts"_L1));
        const QJsonObject status = value.value("statuses"_L1).toArray().at(0).toObject();
        QVERIFY(!status.contains("recipient_user_id"_L1));
        QCOMPARE(status.value("biz_opaque_callback_data"_L1).toString(), u"op"_s);
        QCOMPARE(status.value("errors"_L1).toArray().at(0).toObject().value("code"_L1).toInt(), 131026);
    }

    void conversationOnlyAtAFreeEntryPoint()
    {
        StatusNews sent{aContact(), 0, u"wamid.x"_s, u"sent"_s, 1000, {}, true, 0};
        const auto statusOf = [](const StatusNews &news) {
            return changeOf(anAccount(), news, {}).value.value("statuses"_L1).toArray().at(0).toObject();
        };
        QVERIFY(!statusOf(sent).contains("conversation"_L1));
        QVERIFY(statusOf(sent).contains("pricing"_L1));
        sent.to.freeEntry = true;
        QVERIFY(statusOf(sent).contains("conversation"_L1));
    }

    void mergingKeepsOrderAndNamesEachContactOnce()
    {
        Message other = aMessage(u"dois"_s);
        other.channel = 1;
        const Account account = anAccount();
        const auto all = merged({changeOf(account, aMessage(u"um"_s), {}), changeOf(account, other, {}),
                                 changeOf(account, aMessage(u"três"_s), {})});
        QCOMPARE(all.size(), 2);
        QCOMPARE(all.at(0).value.value("messages"_L1).toArray().size(), 2);
        QCOMPARE(all.at(0).value.value("contacts"_L1).toArray().size(), 1);
        QCOMPARE(itemsOf(envelope(account, all), u"messages"_s).at(1).value("text"_L1).toObject().value("body"_L1),
                 QJsonValue(u"três"_s));
    }

    void wamidHoldsThePhone()
    {
        QRandomGenerator random(1);
        const QString inbound = makeWamid(u"5519960000101"_s, Direction::Inbound, random);
        QCOMPARE(customerOfWamid(inbound), u"5519960000101"_s);
        QVERIFY(QByteArray::fromBase64(inbound.sliced(6).toLatin1()).contains("5519960000101"));
        QVERIFY(inbound != makeWamid(u"5519960000101"_s, Direction::Inbound, random));
        QCOMPARE(customerOfWamid(u"outra coisa"_s), QString());
    }
};

BALCAO_TEST(tst_envelope)
#include "tst_envelope.moc"
