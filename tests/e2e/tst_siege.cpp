// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The real relay with everything at once against it that the edge's tests try one by one: bodies that never end,
// headers that never come, polls that are torn, guesses at tokens and codes. It stays small, and whoever asks well is
// answered.

#include "sandbox/envelope.h"
#include "support/figures.h"
#include "support/processfacts.h"
#include "support/rawclient.h"
#include "support/relayprocess.h"
#include "support/sanitized.h"
#include "support/testmain.h"
#include "support/webhooks.h"
#include "wire/calls.h"

#include <QElapsedTimer>

#include <memory>
#include <vector>

using namespace balcao;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;

namespace {

/// MB: 48 MiB of bodies and what it has without them; promised are 128. Sanitized, freed memory stays resident for a
/// while, to be watched: only that the relay stands is asked.
constexpr double kMostMemory = kIsSanitized ? 1024 : 100;
/// ms for a good request
constexpr double kMostPatience = kIsSanitized ? 10'000 : 2000;
constexpr qsizetype kMegabyte = 1024 * 1024;

const QByteArray kHost = "Host: 127.0.0.1\r\n";

sandbox::Account account()
{
    return {u"200300400500600"_s,
            {{u"106540352242922"_s, u"551935550142"_s, u"Padaria"_s}},
            "siege-token",
            "siege-secret",
            u"v25.0"_s};
}

QByteArray webhookHead(qint64 length)
{
    return "POST /hooks/whatsapp HTTP/1.1\r\n" + kHost + "Content-Length: " + QByteArray::number(length) + "\r\n";
}

} // namespace

