// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "net/relayclient.h"
#include "support/fakerelay.h"
#include "support/testmain.h"

using namespace balcao;
using namespace balcao::net;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;
using Failure = CallFailure::Kind;
using Fault = FakeRelay::Fault;

Q_DECLARE_METATYPE(balcao::net::CallFailure::Kind)
Q_DECLARE_METATYPE(balcao::test::FakeRelay::Fault)

namespace {

struct Calling
{
    explicit Calling(const QByteArray &token = "tok") : client(relay, QUrl(u"https://balcao.example"_s), token) {}

    FakeRelay relay;
    RelayClient client;
    QObject context;
    Call call;

    template <class T>
    static CallResult<T> waited(const std::optional<CallResult<T>> &result)
    {
        const bool came = QTest::qWaitFor([&] { return result.has_value(); }, 5000);
        return came ? *result : CallResult<T>(CallFailure{Failure::Timeout, Problem("no-answer"_L1), 0});
    }
    CallResult<wire::Health> health()
    {
        std::optional<CallResult<wire::Health>> result;
        call = client.health(&context, [&](CallResult<wire::Health> r) { result = std::move(r); });
        return waited(result);
    }
};

} // namespace

class tst_relayclient : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addresses_data();
    void addresses();
    void failuresHaveTheirKind_data();
    void failuresHaveTheirKind();
    void refusalsHaveTheirProblem();
    void aPageOfSomebodyElseIsNotBalcao();
    void anEndlessProblemIsNotOurs();
    void commandsGoByteForByte();
    void sessionTravelsBesideThem();
    void pollAsksForLongerThanItWaits();
    void theTokenIsInTheHeaderOnly();
    void withoutATokenNoneIsSent();
    void droppedCallIsSilent();
};

void tst_relayclient::addresses_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("url");
    QTest::newRow("name") << u"balcao.padaria.example"_s << u"https://balcao.padaria.example"_s;
    QTest::newRow("spaces around") << u"  balcao.padaria.example \n"_s << u"https://balcao.padaria.example"_s;
    QTest::newRow("port") << u"balcao.padaria.example:8443"_s << u"https://balcao.padaria.example:8443"_s;
    QTest::newRow("slash") << u"https://balcao.padaria.example/"_s << u"https://balcao.padaria.example"_s;
    QTest::newRow("capitals") << u"HTTPS://Balcao.Padaria.Example"_s << u"https://balcao.padaria.example"_s;
    QTest::newRow("loopback") << u"http://127.0.0.1:8480"_s << u"http://127.0.0.1:8480"_s;
    QTest::newRow("localhost") << u"http://localhost:8480"_s << u"http://localhost:8480"_s;
    for (const char *bad :
         {"", "padaria", "http://padaria.example", "ws://padaria.example", "file:///etc/passwd", "10.0.0.2",
          "https://10.0.0.2", "https://[fe80::1]", "https://a.example/x", "https://a.example?q", "https://a.example#f",
          "https://ana@a.example", "https://a.example:99999", "https://a b.example"})
        QTest::newRow(bad) << QString::fromLatin1(bad) << QString();
}

void tst_relayclient::addresses()
{
    QFETCH(const QString, address);
    QFETCH(const QString, url);
    QCOMPARE(relayUrl(address).toString(), url);
}

void tst_relayclient::failuresHaveTheirKind_data()
{
    QTest::addColumn<Fault>("fault");
    QTest::addColumn<Failure>("kind");
    QTest::newRow("no connection") << Fault::NoConnection << Failure::Offline;
    QTest::newRow("certificate") << Fault::CertificateWrong << Failure::NotSecure;
    QTest::newRow("timeout") << Fault::TimedOut << Failure::Timeout;
    QTest::newRow("503") << Fault::Busy << Failure::Trouble;
    QTest::newRow("429") << Fault::Slower << Failure::RateLimited;
    QTest::newRow("unknown token") << Fault::UnknownToken << Failure::Unauthorized;
    QTest::newRow("revoked") << Fault::RevokedDesk << Failure::Revoked;
    QTest::newRow("garbage") << Fault::Garbage << Failure::NotBalcao;
    QTest::newRow("portal page") << Fault::PortalPage << Failure::NotBalcao;
}

void tst_relayclient::failuresHaveTheirKind()
{
    QFETCH(const Fault, fault);
    QFETCH(const Failure, kind);
    Calling c;
    c.relay.always = fault;
    const auto result = c.health();
    const auto *failure = std::get_if<CallFailure>(&result);
    QVERIFY(failure);
    QVERIFY(failure->kind == kind);
    QCOMPARE(failure->retryAfterS, fault == Fault::Slower ? 7 : fault == Fault::Busy ? 2 : 0);
}

void tst_relayclient::refusalsHaveTheirProblem()
{
    Calling c;
    c.relay.answers[u"/v1/health"_s] = {409, R"({"type":"pin-unset","detail":"x"})"};
    const auto result = c.health();
    const auto *failure = std::get_if<CallFailure>(&result);
    QVERIFY(failure && failure->kind == Failure::Rejected);
    QCOMPARE(failure->problem.type, QString(problem::kPinUnset));
}

