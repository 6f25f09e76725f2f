// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "core/clock.h"
#include "relay/sending/graphanswer.h"
#include "relay/sending/graphmessage.h"
#include "relay/sending/retrytable.h"
#include "support/testmain.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace balcao;
using namespace balcao::relay;
using namespace Qt::Literals::StringLiterals;
using Action = Verdict::Action;

namespace {

const QByteArray kRefused = R"j({"error":{"message":"(131016)","code":131016,"is_transient":true,)j"
                            R"j("error_data":{"details":"Recipient 5519900000001 unavailable"}}})j";

} // namespace

class tst_graphanswer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void codeDecidesWhatHappens_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<int>("attempts");
        QTest::addColumn<Action>("action");
        QTest::addColumn<qint64>("delayMs");
        const auto row = [](const char *name, int code, int attempts, Action action, qint64 delay = 0) {
            QTest::newRow(name) << code << attempts << action << delay;
        };
        row("token expired", 190, 1, Action::PauseChannel);
        row("no authentication", 0, 1, Action::PauseChannel);
        row("permission", 230, 1, Action::PauseChannel);
        row("just above permissions", 300, 1, Action::Fail);
        row("account locked", 131031, 3, Action::PauseChannel);
        row("billing", 131042, 1, Action::PauseChannel);
        row("throughput", 130429, 1, Action::RetryChannel, 1000);
        row("throughput again", 130429, 3, Action::RetryChannel, 4000);
        row("hourly", 80007, 1, Action::RetryChannel, 60000);
        row("pair, first", 131056, 1, Action::RetryMessage, 1000);
        row("pair, third", 131056, 3, Action::RetryMessage, 16000);
        row("unknown", 131000, 1, Action::RetryMessage, 2000);
        row("unknown, enough", 131000, 5, Action::Fail);
        row("just below permissions", 199, 1, Action::Fail);
        row("the last permission", 299, 1, Action::PauseChannel);
        row("pair, very often", 131056, 40, Action::RetryMessage, kHourMs);
        row("hourly, very often", 4, 40, Action::RetryChannel, kHourMs);
        row("service down", 131016, 2, Action::RetryMessage, 4000);
        row("service down, capped", 131016, 11, Action::RetryMessage, 600000);
        row("service down, enough", 131016, 12, Action::Fail);
        row("window closed", 131047, 1, Action::Fail);
        row("not on WhatsApp", 131026, 1, Action::Fail);
        row("bad parameter", 100, 1, Action::Fail);
        row("never heard of", 987654, 1, Action::Fail);
    }
    void codeDecidesWhatHappens()
    {
        QFETCH(int, code);
        QFETCH(int, attempts);
        QFETCH(Action, action);
        QFETCH(qint64, delayMs);
        const Verdict verdict = verdictOn({code, 400, false}, {attempts, attempts});
        QCOMPARE(static_cast<int>(verdict.action), static_cast<int>(action));
        QCOMPARE(verdict.delayMs, delayMs);
    }

    void transientIsTriedAgain() { QCOMPARE(verdictOn({987654, 500, true}, {1, 1}).action, Action::RetryMessage); }

    void limitsAndOutagesDoNotCountTowardsGivingUp()
    {
        // Tried a hundred times in vain, but refused for the first time.
        QCOMPARE(verdictOn({131000, 500, false}, {1, 100}).action, Action::RetryMessage);
        QCOMPARE(verdictOn({131000, 500, false}, {1, 100}).delayMs, 2000);
        QVERIFY(verdictOn({131000, 500, false}, {1, 1}).counts);
        QVERIFY(verdictOn({131016, 500, false}, {1, 1}).counts);
        for (const int code : {130429, 80007, 131056, 190})
            QVERIFY(!verdictOn({code, 400, false}, {1, 1}).counts);
    }

    void unreachableNeverGivesUp()
    {
        QCOMPARE(unreachableDelayMs(1), 1000);
        QCOMPARE(unreachableDelayMs(1000), kMinuteMs);
    }

    void acceptedCarriesWamidAndRecipient()
    {
        const auto result =
            readSendAnswer(200, R"j({"contacts":[{"wa_id":"551900000001"}],"messages":[{"id":"wamid.A"}]})j");
        const auto *submitted = std::get_if<Submitted>(&result);
        QVERIFY(submitted);
        QCOMPARE(submitted->wamid, u"wamid.A"_s);
        QCOMPARE(submitted->waId, u"551900000001"_s);
    }

    void answerWithoutCertaintyIsDoubt_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("200 empty") << 200 << QByteArray();
        QTest::newRow("200 without wamid") << 200 << QByteArray(R"j({"messages":[]})j");
        QTest::newRow("200 html") << 200 << QByteArray("<html>");
        QTest::newRow("bare 500") << 500 << QByteArray();
        QTest::newRow("502 html") << 502 << QByteArray("<html>Bad gateway</html>");
        QTest::newRow("error without code") << 500 << QByteArray(R"j({"error":{"message":"x"}})j");
        QTest::newRow("redirect") << 302 << QByteArray();
    }
    void answerWithoutCertaintyIsDoubt()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QVERIFY(std::holds_alternative<Doubtful>(readSendAnswer(status, body)));
    }

    void errorWithACodeIsCertain()
    {
        const auto result = readSendAnswer(500, kRefused);
        const auto *refused = std::get_if<Refused>(&result);
        QVERIFY(refused);
        QCOMPARE(refused->refusal.code, 131016);
        QVERIFY(refused->refusal.transient);
        QCOMPARE(refused->detail, u"Recipient ••••••••••••• unavailable"_s);
    }

    void aNumberAtTheEndIsHiddenAndAShortOneIsNot()
    {
        const auto detailOf = [](const QString &message) {
            const QJsonObject error{{u"code"_s, 100}, {u"message"_s, message}};
            const QByteArray body = QJsonDocument(QJsonObject{{u"error"_s, error}}).toJson();
            return std::get<Refused>(readSendAnswer(400, body)).detail;
        };
        QCOMPARE(detailOf(u"to 5519900000001"_s), u"to •••••••••••••"_s);
        QCOMPARE(detailOf(u"1234567"_s), u"•••••••"_s);
        QCOMPARE(detailOf(u"code 123456, 1"_s), u"code 123456, 1"_s);
        QCOMPARE(detailOf(QString(600, u'x')).size(), 512);
    }

    void bareRefusalsAreCertain()
    {
        QCOMPARE(std::get<Refused>(readSendAnswer(429, {})).refusal.code, 130429);
        QCOMPARE(std::get<Refused>(readSendAnswer(404, "<html>")).refusal.code, -404);
        QCOMPARE(std::get<Refused>(readSendAnswer(400, {})).refusal.code, -400);
        QCOMPARE(std::get<Refused>(readSendAnswer(499, {})).refusal.code, -499);
        QVERIFY(!std::get<Refused>(readSendAnswer(499, {})).refusal.transient);
    }

    void phoneGoesToToAndBsuidToRecipient()
    {
        wire::Content content;
        content.text = u"Olá, \"pão\" às 9h <b>"_s;
        const GraphSend phone{MessageId::create(), {u"to"_s, u"+5519900000001"_s}, content, u"wamid.Q"_s};
        const QJsonObject body = QJsonDocument::fromJson(graphSendBody(phone)).object();
        QCOMPARE(body.value("to"_L1).toString(), u"+5519900000001"_s);
        QVERIFY(!body.contains("recipient"_L1));
        QCOMPARE(body.value("text"_L1).toObject().value("body"_L1).toString(), content.text);
        QCOMPARE(body.value("biz_opaque_callback_data"_L1).toString(), phone.message.text());
        QCOMPARE(body.value("context"_L1).toObject().value("message_id"_L1).toString(), u"wamid.Q"_s);
        const GraphSend bsuid{MessageId::create(), {u"recipient"_s, u"BR.123"_s}, content, {}};
        const QJsonObject other = QJsonDocument::fromJson(graphSendBody(bsuid)).object();
        QCOMPARE(other.value("recipient"_L1).toString(), u"BR.123"_s);
        QVERIFY(!other.contains("to"_L1));
        QVERIFY(!other.contains("context"_L1));
    }

    void unsendableHasNoBody()
    {
        wire::Content image;
        image.type = ContentType::Image;
        QCOMPARE(graphSendBody({MessageId::create(), {u"to"_s, u"+55"_s}, image, {}}), QByteArray());
        QCOMPARE(graphSendBody({MessageId::create(), {u"to"_s, u"+55"_s}, wire::Content{}, {}}), QByteArray());
        wire::Content text;
        text.text = u"oi"_s;
        QCOMPARE(graphSendBody({MessageId::create(), {}, text, {}}), QByteArray());
        for (const ContentType type : {ContentType::Text, ContentType::Pix, ContentType::PixCode}) {
            text.type = type;
            QVERIFY(!graphSendBody({MessageId::create(), {u"to"_s, u"+55"_s}, text, {}}).isEmpty());
        }
    }
};

BALCAO_TEST(tst_graphanswer)
#include "tst_graphanswer.moc"
