// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "core/problem.h"
#include "support/testmain.h"
#include "support/testrelay.h"
#include "support/webhooks.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace balcao;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;

class tst_polling : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void webhookWakesAParkedPoll()
    {
        const auto poll = park(m_token);
        QVERIFY(write(1));
        const auto page = pageOf(TestRelay::finish(poll));
        QCOMPARE(page.log, m_relay->relay().log());
        QVERIFY(!page.events.isEmpty());
        QVERIFY(page.events.first().seq > m_head);
    }

    void manyPollersGetOneSerialisedPage()
    {
        std::vector<PendingAnswer> polls;
        for (int i = 0; i < 5; ++i) // one QNetworkAccessManager opens six connections
            polls.push_back(park(m_token));
        QTRY_COMPARE(m_relay->relay().polls().counts().parked, 5);
        const qint64 before = m_relay->relay().polls().counts().pages;
        QVERIFY(write(1));
        QByteArray body;
        for (const auto &poll : polls) {
            const auto answer = TestRelay::finish(poll);
            QCOMPARE(answer.status, 200);
            if (!body.isEmpty())
                QCOMPARE(answer.body, body);
            body = answer.body;
        }
        QCOMPARE(m_relay->relay().polls().counts().pages, before + 1);
    }

    void limitCutsThePageAndSaysThatThereIsMore()
    {
        for (int i = 0; i < 5; ++i)
            QVERIFY(write(i));
        auto page = pageOf(m_relay->get(u"/v1/events?after=%1&limit=2&wait=0"_s.arg(m_head), m_token));
        QCOMPARE(page.events.size(), 2);
        QVERIFY(page.more);
        page = pageOf(m_relay->get(u"/v1/events?after=%1&limit=500&wait=0"_s.arg(page.events.last().seq), m_token));
        QVERIFY(!page.more);
        QCOMPARE(page.events.last().seq, page.head);
    }

    void waitThatPassesGivesAnEmptyPage()
    {
        const auto page = pageOf(m_relay->get(u"/v1/events?after=%1&wait=1"_s.arg(m_head), m_token));
        QVERIFY(page.events.isEmpty());
        QVERIFY(!page.more);
        QCOMPARE(page.head, m_head);
        QCOMPARE(page.now, m_relay->clock.nowMs());
    }

    void cursorOfAnotherLogGetsTheRealLogAtOnce()
    {
        const QString other = LogId::create().text();
        auto page = pageOf(m_relay->get(u"/v1/events?after=%1&wait=60&log=%2"_s.arg(m_head).arg(other), m_token));
        QCOMPARE(page.log, m_relay->relay().log());
        page = pageOf(m_relay->get(u"/v1/events?after=%1&wait=60"_s.arg(m_head + 1000), m_token));
        QCOMPARE(page.head, m_head);
    }

    void wrongNumbersAreABadRequest_data()
    {
        QTest::addColumn<QString>("query");
        for (const char *query : {"after=-1", "after=x", "after=1e3", "limit=0", "limit=-5", "wait=-1", "wait=soon",
                                  "after=99999999999999999999"})
            QTest::newRow(query) << QString::fromLatin1(query);
    }

    void wrongNumbersAreABadRequest()
    {
        QFETCH(QString, query);
        const auto answer = m_relay->get(u"/v1/events?"_s + query, m_token);
        QCOMPARE(answer.status, 400);
        QCOMPARE(answer.problem(), QString(problem::kBadRequest));
    }

    void clientThatLeavesIsForgottenAtOnce()
    {
        const auto poll = park(m_token);
        QTRY_COMPARE(m_relay->relay().polls().counts().parked, 1);
        poll->abort();
        QTRY_COMPARE(m_relay->relay().polls().counts().parked, 0);
    }

    void revokedDeskIsWokenWith401AndStaysOut()
    {
        const QByteArray other = m_relay->pairedDesk(u"PC 2"_s);
        m_head = head();
        const auto poll = park(other);
        QTRY_COMPARE(m_relay->relay().polls().counts().parked, 1);
        m_relay->console({u"revoke"_s, lastPaired()});
        auto answer = TestRelay::finish(poll);
        if (answer.status == 200) // the news of it was faster than the token's end; the next one is too late
            answer = m_relay->get(u"/v1/events"_s, other);
        QCOMPARE(answer.status, 401);
        QCOMPARE(answer.problem(), QString(problem::kDeskRevoked));
        QCOMPARE(m_relay->get(u"/v1/events"_s, other).problem(), QString(problem::kDeskRevoked));
        QCOMPARE(m_relay->get(u"/v1/events?wait=0"_s, m_token).status, 200);
    }

    void unknownTokenIsUnauthorizedButNeverRevoked()
    {
        for (const QByteArray &token : {QByteArray(), QByteArray("wrong"), m_token + "x", m_token.chopped(1)}) {
            const auto answer = m_relay->get(u"/v1/events?wait=0"_s, token);
            QCOMPARE(answer.status, 401);
            QCOMPARE(answer.problem(), QString(problem::kUnauthorized));
        }
    }

    void wrongTokensAreSlowedDownButAValidDeskIsNot()
    {
        for (int i = 0; i < 12; ++i)
            QCOMPARE(m_relay->get(u"/v1/events?wait=0"_s, "guess").status, 401);
        QCOMPARE(m_relay->relay().counters().wrongTokens.load(), 12);
        QCOMPARE(m_relay->get(u"/v1/events?wait=0"_s, m_token).status, 200);
    }

    void presenceOfOneDeskReachesTheOther()
    {
        const QByteArray other = m_relay->pairedDesk(u"PC 2"_s);
        m_head = head();
        const auto poll = park(m_token);
        QTRY_COMPARE(m_relay->relay().polls().counts().parked, 1);
        const wire::LiveRequest looking{OperatorId::create(), ConversationId::create(), true};
        QCOMPARE(m_relay->post(u"/v1/live"_s, wire::toBytes(looking), other).status, 200);
        const auto page = pageOf(TestRelay::finish(poll));
        QCOMPARE(page.live.present.size(), 1);
        QCOMPARE(page.live.present.first().conversation, *looking.conversation);
        QVERIFY(page.events.isEmpty());
    }

    void healthSaysLittleToStrangersAndAllToADesk()
    {
        QVERIFY(write(1));
        const auto stranger = QJsonDocument::fromJson(m_relay->get(u"/v1/health"_s).body).object();
        QCOMPARE(stranger.keys(), (QStringList{u"status"_s, u"version"_s}));
        const auto health = wire::fromBytes<wire::Health>(m_relay->get(u"/v1/health"_s, m_token).body);
        QVERIFY(health.ok());
        QCOMPARE(health->log, m_relay->relay().log());
        QVERIFY(health->head > m_head);
        QCOMPARE(*health->lastWebhookAt, m_relay->clock.nowMs());
        QCOMPARE(m_relay->get(u"/v1/health"_s, "wrong").status, 401);
    }

    void mediaIsUnknownForNow()
    {
        const QString path = u"/v1/media/%1"_s.arg(QString(64, u'a'));
        QCOMPARE(m_relay->get(path, m_token).problem(), QString(problem::kMediaUnknown));
        QCOMPARE(m_relay->put(u"/v1/media"_s, "bytes", m_token).problem(), QString(problem::kMediaUnknown));
        QCOMPARE(m_relay->get(path).status, 401);
    }

    void stoppingAnswersParkedPolls()
    {
        const auto poll = park(m_token);
        QTRY_COMPARE(m_relay->relay().polls().counts().parked, 1);
        m_relay->relay().stop();
        QCOMPARE(TestRelay::finish(poll).status, 200);
    }

    void init()
    {
        m_relay = std::make_unique<TestRelay>();
        m_relay->start();
        m_token = m_relay->pairedDesk();
        m_head = head();
    }
    void cleanup() { m_relay.reset(); }

private:
    PendingAnswer park(const QByteArray &token)
    {
        return m_relay->begin("GET", u"/v1/events?after=%1&wait=60"_s.arg(m_head), {}, token);
    }
    bool write(int number)
    {
        TextWebhook webhook;
        webhook.wamid = u"wamid.%1"_s.arg(number);
        return m_relay->webhook(toBytes(webhook)).status == 200;
    }
    qint64 head() { return pageOf(m_relay->get(u"/v1/events?after=0&wait=0"_s, m_token)).head; }
    QString lastPaired()
    {
        QString desk;
        for (const auto &event : m_relay->events(m_token)) {
            if (event.kind == u"desk.paired"_s && event.subject.desk)
                desk = event.subject.desk->text();
        }
        return desk;
    }
    static wire::EventPage pageOf(const HttpAnswer &answer)
    {
        const auto page = wire::eventPageFromBytes(answer.body);
        return page ? *page : wire::EventPage();
    }

    std::unique_ptr<TestRelay> m_relay;
    QByteArray m_token;
    qint64 m_head = 0;
};

BALCAO_TEST(tst_polling)
#include "tst_polling.moc"
