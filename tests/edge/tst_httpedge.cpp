// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "core/problem.h"
#include "server.h"
#include "support/testmain.h"

#include <QJsonDocument>
#include <QThread>

using namespace balcao;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;

namespace {

const QByteArray kHello = "GET /hello HTTP/1.1\r\nHost: a\r\n\r\n";
const QByteArray kPark = "GET /park HTTP/1.1\r\nHost: a\r\n\r\n";

} // namespace

class tst_httpedge : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void requestComesAsValues();
    void queryIsDecoded();
    void unknownPathAndMethodHaveTheirProblems();
    void prefixRouteTakesWhatIsBelow();
    void tenPipelinedRequestsAreAnsweredInOrder();
    void continueIsSaidBeforeTheBody();
    void doorIsAskedBeforeTheBody();
    void closeIsHonoured();
    void otherThreadMayAnswer();
    void secondAnswerIsNone();
    void droppedExchangeIs500();
    void abortClosesWithoutAWord();
    void clientThatLeavesIsTold_data();
    void clientThatLeavesIsTold();
    void connectionsAreCapped();
    void addressesAreCappedButTheProxyIsNot();
    void clientsBehindTheProxyAreCappedByTheirRequests();
    void loopbackMayBeExempt();
    void onlyTheProxyNamesTheClient();
    void proxyIsKnownHoweverItIsSpelt_data();
    void proxyIsKnownHoweverItIsSpelt();
    void lastLineOfForwardedCounts_data();
    void lastLineOfForwardedCounts();
    void takenPortIsAConflict();
    void stopLetsAnswersOut();
    void stopEndsWhatNobodyAnswers();
};

void tst_httpedge::requestComesAsValues()
{
    Server server;
    server.start();
    const RawAnswer answer =
        server.ask("POST /echo HTTP/1.1\r\nHost: a\r\nX-Thing:  two words \r\nContent-Length: 3\r\n\r\nabc");
    QCOMPARE(answer.body, QByteArray("abc"));
    const edge::Request request = server.last();
    QCOMPARE(request.method, QByteArray("POST"));
    QCOMPARE(request.path, QByteArray("/echo"));
    QCOMPARE(request.header("x-THING"), QByteArray("two words"));
    QCOMPARE(request.header("x-none"), QByteArray());
    QCOMPARE(request.body, QByteArray("abc"));
    QCOMPARE(request.remote, QByteArray("127.0.0.1"));
}

void tst_httpedge::queryIsDecoded()
{
    Server server;
    server.start();
    QCOMPARE(server.ask("GET /hello?a=1&b=p%C3%A3o%20doce&c HTTP/1.1\r\nHost: a\r\n\r\n").status, 200);
    const edge::Request request = server.last();
    QCOMPARE(request.path, QByteArray("/hello"));
    QCOMPARE(request.queryValue("a"), QByteArray("1"));
    QCOMPARE(request.queryValue("b"), QByteArray("p\xc3\xa3o doce"));
    QCOMPARE(request.queryValue("c"), QByteArray());
    QCOMPARE(request.queryValue("d"), QByteArray());
}

void tst_httpedge::unknownPathAndMethodHaveTheirProblems()
{
    Server server;
    server.start();
    const RawAnswer path = server.ask("GET /nowhere HTTP/1.1\r\nHost: a\r\n\r\n");
    QCOMPARE(path.status, 404);
    QVERIFY(path.body.contains("\"not-found\""));
    QVERIFY(path.says("application/problem+json"));
    const RawAnswer method = server.ask("DELETE /hello HTTP/1.1\r\nHost: a\r\n\r\n");
    QCOMPARE(method.status, 405);
    QVERIFY(method.body.contains("\"method-not-allowed\""));
}

void tst_httpedge::prefixRouteTakesWhatIsBelow()
{
    Server server;
    server.start();
    QCOMPARE(server.ask("GET /files/a/b HTTP/1.1\r\nHost: a\r\n\r\n").body, QByteArray("/files/a/b"));
    QCOMPARE(server.ask("GET /files HTTP/1.1\r\nHost: a\r\n\r\n").status, 200);
    QCOMPARE(server.ask("GET /filesystem HTTP/1.1\r\nHost: a\r\n\r\n").status, 404);
    QCOMPARE(server.ask("GET /hello/a HTTP/1.1\r\nHost: a\r\n\r\n").status, 404);
}