// A proxy's own 401 must not look like ours: it would ask the shop to pair again, or wipe a desk.
void tst_relayclient::aPageOfSomebodyElseIsNotBalcao()
{
    class Proxy final : public http::HttpClient
    {
    public:
        std::unique_ptr<http::HttpCall> send(http::HttpRequest, QObject *context,
                                             std::function<void(http::HttpOutcome)> done) override
        {
            http::HttpAnswer answer;
            answer.status = 401;
            answer.body = R"({"type":"desk-revoked"})";
            answer.headers = {http::Header{"Content-Type", "text/html"}};
            QMetaObject::invokeMethod(
                context, [done = std::move(done), answer] { done(answer); }, Qt::QueuedConnection);
            return {};
        }
    };
    Proxy proxy;
    RelayClient client(proxy, QUrl(u"https://balcao.example"_s), "tok");
    QObject context;
    std::optional<CallResult<QByteArray>> result;
    const Call call = client.events(0, 1, 0, &context, [&](CallResult<QByteArray> r) { result = std::move(r); });
    const auto answer = Calling::waited(result);
    const auto *failure = std::get_if<CallFailure>(&answer);
    QVERIFY(failure && failure->kind == Failure::NotBalcao);
}

// What is too long for a problem is not read at all: it would hold up the window.
void tst_relayclient::anEndlessProblemIsNotOurs()
{
    Calling c;
    const QByteArray rest = QByteArray(200'000, ' ') + "\"type\":\"desk-revoked\"}";
    c.relay.answers[u"/v1/health"_s] = {401, "{" + rest};
    const auto result = c.health();
    const auto *failure = std::get_if<CallFailure>(&result);
    QVERIFY(failure && failure->kind == Failure::NotBalcao);
}

void tst_relayclient::commandsGoByteForByte()
{
    Calling c;
    const QByteArray odd = "{\"id\":\"a\",\"body\":{\"text\":\"\\u00e7 \xc3\xa7\"},\"z\":1.50}";
    std::optional<CallResult<QByteArray>> result;
    c.call = c.client.commands({odd, "{\"id\":\"b\"}"}, {}, {}, &c.context,
                               [&](CallResult<QByteArray> r) { result = std::move(r); });
    const auto answer = Calling::waited(result);
    QVERIFY(std::holds_alternative<QByteArray>(answer));
    QCOMPARE(c.relay.commandBodies.first(), "{\"commands\":[" + odd + ",{\"id\":\"b\"}]}");
    QCOMPARE(wire::fromBytes<wire::OutcomeBatch>(std::get<QByteArray>(answer))->outcomes.size(), 2);
}

void tst_relayclient::sessionTravelsBesideThem()
{
    Calling c;
    std::optional<CallResult<QByteArray>> result;
    c.call = c.client.commands({"{}"}, u"sess"_s, wire::toBytes(wire::LogPlace{c.relay.log.log, 0, 0}), &c.context,
                               [&](CallResult<QByteArray> r) { result = std::move(r); });
    Calling::waited(result);
    QCOMPARE(c.relay.commandBodies.first(), R"({"commands":[{}],"session":"sess","read":{"at":0,"log":")" +
                                                c.relay.log.log.text().toLatin1() + R"(","seq":0}})");
}

void tst_relayclient::pollAsksForLongerThanItWaits()
{
    Calling c;
    std::optional<CallResult<QByteArray>> result;
    c.relay.log.open();
    c.call = c.client.events(0, 50, 25, &c.context, [&](CallResult<QByteArray> r) { result = std::move(r); });
    const auto answer = Calling::waited(result);
    QVERIFY(std::holds_alternative<QByteArray>(answer));
    QCOMPARE(c.relay.lastQuery(), u"after=0&limit=50&wait=25"_s);
    QCOMPARE(c.relay.requests.first().timeout, std::chrono::milliseconds(29000));
}

void tst_relayclient::theTokenIsInTheHeaderOnly()
{
    Calling c;
    c.relay.answers[u"/v1/health"_s] = {404, "{}"};
    c.health();
    const http::HttpRequest &request = c.relay.requests.first();
    QCOMPARE(request.headers.first().name, QByteArray("Authorization"));
    QCOMPARE(request.headers.first().value, QByteArray("Bearer tok"));
    QVERIFY(!request.url.toString().contains("tok"_L1));
}

void tst_relayclient::withoutATokenNoneIsSent()
{
    Calling c{QByteArray()};
    c.health();
    QVERIFY(c.relay.requests.first().headers.isEmpty());
}

void tst_relayclient::droppedCallIsSilent()
{
    Calling c;
    bool answered = false;
    c.call = c.client.health(&c.context, [&](const CallResult<wire::Health> &) { answered = true; });
    c.call.reset();
    QVERIFY(!std::holds_alternative<wire::Health>(c.health())); // a whole exchange later
    QVERIFY(!answered);
}

BALCAO_TEST(tst_relayclient)
#include "tst_relayclient.moc"
