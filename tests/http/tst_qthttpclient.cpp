// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "faultserver.h"
#include "http/qthttpclient.h"
#include "support/testmain.h"

#include <QSignalSpy>
#include <QTimer>

using namespace balcao;
using namespace balcao::http;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

void say(QTcpSocket &socket, const QByteArray &status, const QByteArray &body, const QByteArray &headers = {})
{
    socket.write("HTTP/1.1 " + status + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n" + headers +
                 "\r\n" + body);
}

const HttpAnswer &answerOf(const std::optional<HttpOutcome> &outcome)
{
    static const HttpAnswer none;
    const auto *answer = outcome ? std::get_if<HttpAnswer>(&*outcome) : nullptr;
    return answer ? *answer : none;
}

const HttpFailure &failureOf(const std::optional<HttpOutcome> &outcome)
{
    static const HttpFailure none{failure(Error::Kind::Internal, u"it did not fail"_s), false};
    const auto *failed = outcome ? std::get_if<HttpFailure>(&*outcome) : nullptr;
    return failed ? *failed : none;
}

HttpRequest post(const QUrl &url, const QByteArray &body = "{\"text\":\"oi\"}")
{
    HttpRequest request;
    request.method = "POST";
    request.url = url;
    request.headers << Header{"Authorization", "Bearer s3cret"} << Header{"Content-Type", "application/json"};
    request.body = body;
    request.timeout = 5s;
    return request;
}

HttpRequest ask(const QUrl &url)
{
    HttpRequest request;
    request.url = url;
    request.headers << Header{"Authorization", "Bearer s3cret"};
    request.timeout = 5s;
    return request;
}

} // namespace

