// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "relay/sending/graphnumber.h"
#include "support/testmain.h"

using namespace balcao;
using namespace balcao::relay;
using namespace Qt::Literals::StringLiterals;

namespace {

const QByteArray kAnswer =
    R"({"id":"106","verified_name":"Padaria Lua","display_phone_number":"+55 19 3555-0142","quality_rating":"GREEN",)"
    R"("code_verification_status":"VERIFIED","name_status":"APPROVED","status":"CONNECTED"})";

} // namespace

class tst_graphnumber : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theQuestion();
    void theAnswer();
    void whatSaysNothingSaysNothing_data();
    void whatSaysNothingSaysNothing();
    void aNameIsOneShortLine();
};

void tst_graphnumber::theQuestion()
{
    const http::HttpRequest asked =
        graphNumberRequest({QUrl(u"https://graph.example"_s), u"v25.0"_s, "word"}, u"106"_s);
    QCOMPARE(asked.method, "GET");
    QCOMPARE(asked.url.path(), u"/v25.0/106"_s);
    QVERIFY(asked.url.query().startsWith(u"fields=verified_name,"_s));
    QVERIFY(!asked.url.toString().contains(u"word"_s));
    QCOMPARE(asked.headers.size(), 1);
    QCOMPARE(asked.headers.first().value, "Bearer word");
    QVERIFY(asked.body.isEmpty());
}

void tst_graphnumber::theAnswer()
{
    const auto health = readNumberAnswer(u"106"_s, 200, kAnswer);
    QVERIFY(health);
    wire::ChannelHealth expected;
    expected.channel = u"106"_s;
    expected.verifiedName = u"Padaria Lua"_s;
    expected.number = u"+55 19 3555-0142"_s;
    expected.quality = u"GREEN"_s;
    expected.verification = u"VERIFIED"_s;
    expected.nameStatus = u"APPROVED"_s;
    expected.status = u"CONNECTED"_s;
    QCOMPARE(*health, expected);
}

void tst_graphnumber::whatSaysNothingSaysNothing_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("refused") << 401 << QByteArray(R"({"error":{"code":190}})");
    QTest::newRow("refused, with the facts") << 500 << kAnswer;
    QTest::newRow("no JSON") << 200 << QByteArray("<html>");
    QTest::newRow("a list") << 200 << QByteArray("[1]");
    QTest::newRow("another object") << 200 << QByteArray(R"({"id":"106","name":"Lua"})");
    QTest::newRow("other types") << 200 << QByteArray(R"({"display_phone_number":5,"verified_name":[]})");
}

void tst_graphnumber::whatSaysNothingSaysNothing()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);
    QVERIFY(!readNumberAnswer(u"106"_s, status, body));
}

void tst_graphnumber::aNameIsOneShortLine()
{
    const QByteArray body =
        R"({"display_phone_number":"+55","verified_name":"Padaria\nLua\u202e)" + QByteArray(5000, 'a') + R"("})";
    const auto health = readNumberAnswer(u"106"_s, 200, body);
    QVERIFY(health);
    QVERIFY(health->verifiedName.startsWith(u"Padaria Lua"_s));
    QVERIFY(health->verifiedName.size() <= 256);
    QVERIFY(!health->verifiedName.contains(QChar(0x202e)));
}

BALCAO_TEST(tst_graphnumber)
#include "tst_graphnumber.moc"
