// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Who has no token of a paired desk gets 401 at every door of /v1 but the two that are open, and nothing
// happens behind it.

#include "core/problem.h"
#include "support/rawclient.h"
#include "support/testmain.h"
#include "support/testrelay.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace balcao;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;

namespace {

struct Door
{
    const char *verb;
    const char *path;
    QByteArray body;
};

/// Bodies that the relay would act on if it read them.
QList<Door> doors()
{
    const auto customer = wire::makeCommand(wire::CreateCustomer{CustomerId::create(), u"Rosa"_s, u"11987654321"_s},
                                            OperatorId::create(), 1'795'000'000'000);
    const auto manager = wire::makeCommand(wire::AddOperator{OperatorId::create(), {u"Caio"_s, Role::Manager}},
                                           OperatorId::create(), 1'795'000'000'000);
    return {
        {"GET", "/v1/events", {}},
        {"GET", "/v1/events?after=0&limit=1&wait=60", {}},
        {"GET", "/v1/events?after=nonsense", {}},
        {"POST", "/v1/commands", wire::toBytes(wire::CommandBatch{{wire::toJson(customer)}, {}})},
        {"POST", "/v1/commands", wire::toBytes(wire::CommandBatch{{wire::toJson(manager)}, {}})},
        {"POST", "/v1/commands", "nonsense"},
        {"POST", "/v1/sessions", wire::toBytes(wire::SessionRequest{OperatorId::create(), u"123456"_s})},
        {"POST", "/v1/pin", wire::toBytes(wire::PinRequest{OperatorId::create(), u"123456"_s, {}, {}})},
        {"POST", "/v1/live", "{}"},
        {"PUT", "/v1/media", "bytes"},
        {"GET", "/v1/media/e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", {}},
    };
}

struct Key
{
    const char *name;
    std::function<HttpHeaders(const QByteArray &right)> headers;
};

HttpHeaders authorization(const QByteArray &value)
{
    return {{"Authorization", value}};
}

QList<Key> wrongKeys()
{
    return {
        {"none", [](const QByteArray &) { return HttpHeaders(); }},
        {"empty", [](const QByteArray &) { return authorization("Bearer "); }},
        {"invented", [](const QByteArray &right) { return authorization("Bearer " + QByteArray(right.size(), 'A')); }},
        {"cut", [](const QByteArray &right) { return authorization("Bearer " + right.chopped(1)); }},
        {"longer", [](const QByteArray &right) { return authorization("Bearer " + right + 'A'); }},
        {"of another scheme", [](const QByteArray &right) { return authorization("Basic " + right); }},
        {"without a scheme", [](const QByteArray &right) { return authorization(right); }},
    };
}

} // namespace

class tst_unauthorized : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyDoorIsShut_data();
    void everyDoorIsShut();
    void strangersAreAnsweredBeforeTheirBody_data();
    void strangersAreAnsweredBeforeTheirBody();
    void revokedDeskIsToldSo_data();
    void revokedDeskIsToldSo();
    void rightTokenOpens();
    void doorsThatAreOpenAskForNoToken();
    void healthTellsAStrangerNothing();
    void initTestCase();
    void cleanupTestCase();

private:
    HttpAnswer knock(const HttpHeaders &headers);

    std::unique_ptr<TestRelay> m_relay;
    QByteArray m_token;
    QByteArray m_revoked;
    qint64 m_head = 0;
};

void tst_unauthorized::initTestCase()
{
    m_relay = std::make_unique<TestRelay>();
    m_relay->start();
    m_token = m_relay->pairedDesk();
    m_revoked = m_relay->pairedDesk(u"lost"_s);
    const QStringList desks = m_relay->console({u"desks"_s});
    const auto lost = std::ranges::find_if(desks, [](const QString &line) { return line.endsWith(u"lost"_s); });
    QVERIFY(lost != desks.end());
    m_relay->console({u"revoke"_s, lost->section(u' ', 0, 0)});
    m_head = m_relay->events(m_token).last().seq;
}

void tst_unauthorized::cleanupTestCase()
{
    m_relay.reset();
}

HttpAnswer tst_unauthorized::knock(const HttpHeaders &headers)
{
    QFETCH(const QByteArray, verb);
    QFETCH(const QByteArray, path);
    QFETCH(const QByteArray, body);
    m_relay->clock.advanceMs(kMinuteMs); // wrong tokens of the minute before are forgotten
    return TestRelay::finish(m_relay->begin(verb, QString::fromLatin1(path), body, {}, headers));
}