void tst_httpedge::tenPipelinedRequestsAreAnsweredInOrder()
{
    Server server;
    server.start();
    RawClient client = server.client();
    QByteArray all;
    for (int i = 0; i < 10; ++i)
        all += "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\n\r\n" + QByteArray::number(i);
    client.send(all);
    for (int i = 0; i < 10; ++i)
        QCOMPARE(client.answer().body, QByteArray::number(i));
}

void tst_httpedge::continueIsSaidBeforeTheBody()
{
    Server server;
    server.start();
    RawClient client = server.client();
    QCOMPARE(client.ask("POST /echo HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\n").status,
             100);
    QCOMPARE(client.ask("abc").body, QByteArray("abc"));
    // Not for what will be refused.
    QCOMPARE(
        server.ask("POST /echo HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 9999999\r\n\r\n").status,
        413);
}

void tst_httpedge::doorIsAskedBeforeTheBody()
{
    Server server;
    server.start();
    const QByteArray inner = "POST /inner HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n";
    // Nothing of the body is sent, yet the answer comes.
    RawClient stranger = server.client();
    QCOMPARE(stranger.ask(inner + "\r\n").status, 401);
    QVERIFY(stranger.isClosed());
    QCOMPARE(server.ask(inner + "Expect: 100-continue\r\n\r\n").status, 401);
    QCOMPARE(server.ask(inner + "\r\nabc").body, QByteArray());
    RawClient known = server.client();
    QCOMPARE(known.ask(inner + "Authorization: Bearer right\r\n\r\nabc").body, QByteArray("abc"));
    QCOMPARE(known.ask(kHello).status, 200);
    // What has no body may ask on.
    RawClient bare = server.client();
    QCOMPARE(bare.ask("POST /inner HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n").status, 401);
    QCOMPARE(bare.ask(kHello).status, 200);
}

void tst_httpedge::closeIsHonoured()
{
    Server server;
    server.start();
    RawClient stays = server.client();
    QCOMPARE(stays.ask(kHello).status, 200);
    QCOMPARE(stays.ask(kHello).status, 200);
    RawClient goes = server.client();
    QCOMPARE(goes.ask("GET /hello HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n").status, 200);
    QVERIFY(goes.isClosed());
}