class tst_qthttpclient : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRequestArrivesAsItWasMade()
    {
        FaultServer server([](QTcpSocket &socket) { say(socket, "200 OK", "pong", "X-Log: 7\r\n"); });
        exchange(post(server.url(u"/v1/commands"_s)));
        QCOMPARE(answerOf(m_outcome).status, 200);
        QCOMPARE(answerOf(m_outcome).body, QByteArray("pong"));
        QCOMPARE(answerOf(m_outcome).header("x-log"), QByteArray("7"));
        QVERIFY(!answerOf(m_outcome).header("x-none"));
        const QByteArray sent = server.requests().value(0);
        QVERIFY(sent.startsWith("POST /v1/commands HTTP/1.1\r\n"));
        QVERIFY(sent.contains("Bearer s3cret"));
        QVERIFY(sent.endsWith("\r\n\r\n{\"text\":\"oi\"}"));
        QVERIFY(!sent.contains("HTTP2-Settings") && !sent.contains("Upgrade"));
    }

    void everyStatusIsAnAnswer_data()
    {
        QTest::addColumn<QByteArray>("status");
        for (const char *status : {"204 No Content", "301 Moved", "302 Found", "307 Temporary", "400 Bad", "401 No",
                                   "403 No", "404 Not Found", "409 Conflict", "429 Slow", "500 Oops", "503 Busy"})
            QTest::addRow("%s", status) << QByteArray(status);
    }

    void everyStatusIsAnAnswer()
    {
        QFETCH(QByteArray, status);
        const QByteArray body = status.startsWith("204") ? "" : "{\"type\":\"busy\"}";
        FaultServer server([&](QTcpSocket &socket) {
            say(socket, status, body, "Location: http://127.0.0.1:1/x\r\nWWW-Authenticate: Basic realm=\"x\"\r\n");
        });
        exchange(post(server.url()));
        QVERIFY2(answerOf(m_outcome).status, qPrintable(failureOf(m_outcome).error.detail));
        QCOMPARE(answerOf(m_outcome).status, status.first(3).toInt());
        QCOMPARE(answerOf(m_outcome).body, body);
        QCOMPARE(server.requests().size(), 1);
    }

    // Qt waits for ever for whoever knows the proxy's password, also with the next request.
    void whatANetworkSaidInAServersPlaceIsForgotten()
    {
        bool isPortal = true;
        FaultServer server([&](QTcpSocket &socket) {
            isPortal ? say(socket, "407 Proxy Authentication Required", "<html>") : say(socket, "200 OK", "pong");
            if (isPortal)
                socket.disconnectFromHost();
        });
        HttpRequest request = ask(server.url());
        request.timeout = std::chrono::milliseconds(300);
        exchange(request);
        isPortal = false;
        m_outcome.reset();
        request.timeout = std::chrono::milliseconds(5000);
        exchange(request);
        QCOMPARE(answerOf(m_outcome).status, 200);
    }

    // The other server would get the token.
    void aRedirectIsNotFollowed()
    {
        FaultServer other([](QTcpSocket &socket) { say(socket, "200 OK", "taken"); });
        const QByteArray location = "Location: " + other.url().toEncoded() + "\r\n";
        FaultServer server([&](QTcpSocket &socket) { say(socket, "302 Found", {}, location); });
        exchange(ask(server.url()));
        QCOMPARE(answerOf(m_outcome).status, 302);
        QCOMPARE(other.connections(), 0);
    }

    void noAnswer_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<int>("kind");
        QTest::addColumn<bool>("mayHaveArrived");
        const auto row = [](const char *fault, Error::Kind kind, bool post, bool get) {
            QTest::addRow("%s, POST", fault) << QString::fromLatin1(fault) << QByteArray("POST") << int(kind) << post;
            QTest::addRow("%s, GET", fault) << QString::fromLatin1(fault) << QByteArray("GET") << int(kind) << get;
        };
        row("refused", Error::Kind::Offline, false, false);
        row("no such host", Error::Kind::Offline, false, false);
        row("not TLS", Error::Kind::Offline, false, true);
        row("TLS stalls", Error::Kind::Timeout, false, true);
        row("closed", Error::Kind::Offline, true, true);
        row("reset", Error::Kind::Offline, true, true);
        row("half a status", Error::Kind::Offline, true, true);
        row("garbage", Error::Kind::Offline, true, true);
        row("cut", Error::Kind::Offline, true, true);
        row("cut in a chunk", Error::Kind::Offline, true, true);
        row("silence", Error::Kind::Timeout, true, true);
        row("silence after the head", Error::Kind::Timeout, true, true);
        row("too large, announced", Error::Kind::Rejected, true, true);
        row("too large, chunked", Error::Kind::Rejected, true, true);
    }

    void noAnswer()
    {
        QFETCH(QString, fault);
        QFETCH(QByteArray, method);
        QFETCH(int, kind);
        QFETCH(bool, mayHaveArrived);
        FaultServer server([&](QTcpSocket &socket) { misbehave(socket, fault); });
        auto request = post(server.url());
        request.method = method;
        if (method == "GET")
            request.body.clear();
        if (fault == u"refused"_s)
            request.url.setPort(closedPort());
        if (fault == u"no such host"_s)
            request.url = QUrl(u"https://no-such-host.invalid/"_s);
        if (fault.contains(u"TLS"_s))
            request.url.setScheme(u"https"_s);
        if (fault.startsWith(u"silence"_s) || fault == u"TLS stalls"_s)
            request.timeout = 300ms;
        exchange(request);
        QCOMPARE(int(failureOf(m_outcome).error.kind), kind);
        QCOMPARE(failureOf(m_outcome).requestMayHaveArrived, mayHaveArrived);
        for (const auto &secret : {u"s3cret"_s, u"oi"_s, u"127.0.0.1"_s})
            QVERIFY(!failureOf(m_outcome).error.detail.contains(secret));
        if (method == "POST")
            QVERIFY2(server.requests().size() <= 1, "a POST must never be sent twice by itself");
    }

    // Qt would repeat it on a new connection, and the customer would get the reply twice.
    void aPostIsNotRepeatedWhenAKeptConnectionBreaks()
    {
        int number = 0;
        FaultServer server([&](QTcpSocket &socket) {
            if (++number == 1)
                say(socket, "200 OK", "first");
            else
                socket.abort();
        });
        exchange(post(server.url()));
        QCOMPARE(answerOf(m_outcome).body, QByteArray("first"));
        exchange(post(server.url()));
        QVERIFY(failureOf(m_outcome).requestMayHaveArrived);
        QCOMPARE(server.requests().size(), 2);
    }

    void anEmptyPostIsNotRepeatedEither()
    {
        FaultServer server([](QTcpSocket &socket) { socket.disconnectFromHost(); });
        exchange(post(server.url(), {}));
        QCOMPARE(failureOf(m_outcome).error.kind, Error::Kind::Offline);
        QVERIFY(failureOf(m_outcome).requestMayHaveArrived);
        QCOMPARE(server.requests().size(), 1);
        QVERIFY(server.requests().value(0).toLower().contains("content-length: 0"));
    }

    void aLargeBodyArrivesWhole()
    {
        FaultServer server([](QTcpSocket &socket) { say(socket, "200 OK", "ok"); });
        QByteArray body(1500000, 'x');
        body[700000] = '\0';
        exchange(post(server.url(), body));
        QCOMPARE(answerOf(m_outcome).status, 200);
        QVERIFY(server.requests().value(0).endsWith("\r\n\r\n" + body));
    }

    void anAnswerUpToTheCapIsWhole()
    {
        const QByteArray body(int(kCap), 'y');
        FaultServer server([&](QTcpSocket &socket) { say(socket, "200 OK", body); });
        exchange(ask(server.url()));
        QCOMPARE(answerOf(m_outcome).body.size(), body.size());
    }

    void onlyKnownHostsAreAsked_data()
    {
        QTest::addColumn<QString>("url");
        QTest::newRow("another host") << u"https://example.com/"_s;
        QTest::newRow("a longer name") << u"https://relay.example.com.evil.com/"_s;
        QTest::newRow("a user") << u"https://relay.example.com@evil.com/"_s;
        QTest::newRow("a user of a known host") << u"https://user:pw@relay.example.com/"_s;
        QTest::newRow("plain http") << u"http://relay.example.com/"_s;
        QTest::newRow("plain http, private network") << u"http://192.168.0.9/"_s;
        QTest::newRow("file") << u"file:///etc/passwd"_s;
        QTest::newRow("ftp") << u"ftp://relay.example.com/"_s;
        QTest::newRow("data") << u"data:text/plain,x"_s;
        QTest::newRow("loopback not named") << u"http://127.9.9.9/"_s;
        QTest::newRow("metadata service") << u"http://169.254.169.254/"_s;
        QTest::newRow("nothing") << u""_s;
    }

    void onlyKnownHostsAreAsked()
    {
        QFETCH(QString, url);
        exchange(post(QUrl(url)));
        QCOMPARE(failureOf(m_outcome).error.kind, Error::Kind::Rejected);
        QVERIFY(!failureOf(m_outcome).requestMayHaveArrived);
    }

    void plainHttpIsForLoopbackOnly()
    {
        for (const auto &host : {u"127.0.0.1"_s, u"127.1.2.3"_s, u"::1"_s, u"localhost"_s, u"LOCALHOST"_s})
            QVERIFY2(isLoopback(host), qPrintable(host));
        for (const auto &host : {u"128.0.0.1"_s, u"10.0.0.1"_s, u"::2"_s, u"localhost.evil.com"_s, u""_s, u"0.0.0.0"_s})
            QVERIFY2(!isLoopback(host), qPrintable(host));
    }

    void aHeaderCannotSmuggleAnother()
    {
        FaultServer server([](QTcpSocket &socket) { say(socket, "200 OK", "ok"); });
        auto request = ask(server.url());
        request.headers << Header{"X-A", "b\r\nX-Evil: 1"};
        exchange(request);
        QCOMPARE(failureOf(m_outcome).error.kind, Error::Kind::Rejected);
        QCOMPARE(server.connections(), 0);
    }

    void cookiesAreNotKept()
    {
        FaultServer server([](QTcpSocket &socket) { say(socket, "200 OK", "ok", "Set-Cookie: a=b\r\n"); });
        exchange(ask(server.url()));
        exchange(ask(server.url()));
        QCOMPARE(server.requests().size(), 2);
        QVERIFY(!server.requests().value(1).contains("Cookie"));
    }

    void theAnswerNeverComesFromInsideSend()
    {
        bool inside = true;
        bool calledInside = false;
        auto call =
            m_client.send(ask(QUrl(u"https://example.com/"_s)), this, [&](HttpOutcome) { calledInside = inside; });
        inside = false;
        QObject fence;
        bool passed = false;
        QMetaObject::invokeMethod(
            &fence, [&] { passed = true; }, Qt::QueuedConnection);
        QTRY_VERIFY(passed);
        QVERIFY(!calledInside);
    }

    void anAbandonedCallAnswersNobody_data()
    {
        QTest::addColumn<bool>("byContext");
        QTest::newRow("call destroyed") << false;
        QTest::newRow("context destroyed") << true;
    }

    void anAbandonedCallAnswersNobody()
    {
        QFETCH(bool, byContext);
        QTcpSocket *held = nullptr;
        FaultServer server([&](QTcpSocket &socket) { held = &socket; });
        auto context = std::make_unique<QObject>();
        bool called = false;
        auto call = m_client.send(post(server.url()), context.get(), [&](HttpOutcome) { called = true; });
        QTRY_VERIFY(held);
        if (byContext)
            context.reset();
        else
            call.reset();
        QTRY_COMPARE(held->state(), QAbstractSocket::UnconnectedState);
        QVERIFY(!called);
    }

    void aCallMayBeDestroyedInItsAnswer()
    {
        FaultServer server([](QTcpSocket &socket) { say(socket, "200 OK", "ok"); });
        std::unique_ptr<HttpCall> call;
        bool called = false;
        call = m_client.send(ask(server.url()), this, [&](HttpOutcome) {
            call.reset();
            called = true;
        });
        QTRY_VERIFY(called);
    }

