// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "http/faultserver.h"
#include "support/testmain.h"
#include "sync/pairing.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace balcao;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;
using sync::PairingOutcome;

Q_DECLARE_METATYPE(balcao::sync::PairingOutcome)

namespace {

constexpr auto kProblem = "application/problem+json";

void answer(QTcpSocket &socket, const QByteArray &status, const QByteArray &type, const QByteArray &body)
{
    socket.write("HTTP/1.1 " + status + "\r\nContent-Type: " + type +
                 "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
}

struct Trying
{
    sync::Pairing pairing;
    std::optional<PairingOutcome> outcome;
    sync::PairedShop shop;

    PairingOutcome pair(const QString &address, const QString &code = u"7KQ4MZ2P"_s)
    {
        outcome.reset();
        pairing.pair(address, code, u"PC do balcão"_s, [this](PairingOutcome o, const sync::PairedShop &s) {
            outcome = o;
            shop = s;
        });
        const bool came = QTest::qWaitFor([this] { return outcome.has_value(); }, 10'000);
        return came ? *outcome : PairingOutcome::NotFound;
    }
};

QString nonceOf(const QByteArray &request)
{
    const qsizetype body = request.indexOf("\r\n\r\n") + 4;
    return QJsonDocument::fromJson(request.mid(body)).object().value("nonce"_L1).toString();
}

} // namespace

class tst_pairing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addressesAreChecked_data();
    void addressesAreChecked();
    void answersHaveTheirWords_data();
    void answersHaveTheirWords();
    void nobodyThereIsNotFound();
    void shopIsHandedOver();
    void sameCodeIsTriedWithTheSameNonce();
};

void tst_pairing::addressesAreChecked_data()
{
    QTest::addColumn<QString>("address");
    for (const char *bad : {"", "   ", "padaria", "http://padaria.example", "ftp://padaria.example", "192.168.0.10",
                            "https://padaria.example/caminho", "https://ana:senha@padaria.example",
                            "https://padaria.example?x=1", "https://", "javascript:alert(1)"})
        QTest::newRow(bad) << QString::fromLatin1(bad);
}

void tst_pairing::addressesAreChecked()
{
    QFETCH(const QString, address);
    Trying t;
    QVERIFY(t.pair(address) == PairingOutcome::AddressInvalid);
}

void tst_pairing::answersHaveTheirWords_data()
{
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<PairingOutcome>("outcome");
    const QByteArray problem = kProblem;
    QTest::newRow("code") << QByteArray("403 No") << problem << QByteArray(R"({"type":"code-wrong"})")
                          << PairingOutcome::CodeWrong;
    QTest::newRow("tries") << QByteArray("429 Slow") << problem << QByteArray(R"({"type":"too-many-tries"})")
                           << PairingOutcome::TooManyTries;
    QTest::newRow("trouble") << QByteArray("503 Busy") << problem << QByteArray(R"({"type":"busy"})")
                             << PairingOutcome::NotFound;
    QTest::newRow("somebody's web site") << QByteArray("404 Not Found") << QByteArray("text/html")
                                         << QByteArray("<h1>?</h1>") << PairingOutcome::NotBalcao;
    QTest::newRow("a page for everything")
        << QByteArray("200 OK") << QByteArray("text/html") << QByteArray("<h1>oi</h1>") << PairingOutcome::NotBalcao;
    QTest::newRow("half an answer") << QByteArray("200 OK") << QByteArray("application/json")
                                    << QByteArray(R"({"token":"t"})") << PairingOutcome::NotBalcao;
}

void tst_pairing::answersHaveTheirWords()
{
    QFETCH(const QByteArray, status);
    QFETCH(const QByteArray, type);
    QFETCH(const QByteArray, body);
    QFETCH(const PairingOutcome, outcome);
    FaultServer server([&](QTcpSocket &socket) { answer(socket, status, type, body); });
    Trying t;
    QVERIFY(t.pair(server.url(QString()).toString()) == outcome);
    QVERIFY(t.shop.token.isEmpty());
}

void tst_pairing::nobodyThereIsNotFound()
{
    QString address;
    {
        const FaultServer gone([](QTcpSocket &) {});
        address = gone.url(QString()).toString();
    }
    Trying t;
    QVERIFY(t.pair(address) == PairingOutcome::NotFound);
}

void tst_pairing::shopIsHandedOver()
{
    const DeskId desk = DeskId::create();
    const QByteArray body = R"({"token":"tok-1","desk":")" + desk.text().toLatin1() +
                            R"(","shop":{"name":"Padaria Lua","timezone":"America/Sao_Paulo"},"operators":[]})";
    FaultServer server([&](QTcpSocket &socket) { answer(socket, "200 OK", "application/json", body); });
    Trying t;
    QVERIFY(t.pair(server.url(QString()).toString()) == PairingOutcome::Paired);
    QCOMPARE(t.shop.token, QByteArray("tok-1"));
    QVERIFY(t.shop.desk == desk);
    QCOMPARE(t.shop.shopName, u"Padaria Lua"_s);
    QCOMPARE(t.shop.timezone, u"America/Sao_Paulo"_s);
    QCOMPARE(t.shop.relay.host(), u"127.0.0.1"_s);
    QVERIFY(server.requests().first().contains("7KQ4MZ2P"));
    QVERIFY(!server.requests().first().contains("Authorization"));
}

void tst_pairing::sameCodeIsTriedWithTheSameNonce()
{
    FaultServer server([](QTcpSocket &socket) { socket.abort(); });
    Trying t;
    t.pair(server.url(QString()).toString());
    t.pair(server.url(QString()).toString());
    t.pair(server.url(QString()).toString(), u"OTHERONE"_s);
    QCOMPARE(server.requests().size(), 3);
    QVERIFY(!nonceOf(server.requests().at(0)).isEmpty());
    QCOMPARE(nonceOf(server.requests().at(1)), nonceOf(server.requests().at(0)));
    QVERIFY(nonceOf(server.requests().at(2)) != nonceOf(server.requests().at(0)));
}

BALCAO_TEST(tst_pairing)
#include "tst_pairing.moc"
