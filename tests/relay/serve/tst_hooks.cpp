// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "core/problem.h"
#include "support/testmain.h"
#include "support/testrelay.h"
#include "support/webhooks.h"

#include <QJsonDocument>

#include <algorithm>

using namespace balcao;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;

class tst_hooks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void handshakeEchoesTheChallenge()
    {
        const auto answer =
            m_relay->get(u"/hooks/whatsapp?hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token="_s +
                         QString::fromLatin1(TestRelay::kVerifyToken));
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.body, QByteArray("1158201444"));
        QVERIFY(answer.contentType.startsWith("text/plain"));
    }

    void wrongHandshakeIsRefused_data()
    {
        QTest::addColumn<QString>("query");
        QTest::newRow("wrong token") << u"hub.mode=subscribe&hub.challenge=1&hub.verify_token=wrong"_s;
        QTest::newRow("no token") << u"hub.mode=subscribe&hub.challenge=1"_s;
        QTest::newRow("another mode")
            << u"hub.mode=unsubscribe&hub.challenge=1&hub.verify_token=test-verify-token-91ab"_s;
        QTest::newRow("no challenge") << u"hub.mode=subscribe&hub.verify_token=test-verify-token-91ab"_s;
        QTest::newRow("nothing") << QString();
    }

    void wrongHandshakeIsRefused()
    {
        QFETCH(QString, query);
        const auto answer = m_relay->get(u"/hooks/whatsapp?"_s + query);
        QCOMPARE(answer.status, 403);
        QVERIFY(!answer.body.contains("hub"));
    }

    void floodOfHandshakesWritesFewLines()
    {
        std::vector<PendingAnswer> pending;
        for (int i = 0; i < 120; ++i)
            pending.push_back(m_relay->begin("GET", u"/hooks/whatsapp?hub.mode=subscribe"_s, {}, {}));
        for (const auto &one : pending)
            QCOMPARE(TestRelay::finish(one).status, 403);
        QCOMPARE(m_relay->logged().count("handshake-refused"), 2);
        QCOMPARE(m_relay->relay().counters().badHandshakes.load(), 120);
    }

    void signedWebhookIsStoredBeforeItsAnswer()
    {
        QCOMPARE(m_relay->webhook(toBytes(TextWebhook())).status, 200);
        QCOMPARE(received(), 1);
    }

    void unsignedWebhookIsRefusedAndNothingIsStored_data()
    {
        QTest::addColumn<QByteArray>("signature");
        const QByteArray good = TestRelay::signature(toBytes(TextWebhook()));
        QTest::newRow("absent") << QByteArray();
        QTest::newRow("forged") << QByteArray("sha256=" + QByteArray(64, '0'));
        QTest::newRow("truncated") << good.chopped(1);
        QTest::newRow("empty hash") << QByteArray("sha256=");
        QTest::newRow("upper case") << QByteArray("sha256=" + good.mid(7).toUpper());
        QTest::newRow("upper-case scheme") << QByteArray("SHA256=" + good.mid(7));
        QTest::newRow("no scheme") << good.mid(7);
        QTest::newRow("sha1") << QByteArray("sha1=" + good.mid(7, 40));
        QTest::newRow("longer") << good + "0";
        QTest::newRow("another body's") << TestRelay::signature("{}");
    }

    void unsignedWebhookIsRefusedAndNothingIsStored()
    {
        QFETCH(QByteArray, signature);
        HttpHeaders headers;
        if (!signature.isEmpty())
            headers.append({"X-Hub-Signature-256", signature});
        const auto answer = m_relay->post(u"/hooks/whatsapp"_s, toBytes(TextWebhook()), {}, headers);
        QCOMPARE(answer.status, 401);
        QCOMPARE(answer.problem(), QString(problem::kBadSignature));
        QCOMPARE(m_relay->relay().counters().badSignatures.load(), 1);
        QCOMPARE(received(), 0);
    }

    void bodyThatWasChangedOrWrittenAnewIsRefused()
    {
        const QByteArray body = toBytes(TextWebhook());
        QByteArray changed = body;
        changed[changed.size() / 2] = changed.at(changed.size() / 2) == 'a' ? 'b' : 'a';
        const QByteArray rewritten = QJsonDocument::fromJson(body).toJson(QJsonDocument::Compact);
        QVERIFY(rewritten != body);
        for (const QByteArray &other : {changed, rewritten}) {
            const auto answer =
                m_relay->post(u"/hooks/whatsapp"_s, other, {}, {{"X-Hub-Signature-256", TestRelay::signature(body)}});
            QCOMPARE(answer.status, 401);
        }
        QCOMPARE(received(), 0);
    }

    void sameWebhookAHundredTimesIsOneMessage()
    {
        const QByteArray body = toBytes(TextWebhook());
        std::vector<PendingAnswer> pending;
        for (int i = 0; i < 100; ++i)
            pending.push_back(m_relay->begin("POST", u"/hooks/whatsapp"_s, body, {},
                                             {{"X-Hub-Signature-256", TestRelay::signature(body)}}));
        for (const auto &one : pending)
            QCOMPARE(TestRelay::finish(one).status, 200);
        QCOMPARE(received(), 1);
        QCOMPARE(m_relay->relay().counters().webhooks.load(), 100);
    }

    void commitThatFailsIs503AndTheRetryIsStored()
    {
        m_commitFails = true;
        const auto lost = m_relay->webhook(toBytes(TextWebhook()));
        QCOMPARE(lost.status, 503);
        QCOMPARE(lost.problem(), QString(problem::kStorage));
        QVERIFY(!lost.retryAfter.isEmpty());
        m_commitFails = false;
        QCOMPARE(received(), 0);
        QCOMPARE(m_relay->webhook(toBytes(TextWebhook())).status, 200);
        QCOMPARE(received(), 1);
    }

    void bodyOverThreeMebibytesIsTooLarge()
    {
        const auto answer = m_relay->webhook(QByteArray(3 * 1024 * 1024 + 1, ' '));
        QVERIFY2(answer.status == 413 || answer.status == 0, qPrintable(QString::number(answer.status)));
        QCOMPARE(received(), 0);
        QCOMPARE(m_relay->webhook(toBytes(TextWebhook())).status, 200);
    }

    void signedGarbageIsKeptAndAnswered()
    {
        for (const char *garbage : {"", "{", "[]", "{\"entry\":1}", "\xff\xfe"})
            QCOMPARE(m_relay->webhook(garbage).status, 200);
        QCOMPARE(received(), 0);
        QCOMPARE(m_relay->webhook(toBytes(TextWebhook())).status, 200);
        QCOMPARE(received(), 1);
    }

    void init()
    {
        m_commitFails = false;
        relay::Relay::Settings settings;
        settings.beforeCommit = [this]() -> Result<void> {
            return m_commitFails ? Result<void>(failure(Error::Kind::Storage, u"the test's disk is full"_s))
                                 : Result<void>();
        };
        m_relay = std::make_unique<TestRelay>(std::move(settings));
        m_relay->start();
        m_token.clear();
    }
    void cleanup() { m_relay.reset(); }

private:
    qsizetype received()
    {
        if (m_token.isEmpty())
            m_token = m_relay->pairedDesk();
        return std::ranges::count(m_relay->events(m_token), u"message.received"_s, &wire::Event::kind);
    }

    std::atomic<bool> m_commitFails = false;
    std::unique_ptr<TestRelay> m_relay;
    QByteArray m_token;
};

BALCAO_TEST(tst_hooks)
#include "tst_hooks.moc"