private:
    static constexpr qint64 kCap = 300000;

    void exchange(const HttpRequest &request)
    {
        m_outcome.reset();
        int calls = 0;
        auto call = m_client.send(request, this, [&](HttpOutcome outcome) {
            m_outcome = std::move(outcome);
            ++calls;
        });
        QTRY_COMPARE_WITH_TIMEOUT(calls, 1, 8000);
    }

    static quint16 closedPort()
    {
        QTcpServer server;
        server.listen(QHostAddress::LocalHost);
        return server.serverPort();
    }

    static void misbehave(QTcpSocket &socket, const QString &fault)
    {
        if (fault == u"closed"_s)
            return socket.disconnectFromHost();
        if (fault == u"reset"_s)
            return socket.abort();
        if (fault == u"silence after the head"_s)
            socket.write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc");
        if (fault == u"half a status"_s)
            socket.write("HTTP/1.1 20");
        if (fault == u"garbage"_s)
            socket.write("SSH-2.0-OpenSSH_9.2\r\n\r\n");
        if (fault == u"cut"_s)
            socket.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf");
        if (fault == u"cut in a chunk"_s)
            socket.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n64\r\nhalf");
        if (fault == u"too large, announced"_s)
            say(socket, "200 OK", QByteArray(int(kCap) + 1, 'z'));
        if (fault == u"too large, chunked"_s) {
            socket.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
            for (int i = 0; i < 100; ++i)
                socket.write("2000\r\n" + QByteArray(0x2000, 'z') + "\r\n");
        }
        if (!fault.startsWith(u"silence"_s) && fault != u"TLS stalls"_s && !fault.startsWith(u"too large"_s))
            socket.disconnectFromHost();
    }

    QtHttpClient m_client{{u"127.0.0.1"_s, u"relay.example.com"_s, u"no-such-host.invalid"_s, u"192.168.0.9"_s}, kCap};
    std::optional<HttpOutcome> m_outcome;
};

BALCAO_TEST(tst_qthttpclient)
#include "tst_qthttpclient.moc"