void tst_httpedge::otherThreadMayAnswer()
{
    Server server;
    server.start();
    RawClient client = server.client();
    client.send(kPark);
    QVERIFY(server.arrived.tryAcquire(1, 10'000));
    const edge::Exchange exchange = server.takeParked().first();
    const std::unique_ptr<QThread> other(QThread::create([exchange] {
        exchange.respond({200, "text/plain", "de longe", {}});
    }));
    other->start();
    QCOMPARE(client.answer().body, QByteArray("de longe"));
    QVERIFY(other->wait());
}

void tst_httpedge::secondAnswerIsNone()
{
    Server server;
    server.start();
    RawClient client = server.client();
    client.send(kPark);
    QVERIFY(server.arrived.tryAcquire(1, 10'000));
    const edge::Exchange exchange = server.takeParked().first();
    exchange.respond({200, "text/plain", "um", {}});
    exchange.respond({200, "text/plain", "dois", {}});
    QCOMPARE(client.answer().body, QByteArray("um"));
    QCOMPARE(client.ask(kHello).body, QByteArray("oi"));
}

void tst_httpedge::droppedExchangeIs500()
{
    Server server;
    server.start();
    QCOMPARE(server.ask("GET /drop HTTP/1.1\r\nHost: a\r\n\r\n").status, 500);
}

void tst_httpedge::abortClosesWithoutAWord()
{
    Server server;
    server.start();
    RawClient client = server.client();
    client.send(kPark);
    QVERIFY(server.arrived.tryAcquire(1, 10'000));
    server.takeParked().first().abort();
    QCOMPARE(client.answer().status, 0);
    QVERIFY(client.isClosed());
}

void tst_httpedge::clientThatLeavesIsTold_data()
{
    QTest::addColumn<bool>("politely");
    QTest::addColumn<bool>("before");
    QTest::newRow("FIN") << true << false;
    QTest::newRow("RST") << false << false;
    QTest::newRow("gone already") << false << true;
}

void tst_httpedge::clientThatLeavesIsTold()
{
    QFETCH(const bool, politely);
    QFETCH(const bool, before);
    Server server;
    server.start();
    RawClient client = server.client();
    client.send(kPark);
    QVERIFY(server.arrived.tryAcquire(1, 10'000));
    const edge::Exchange exchange = server.takeParked().first();
    QVERIFY(!exchange.isGone());
    QSemaphore gone;
    if (before) {
        client.reset();
        QTRY_VERIFY(exchange.isGone());
    }
    exchange.onGone([&gone] { gone.release(); });
    politely ? client.finish() : client.reset();
    QVERIFY(gone.tryAcquire(1, 10'000));
    QVERIFY(exchange.isGone());
    exchange.respond({200, "text/plain", "tarde", {}}); // harmless
    QVERIFY(server.isWell());
    QCOMPARE(gone.available(), 0);
}

void tst_httpedge::connectionsAreCapped()
{
    Server server;
    server.limits.maxConnections = 3;
    server.start();
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int i = 0; i < 3; ++i) {
        clients.push_back(std::make_unique<RawClient>(server.edge.port()));
        QCOMPARE(clients.back()->ask(kHello).status, 200);
    }
    QCOMPARE(server.edge.stats().connections, 3);
    // Whoever is silent for longest gives way to whoever comes.
    RawClient fourth = server.client();
    QCOMPARE(fourth.ask(kHello).status, 200);
    QVERIFY(clients[0]->isClosed());
    QTRY_COMPARE(server.edge.stats().connections, 3);
    // Whoever waits for an answer does not.
    clients[1]->send(kPark);
    clients[2]->send(kPark);
    fourth.send(kPark);
    QVERIFY(server.arrived.tryAcquire(3, 10'000));
    RawClient fifth = server.client();
    QCOMPARE(fifth.ask(kHello).status, 0);
    clients[1]->reset();
    QTRY_COMPARE(server.edge.stats().connections, 2);
    QVERIFY(server.isWell());
}

void tst_httpedge::addressesAreCappedButTheProxyIsNot()
{
    for (const bool proxied : {false, true}) {
        Server server;
        server.limits.perAddress = 2;
        server.limits.maxConnections = proxied ? 2000 : 2; // full: whoever may not come in makes nobody go
        server.start(proxied ? QByteArray("127.0.0.1") : QByteArray());
        RawClient one = server.client();
        RawClient two = server.client();
        RawClient three = server.client();
        QCOMPARE(one.ask(kHello).status, 200);
        QCOMPARE(two.ask(kHello).status, 200);
        QCOMPARE(three.ask(kHello).status == 200, proxied);
        QCOMPARE(one.ask(kHello).status, 200);
    }
}

void tst_httpedge::onlyTheProxyNamesTheClient()
{
    const QByteArray forwarded = "GET /hello HTTP/1.1\r\nHost: a\r\nX-Forwarded-For: 9.9.9.9, 203.0.113.7\r\n\r\n";
    Server open;
    open.start();
    open.ask(forwarded);
    QCOMPARE(open.last().remote, QByteArray("127.0.0.1"));
    Server behind;
    behind.start("127.0.0.1");
    behind.ask(forwarded);
    QCOMPARE(behind.last().remote, QByteArray("203.0.113.7")); // what the client wrote before it does not count
}

void tst_httpedge::proxyIsKnownHoweverItIsSpelt_data()
{
    QTest::addColumn<QByteArray>("spelt");
    QTest::newRow("plain") << QByteArray("127.0.0.1");
    QTest::newRow("mapped") << QByteArray("::ffff:127.0.0.1");
    QTest::newRow("mapped, in hex") << QByteArray("::FFFF:7f00:1");
}

void tst_httpedge::proxyIsKnownHoweverItIsSpelt()
{
    QFETCH(const QByteArray, spelt);
    Server server;
    server.start(spelt);
    server.ask("GET /hello HTTP/1.1\r\nHost: a\r\nX-Forwarded-For: 203.0.113.7\r\n\r\n");
    QCOMPARE(server.last().remote, QByteArray("203.0.113.7"));
}

void tst_httpedge::lastLineOfForwardedCounts_data()
{
    QTest::addColumn<QByteArray>("lines");
    QTest::addColumn<QByteArray>("remote");
    QTest::newRow("two lines") << QByteArray("X-Forwarded-For: 9.9.9.9\r\nX-Forwarded-For: 203.0.113.7\r\n")
                               << QByteArray("203.0.113.7");
    QTest::newRow("lists in both") << QByteArray("X-Forwarded-For: 1.1.1.1, 9.9.9.9\r\nHost: a\r\n"
                                                 "x-forwarded-for: 8.8.8.8, 203.0.113.7\r\n")
                                   << QByteArray("203.0.113.7");
    QTest::newRow("mapped") << QByteArray("X-Forwarded-For: ::ffff:203.0.113.7\r\n") << QByteArray("203.0.113.7");
    QTest::newRow("IPv6") << QByteArray("X-Forwarded-For: 2001:DB8::0:7\r\n") << QByteArray("2001:db8::7");
    QTest::newRow("no address") << QByteArray("X-Forwarded-For: nobody\r\n") << QByteArray("127.0.0.1");
    QTest::newRow("empty") << QByteArray("X-Forwarded-For:\r\n") << QByteArray("127.0.0.1");
}

void tst_httpedge::lastLineOfForwardedCounts()
{
    QFETCH(const QByteArray, lines);
    QFETCH(const QByteArray, remote);
    Server server;
    server.start("127.0.0.1");
    const QByteArray host = lines.contains("Host: a") ? QByteArray() : QByteArray("Host: a\r\n");
    server.ask("GET /hello HTTP/1.1\r\n" + host + lines + "\r\n");
    QCOMPARE(server.last().remote, remote);
}

void tst_httpedge::clientsBehindTheProxyAreCappedByTheirRequests()
{
    Server server;
    server.limits.perAddress = 2;
    server.start("127.0.0.1");
    const auto from = [](const QByteArray &address, const QByteArray &path) {
        return "GET " + path + " HTTP/1.1\r\nHost: a\r\nX-Forwarded-For: " + address + "\r\n\r\n";
    };
    RawClient one = server.client();
    RawClient two = server.client();
    one.send(from("2001:db8::1", "/park"));
    two.send(from("2001:db8::2", "/park")); // the same /64: the same client
    QVERIFY(server.arrived.tryAcquire(2, 10'000));
    const RawAnswer third = server.ask(from("2001:db8::3", "/hello"));
    QCOMPARE(third.status, 503);
    QVERIFY(third.says("retry-after"));
    QCOMPARE(server.ask(from("2001:db8:0:1::1", "/hello")).status, 200);
    for (const edge::Exchange &exchange : server.takeParked())
        exchange.respond({200, "text/plain", "um", {}});
    QCOMPARE(one.answer().status, 200);
    QCOMPARE(two.answer().status, 200);
    QCOMPARE(one.ask(from("2001:db8::3", "/hello")).status, 200);
}

void tst_httpedge::loopbackMayBeExempt()
{
    Server server;
    server.limits.perAddress = 1;
    server.limits.loopbackIsCapped = false;
    server.start();
    RawClient one = server.client();
    RawClient two = server.client();
    QCOMPARE(one.ask(kHello).status, 200);
    QCOMPARE(two.ask(kHello).status, 200);
}

void tst_httpedge::takenPortIsAConflict()
{
    Server first;
    first.start();
    edge::HttpEdge second;
    const auto started = second.start(u"127.0.0.1"_s, first.edge.port());
    QVERIFY(!started);
    QVERIFY(started.error().kind == Error::Kind::Conflict);
}

void tst_httpedge::stopLetsAnswersOut()
{
    Server server;
    server.limits.stopGrace = std::chrono::milliseconds(10000);
    server.start();
    RawClient client = server.client();
    client.send(kPark);
    QVERIFY(server.arrived.tryAcquire(1, 10'000));
    const edge::Exchange exchange = server.takeParked().first();
    const std::unique_ptr<QThread> stopping(QThread::create([&server] { server.edge.stop(); }));
    stopping->start();
    exchange.respond({200, "text/plain", "ainda", {}});
    QCOMPARE(client.answer().body, QByteArray("ainda"));
    QVERIFY(stopping->wait(10'000));
    server.edge.stop(); // again: nothing
    QVERIFY(!server.client().isConnected());
}

void tst_httpedge::stopEndsWhatNobodyAnswers()
{
    Server server;
    server.start();
    RawClient client = server.client();
    client.send(kPark);
    QVERIFY(server.arrived.tryAcquire(1, 10'000));
    const edge::Exchange exchange = server.takeParked().first();
    server.edge.stop();
    const auto answer = client.answer();
    QVERIFY2(answer.status == 503, QByteArray::number(answer.status));
    // It may be carried out yet: whoever asked must not take it for refused.
    QCOMPARE(QJsonDocument::fromJson(answer.body)["type"_L1].toString(), QString(problem::kStorage));
    exchange.respond({200, "text/plain", "tarde", {}}); // outlives the edge, harmless
}

BALCAO_TEST(tst_httpedge)
#include "tst_httpedge.moc"