class tst_siege : public QObject
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

    void cleanup()
    {
        askWell();
        const double peak = peakResidentMb(m_relay->pid());
        QVERIFY2(peak > 0 && peak < kMostMemory, QByteArray::number(peak));
    }

    void cleanupTestCase()
    {
        printTimes(u"siege.good"_s, m_good, kMostPatience);
        printMetric(u"siege.memory.peak"_s, peakResidentMb(m_relay->pid()), u"MB"_s, kMostMemory);
        m_relay->stop();
    }

    void bodiesThatAreTooLong()
    {
        RawClient said(m_port);
        QCOMPARE(said.ask(webhookHead(100'000'000) + "\r\n").status, 413);
        RawClient endless(m_port);
        endless.send("POST /hooks/whatsapp HTTP/1.1\r\n" + kHost + "Transfer-Encoding: chunked\r\n\r\n");
        const QByteArray chunk = "100000\r\n" + QByteArray(kMegabyte, 'x') + "\r\n";
        int sent = 0;
        while (sent < 150 && endless.send(chunk))
            ++sent;
        QVERIFY(sent < 150);
    }

    void headersWithoutAnEnd()
    {
        RawClient client(m_port);
        client.send("GET / HTTP/1.1\r\n" + kHost + "X: ");
        int sent = 0;
        while (sent < 60 && client.send(QByteArray(kMegabyte, 'y')))
            ++sent;
        QVERIFY(sent < 60);
    }

    void bodiesThatStopHalfway()
    {
        // 80 of 3 MiB less a byte: four times what all bodies together may hold.
        std::vector<std::unique_ptr<RawClient>> clients;
        for (int i = 0; i < 80; ++i) {
            clients.push_back(std::make_unique<RawClient>(m_port));
            // With a signature, or nothing but the head would be read.
            clients.back()->send(webhookHead(3 * kMegabyte) + "X-Hub-Signature-256: sha256=" + QByteArray(64, 'a') +
                                 "\r\n\r\n" + QByteArray(3 * kMegabyte - 1, 'z'));
            if (i % 20 == 0)
                askWell();
        }
    }

    void headersThatNeverCome()
    {
        std::vector<std::unique_ptr<RawClient>> clients;
        for (int i = 0; i < 400; ++i) {
            clients.push_back(std::make_unique<RawClient>(m_port));
            clients.back()->send("POST /hooks/whatsapp HTTP/1.1\r\nHo");
        }
        askWell();
    }

    void pollsThatAreTorn()
    {
        const QByteArray poll =
            "GET /v1/events?after=0&wait=25 HTTP/1.1\r\n" + kHost + "Authorization: Bearer " + m_token + "\r\n\r\n";
        for (int i = 0; i < 600; ++i) {
            RawClient client(m_port);
            client.send(poll);
            i % 2 == 0 ? client.finish() : client.reset();
        }
        askWell();
    }

    void webhooksThatNobodySigned()
    {
        const QByteArray body = toBytes(TextWebhook());
        int refused = 0;
        RawClient client(m_port);
        for (int i = 0; i < 500; ++i) {
            const RawAnswer answer = client.ask(
                webhookHead(body.size()) + "X-Hub-Signature-256: sha256=" + QByteArray(64, 'a') + "\r\n\r\n" + body);
            refused += answer.status == 401 || answer.status == 403 ? 1 : 0;
        }
        QCOMPARE(refused, 500);
    }

    void tokensThatAreGuessed()
    {
        // All at once, for each is made to wait for its no; that is what makes guessing slow.
        QElapsedTimer clock;
        clock.start();
        std::vector<std::unique_ptr<RawClient>> guessers;
        for (int i = 0; i < 100; ++i) {
            guessers.push_back(std::make_unique<RawClient>(m_port));
            guessers.back()->send("GET /v1/events?after=0&wait=0 HTTP/1.1\r\n" + kHost + "Authorization: Bearer guess" +
                                  QByteArray::number(i) + "\r\n\r\n");
        }
        askWell();
        int refused = 0;
        for (const auto &guesser : guessers)
            refused += guesser->answer().status == 401 ? 1 : 0;
        QCOMPARE(refused, 100);
        printMetric(u"siege.tokens.wait"_s, double(clock.elapsed()), u"ms"_s, 0);
        QVERIFY(clock.elapsed() >= 500);
    }

    void codesThatAreGuessed()
    {
        m_relay->console({u"pair"_s});
        int judged = 0;
        int slowed = 0;
        for (int i = 0; i < 100; ++i) {
            const QByteArray body =
                wire::toBytes(wire::PairRequest{u"GUESS%1"_s.arg(100 + i), u"PC"_s, u"nonce-%1"_s.arg(i)});
            RawClient client(m_port);
            const RawAnswer answer =
                client.ask("POST /v1/pair HTTP/1.1\r\n" + kHost + "Content-Length: " + QByteArray::number(body.size()) +
                           "\r\n\r\n" + body);
            QVERIFY(answer.status != 200);
            slowed += answer.status == 429 ? 1 : 0;
            judged += answer.status == 429 ? 0 : 1;
        }
        printMetric(u"siege.codes.judged"_s, judged, u"guesses"_s, 20);
        QVERIFY(judged <= 20);
        QVERIFY(slowed >= 80);
    }

    void theRigSeesAServerThatIsGone()
    {
        RelayProcess other(account(), QUrl(u"http://127.0.0.1:9"_s));
        other.startAndWait();
        const auto port = static_cast<quint16>(other.url().port());
        QCOMPARE(statusOfGood(port, 5'000'000), 200);
        other.kill();
        QCOMPARE(statusOfGood(port, 5'000'001), 0);
    }

private:
    /// A signed webhook, taken durably: 200.
    static int statusOfGood(quint16 port, int number)
    {
        TextWebhook text;
        text.wamid = u"wamid.siege.%1"_s.arg(number);
        const QByteArray body = toBytes(text);
        RawClient client(port);
        return client
            .ask(webhookHead(body.size()) + "X-Hub-Signature-256: " + sandbox::signatureOf(body, account().appSecret) +
                 "\r\n\r\n" + body)
            .status;
    }

    void askWell()
    {
        QElapsedTimer clock;
        clock.start();
        const int status = statusOfGood(m_port, m_asked++);
        const double ms = double(clock.nsecsElapsed()) / 1e6;
        m_good.add(ms);
        QCOMPARE(status, 200);
        QVERIFY2(ms < kMostPatience, QByteArray::number(ms));
    }

    std::unique_ptr<RelayProcess> m_relay;
    QByteArray m_token;
    quint16 m_port = 0;
    int m_asked = 0;
    Samples m_good;
};

BALCAO_TEST(tst_siege)
#include "tst_siege.moc"
