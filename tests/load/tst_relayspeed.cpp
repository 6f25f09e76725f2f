// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The real relay as fast as Meta could ever ask: signed webhooks at a fixed rate while desks listen. Figures, and one
// assertion: nothing that was answered 200 is missing. BALCAO_LOAD_SECONDS shortens the minute.

#include "connections.h"
#include "openloop.h"
#include "pollers.h"
#include "rawcommit.h"
#include "sandbox/envelope.h"
#include "support/processfacts.h"
#include "support/relayprocess.h"
#include "support/testmain.h"
#include "support/webhooks.h"
#include "wire/calls.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

using namespace balcao;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kConnections = 64;
constexpr int kPollers = 200;
constexpr double kWantedRate = 1000;
constexpr double kWantedP99 = 250;  // ms
constexpr double kMostMemory = 128; // MB
constexpr int kIdle = 5000;

double seconds()
{
    const int wanted = qEnvironmentVariableIntValue("BALCAO_LOAD_SECONDS");
    return wanted > 0 ? wanted : 60;
}

sandbox::Account account()
{
    return {u"200300400500600"_s,
            {{u"106540352242922"_s, u"551935550142"_s, u"Padaria"_s}},
            "load-token",
            "load-secret",
            u"v25.0"_s};
}

} // namespace

class tst_relayspeed : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_relay = std::make_unique<RelayProcess>(account(), QUrl(u"http://127.0.0.1:9"_s));
        m_relay->startAndWait();
        m_token = m_relay->pairedDesk();
        m_port = static_cast<quint16>(m_relay->url().port());
    }

    void aMinuteAtTheWantedRate()
    {
        const Pollers desks(m_port, kPollers, m_token);
        const double before = cpuSeconds(m_relay->pid());
        const LoadResult result = load(kWantedRate, seconds());
        const double cpu = cpuSeconds(m_relay->pid()) - before;
        printTimes(u"relay.webhook.1000"_s, result.times, kWantedP99);
        printAtLeast(u"relay.webhook.1000.rate"_s, double(result.asked - result.errors) / result.seconds, u"1/s"_s,
                     0.98 * kWantedRate);
        printMetric(u"relay.webhook.1000.errors"_s, double(result.errors), u"requests"_s, 0);
        printMetric(u"relay.webhook.1000.cpu"_s, cpu * 1e6 / double(result.asked), u"us"_s, 0);
        printMetric(u"relay.polls.answered"_s, double(desks.answers()) / result.seconds, u"1/s"_s, 0);
        printMetric(u"relay.polls.errors"_s, double(desks.errors()), u"requests"_s, 0);
        printMetric(u"relay.memory.peak"_s, peakResidentMb(m_relay->pid()), u"MB"_s, kMostMemory);
        QCOMPARE(result.errors, 0);
    }

    void theHighestRateWithinTheAim()
    {
        const Pollers desks(m_port, kPollers, m_token);
        double best = 0;
        for (const double rate : {1500.0, 2000.0, 2500.0, 3000.0, 4000.0, 5000.0, 6000.0}) {
            const LoadResult result = load(rate, qMin(10.0, seconds()));
            const double p99 = result.times.percentile(99);
            printMetric(u"relay.webhook.%1.p99"_s.arg(rate), p99, u"ms"_s, 0);
            if (result.errors > 0 || p99 > kWantedP99)
                break;
            best = rate;
        }
        printAtLeast(u"relay.webhook.highest"_s, best, u"1/s"_s, kWantedRate);
        m_best = qMax(best, kWantedRate);
    }

    void manyIdleConnections()
    {
        qint64 answers = 0;
        Connections idle(m_port, kIdle, [&answers](int, int, QByteArrayView) { ++answers; });
        const LoadResult result = load(200, qMin(10.0, seconds()));
        printMetric(u"relay.idle.standing"_s, idle.standing(), u"connections"_s, 0);
        printTimes(u"relay.idle.webhook"_s, result.times, kWantedP99);
        printMetric(u"relay.idle.memory.peak"_s, peakResidentMb(m_relay->pid()), u"MB"_s, kMostMemory);
        QCOMPARE(result.errors, 0);
    }

    void nothingThatWasAnsweredIsMissing()
    {
        m_relay->stop();
        const QByteArray log = m_relay->log();
        const qsizetype at = log.lastIndexOf("\"stopped\"");
        const qsizetype from = log.lastIndexOf('{', at);
        const QJsonObject counts = QJsonDocument::fromJson(log.sliced(from, log.indexOf('\n', from) - from)).object();
        const double jobs = counts.value("jobs"_L1).toDouble();
        const double commits = counts.value("commits"_L1).toDouble();
        QVERIFY(commits > 0);
        printMetric(u"relay.commit.rows"_s, jobs / commits, u"rows"_s, 0);
        m_relay->startAndWait();
        QCOMPARE(receivedMessages(), m_sent);
        m_relay->stop();

        const int rowsPerCommit = qMax(1, qRound(jobs / commits));
        const QTemporaryDir folder;
        const double raw = rawRowsPerSecond(folder.filePath(u"raw.db"_s), rowsPerCommit, 1000, qMin(5.0, seconds()));
        printMetric(u"relay.raw.rate"_s, raw, u"rows/s"_s, 0);
        printAtLeast(u"relay.raw.ratio"_s, m_best / raw, u"x"_s, 0);
    }

private:
    LoadResult load(double perSecond, double forSeconds)
    {
        const LoadResult result =
            askAtRate(m_port, kConnections, perSecond, forSeconds, [this](qint64) { return webhook(m_made++); });
        m_sent += result.asked - result.errors;
        return result;
    }

    /// About 1 KB; 2,000 customers write in turn.
    static QByteArray webhook(qint64 number)
    {
        TextWebhook text;
        text.wamid = u"wamid.load.%1"_s.arg(number);
        text.waId = u"55119%1"_s.arg(60'000'000 + number % 2000);
        text.text =
            u"Bom dia! Queria encomendar %1 pães de queijo e um bolo de cenoura para amanhã cedo, dá tempo? "_s.arg(
                number % 90);
        const QByteArray body = toBytes(text);
        return "POST /hooks/whatsapp HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
               "X-Hub-Signature-256: " +
               sandbox::signatureOf(body, account().appSecret) +
               "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
    }

    /// By reading the whole log, as a new desk does.
    qint64 receivedMessages()
    {
        qint64 found = 0;
        qint64 cursor = 0;
        bool more = true;
        Connections one(m_port, 1, [&](int, int status, QByteArrayView body) {
            const auto page = wire::eventPageFromBytes(body.toByteArray());
            if (status != 200 || !page)
                qFatal("the log cannot be read");
            for (const wire::Event &event : page->events) {
                cursor = event.seq;
                found += std::holds_alternative<wire::MessageReceived>(event.body) ? 1 : 0;
            }
            more = page->more;
            m_asked = false;
        });
        while (more) {
            m_asked = true;
            one.ask(0, "GET /v1/events?after=" + QByteArray::number(cursor) +
                           "&limit=500&wait=0 HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + m_token +
                           "\r\n\r\n");
            while (m_asked)
                one.turn(50);
        }
        return found;
    }

    std::unique_ptr<RelayProcess> m_relay;
    QByteArray m_token;
    quint16 m_port = 0;
    qint64 m_made = 0;
    qint64 m_sent = 0; ///< answered 200
    double m_best = 0;
    bool m_asked = false;
};

BALCAO_TEST(tst_relayspeed)
#include "tst_relayspeed.moc"