void tst_unauthorized::everyDoorIsShut_data()
{
    QTest::addColumn<QByteArray>("verb");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("key");
    const QList<Door> all = doors();
    for (const Door &door : all) {
        for (int key = 0; key < wrongKeys().size(); ++key)
            QTest::addRow("%s %.24s, %d bytes, token %s", door.verb, door.path, int(door.body.size()),
                          wrongKeys().at(key).name)
                << QByteArray(door.verb) << QByteArray(door.path) << door.body << key;
    }
}

void tst_unauthorized::everyDoorIsShut()
{
    QFETCH(const int, key);
    const auto answer = knock(wrongKeys().at(key).headers(m_token));
    QCOMPARE(answer.status, 401);
    QCOMPARE(answer.problem(), QString(problem::kUnauthorized));
    const QList<wire::Event> events = m_relay->events(m_token);
    QVERIFY(!events.isEmpty());
    QCOMPARE(events.last().seq, m_head);
}

void tst_unauthorized::strangersAreAnsweredBeforeTheirBody_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<bool>("revoked");
    for (const bool revoked : {false, true}) {
        const char *who = revoked ? "revoked" : "stranger";
        for (const char *line : {"POST /v1/commands", "POST /v1/sessions", "POST /v1/pin", "POST /v1/live",
                                 "PUT /v1/media/x", "POST /hooks/whatsapp"})
            QTest::addRow("%s, %s", line, who) << QByteArray(line) << revoked;
    }
}

void tst_unauthorized::strangersAreAnsweredBeforeTheirBody()
{
    QFETCH(const QByteArray, line);
    QFETCH(const bool, revoked);
    m_relay->clock.advanceMs(kMinuteMs);
    RawClient client(m_relay->relay().port());
    const QByteArray token = revoked ? m_revoked : QByteArray("invented");
    QCOMPARE(client
                 .ask(line + " HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer " + token +
                      "\r\nContent-Length: 200000\r\n\r\n{")
                 .status,
             401);
    QVERIFY(client.isClosed());
}

void tst_unauthorized::revokedDeskIsToldSo_data()
{
    QTest::addColumn<QByteArray>("verb");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("body");
    const QList<Door> all = doors();
    for (const Door &door : all)
        QTest::addRow("%s %.24s, %d bytes", door.verb, door.path, int(door.body.size()))
            << QByteArray(door.verb) << QByteArray(door.path) << door.body;
    QTest::newRow("health") << QByteArray("GET") << QByteArray("/v1/health") << QByteArray();
}

void tst_unauthorized::revokedDeskIsToldSo()
{
    const auto answer = knock(authorization("Bearer " + m_revoked));
    QCOMPARE(answer.status, 401);
    QCOMPARE(answer.problem(), QString(problem::kDeskRevoked));
    QCOMPARE(m_relay->events(m_token).last().seq, m_head);
}

void tst_unauthorized::rightTokenOpens()
{
    // Or the tests above would pass with a relay that lets nobody in.
    const QList<Door> all = doors();
    for (const Door &door : all) {
        const QString path = QString::fromLatin1(door.path).replace(u"wait=60"_s, u"wait=0"_s);
        const auto answer = TestRelay::finish(
            m_relay->begin(door.verb, path == u"/v1/events" ? path + u"?wait=0"_s : path, door.body, m_token));
        QVERIFY2(answer.status != 401 && answer.status != 0, door.path);
    }
}

void tst_unauthorized::doorsThatAreOpenAskForNoToken()
{
    QCOMPARE(m_relay->get(u"/v1/health"_s).status, 200);
    const wire::PairRequest request{m_relay->console({u"pair"_s}).value(0), u"PC"_s, u"0123456789abcdef"_s};
    QCOMPARE(m_relay->post(u"/v1/pair"_s, wire::toBytes(request)).status, 200);
}

void tst_unauthorized::healthTellsAStrangerNothing()
{
    const QByteArray body = m_relay->get(u"/v1/health"_s).body;
    const QJsonObject open = QJsonDocument::fromJson(body).object();
    QCOMPARE(open.keys(), QStringList({u"status"_s, u"version"_s}));
    QCOMPARE(m_relay->get(u"/v1/health"_s, "invented").problem(), QString(problem::kUnauthorized));
}

BALCAO_TEST(tst_unauthorized)
#include "tst_unauthorized.moc"
