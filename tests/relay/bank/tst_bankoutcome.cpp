// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "relay/bank/bankoutcome.h"
#include "support/testmain.h"

using namespace balcao;
using namespace balcao::http;
using namespace balcao::relay;
using namespace Qt::Literals::StringLiterals;

namespace {

const QByteArray kProblem = "{\"type\":\"https://pix.bcb.gov.br/api/v2/error/CobOperacaoInvalida\",\"status\":400,"
                            "\"detail\":\"Rosa\",\"violacoes\":[{\"propriedade\":\"cob.valor.original\",\"valor\":"
                            "\"37.001\",\"razao\":\"x\"},{\"propriedade\":\"Rosa Limeira 123\"}]}";

HttpFailure failed(Error::Kind kind, bool mayHaveArrived, bool insecure = false)
{
    return {failure(kind, u"SomeError"_s), mayHaveArrived, insecure};
}

} // namespace

class tst_bankoutcome : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersAreJudged_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("trouble");
        QTest::addColumn<QString>("code");
        const auto row = [](int status, const char *trouble, const QByteArray &body = {}, const QString &code = {}) {
            QTest::addRow("%d%s", status, body.isEmpty() ? "" : " with a problem")
                << status << body << QString::fromLatin1(trouble) << (code.isEmpty() ? u"http-%1"_s.arg(status) : code);
        };
        row(301, "unknown");
        row(400, "refused");
        row(400, "refused", kProblem, u"CobOperacaoInvalida"_s);
        row(401, "unauthorized");
        row(403, "unauthorized");
        row(404, "not-found");
        row(408, "unknown");
        row(410, "refused");
        row(429, "rate-limited");
        row(500, "unknown");
        row(500, "unknown", kProblem, u"CobOperacaoInvalida"_s);
        row(503, "unknown");
        row(504, "unknown");
    }
    void answersAreJudged()
    {
        QFETCH(const int, status);
        QFETCH(const QByteArray, body);
        const auto read = readOutcome(HttpAnswer{status, body, {{"Retry-After", "7"}}});
        QVERIFY(!read.ok());
        QTEST(QString(nameOf(read.error().trouble)), "trouble");
        QTEST(read.error().code, "code");
        QCOMPARE(read.error().status, status);
        QCOMPARE(read.error().retryAfterMs, 7000);
    }

    void goodAnswersAreTheirBody()
    {
        for (const int status : {200, 201}) {
            const auto read = readOutcome(HttpAnswer{status, "{}", {}});
            QVERIFY(read.ok());
            QCOMPARE(*read, QByteArray("{}"));
        }
    }

    void absenceIsJudged_data()
    {
        QTest::addColumn<Error::Kind>("kind");
        QTest::addColumn<bool>("mayHaveArrived");
        QTest::addColumn<QString>("trouble");
        QTest::newRow("refused connection") << Error::Kind::Offline << false << u"unreachable"_s;
        QTest::newRow("cut") << Error::Kind::Offline << true << u"unknown"_s;
        QTest::newRow("timeout before") << Error::Kind::Timeout << false << u"unreachable"_s;
        QTest::newRow("timeout after") << Error::Kind::Timeout << true << u"unknown"_s;
        QTest::newRow("our own no") << Error::Kind::Rejected << false << u"not-allowed"_s;
        QTest::newRow("too large") << Error::Kind::Rejected << true << u"unknown"_s;
    }
    void absenceIsJudged()
    {
        QFETCH(const Error::Kind, kind);
        QFETCH(const bool, mayHaveArrived);
        const auto read = readOutcome(failed(kind, mayHaveArrived));
        QVERIFY(!read.ok());
        QTEST(QString(nameOf(read.error().trouble)), "trouble");
    }

    // What goes to the log names properties; what stands in them stays out.
    void detailsHoldNoValues()
    {
        const auto read = readOutcome(HttpAnswer{400, kProblem, {}});
        QCOMPARE(read.error().detail, u"cob.valor.original"_s);
    }

    void oddCodesAreNotBelieved()
    {
        const QByteArray odd = "{\"type\":\"https://x/error/<b>5519987654471</b>\"}";
        QCOMPARE(readOutcome(HttpAnswer{400, odd, {}}).error().code, u"http-400"_s);
    }

    void retryAfterIsBounded()
    {
        const auto waits = [](const QByteArray &text) { return retryAfterMs({429, {}, {{"Retry-After", text}}}); };
        QCOMPARE(waits("3"), 3000);
        QCOMPARE(waits("99999999999"), 3600 * 1000);
        QCOMPARE(waits("-1"), 0);
        QCOMPARE(waits("Wed, 21 Oct 2026 07:28:00 GMT"), 0);
    }
};

BALCAO_TEST(tst_bankoutcome)
#include "tst_bankoutcome.moc"
