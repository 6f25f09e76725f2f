// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The way to the relay breaks while somebody looks on, writes or searches, in every way that a way breaks. A real relay,
// the program's own client, store and window. Each time the strip says what is so within ten seconds and goes when it is
// over, what was written arrives once, search answers, and the thread of the windows asks no store, reads no JSON, waits
// for no disk and is never held up.

#include "badday.h"
#include "http/faultserver.h"
#include "http/tlsserver.h"
#include "support/idlethread.h"
#include "support/sanitized.h"
#include "support/testmain.h"
#include "watchedapplication.h"

#include <QElapsedTimer>

using namespace balcao;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 kTruthMs = 10'000;
// Sanitized it is several times slower, and what it says is of nobody's screen.
constexpr double kMostCpuMs = kIsSanitized ? 250 : 50;
/// A line that we write ourselves (who looks where), or the few words of a refusal.
constexpr qsizetype kMostJson = 1024;

constexpr auto kCalm = "";
constexpr auto kOffline = "No connection to the shop's server.";
constexpr auto kTrouble = "The shop's server answers that it cannot work right now.";
constexpr auto kStranger = "Something else answers in place of the shop's server";
constexpr auto kNotSecure = "The connection to the shop's server is not safe";

const QByteArray kPage = "<!DOCTYPE html><html><head><title>Wi-Fi</title></head><body>Entre com seu CPF</body></html>";
const QByteArray kProblem = "application/problem+json";

struct Case
{
    const char *name;
    Break how;
    const char *words;
};

QByteArray answered(const QByteArray &status, const QByteArray &type, const QByteArray &body)
{
    return Break::answer(status, type, body).said;
}

QList<Case> cases()
{
    using Kind = Break::Kind;
    const QByteArray busy = "{\"type\":\"busy\"}";
    const auto cut = [](const QByteArray &body) { return body.first(body.size() / 2); };
    const auto none = [](const QByteArray &) { return QByteArray(); };
    const auto later = [](const QByteArray &body) {
        const qsizetype at = body.indexOf("\"now\":") + 6;
        const QByteArray now = body.mid(at, 13);
        return QByteArray(body).replace(at, at > 5 ? 13 : 0,
                                        at > 5 ? QByteArray::number(now.toLongLong() + 2 * kHourMs) : "");
    };
    return {
        {"connection refused", {Kind::Refused}, kOffline},
        {"accepted and closed", {Kind::Closed}, kOffline},
        {"accepted and silent", {Kind::Silent}, kOffline},
        {"half an answer", {Kind::Half}, kOffline},
        {"reset within the body", {Kind::Reset}, kOffline},
        {"a byte now and then", {Kind::Dripped}, kOffline},
        {"another protocol", {Kind::Said, "220 mail.example ESMTP\r\n"}, kOffline},
        {"500", Break::answer("500 Internal Server Error", {}, {}), kTrouble},
        {"502 of a proxy", Break::answer("502 Bad Gateway", "text/html", kPage), kTrouble},
        {"503", Break::answer("503 Service Unavailable", {}, {}), kTrouble},
        {"503 with Retry-After", Break::answer("503 Service Unavailable", kProblem, busy, "Retry-After: 1\r\n"),
         kTrouble},
        {"504 of a proxy", Break::answer("504 Gateway Timeout", "text/html", kPage), kTrouble},
        {"429 with Retry-After",
         Break::answer("429 Too Many Requests", kProblem, "{\"type\":\"too-many-tries\"}", "Retry-After: 1\r\n"),
         kTrouble},
        {"an error of 6 MB",
         Break::answer("503 Service Unavailable", kProblem, "{\"a\":\"" + QByteArray(6'000'000, 'x') + "\"}"),
         kTrouble},
        {"401 of a proxy",
         Break::answer("401 Unauthorized", "text/html", kPage, "WWW-Authenticate: Basic realm=\"x\"\r\n"), kStranger},
        {"407 of a proxy", Break::answer("407 Proxy Authentication Required", "text/html", kPage), kOffline},
        {"a log-in page", Break::answer("200 OK", "text/html", kPage), kStranger},
        {"a redirect to one", Break::answer("302 Found", "text/html", kPage, "Location: http://portal.example/\r\n"),
         kStranger},
        {"200 and nothing", {Kind::Changed, {}, none}, kStranger},
        {"half the JSON", {Kind::Changed, {}, cut}, kStranger},
        {"other JSON", Break::answer("200 OK", "application/json", "{\"ok\":true}"), kStranger},
        {"an endless body", Break::answer("200 OK", "application/json", QByteArray(9'000'000, ' ')), kStranger},
        {"a clock two hours ahead", {Kind::Changed, {}, later}, kCalm},
    };
}

} // namespace

Q_DECLARE_METATYPE(Break)

class tst_outages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_day.reset(); }
    void everyBreak_data();
    void everyBreak();
    void theRelayOfAnotherLog();
    void aNameThatIsNotThere();
    void aCertificateThatNobodyVouchesFor();

private:
    enum class Doing { Nothing, Sending, Searching };

    std::unique_ptr<BadDay> m_day;
    int m_round = 0;
};

void tst_outages::initTestCase()
{
    m_day = std::make_unique<BadDay>();
    m_day->open();
}

void tst_outages::everyBreak_data()
{
    QTest::addColumn<Break>("how");
    QTest::addColumn<QString>("words");
    QTest::addColumn<int>("doing");
    for (const Case &one : cases()) {
        const QString words = QString::fromUtf8(one.words);
        QTest::addRow("%s, idle", one.name) << one.how << words << int(Doing::Nothing);
        QTest::addRow("%s, sending", one.name) << one.how << words << int(Doing::Sending);
        QTest::addRow("%s, searching", one.name) << one.how << words << int(Doing::Searching);
    }
}

void tst_outages::everyBreak()
{
    QFETCH(const Break, how);
    QFETCH(const QString, words);
    QFETCH(const int, doing);
    QTRY_COMPARE(m_day->desk->strip(), QString());
    const QString allGone = m_day->desk->session.data().waitingText();
    const QString sent = u"Temos sim %1"_s.arg(m_round);
    const QString missed = u"E pão? %1"_s.arg(m_round++);
    {
        const IdleThread idle;
        WatchedApplication::self().forget();
        QElapsedTimer since;
        since.start();
        m_day->way->set(how);
        QVERIFY(m_day->write(missed));
        if (Doing(doing) == Doing::Sending) {
            m_day->send(sent);
            QTRY_COMPARE(m_day->desk->saying(sent), 1); // seen at once, whatever becomes of it
        } else if (Doing(doing) == Doing::Searching) {
            m_day->search();
        }
        if (words.isEmpty()) // nothing is wrong: it goes on
            QTRY_COMPARE_WITH_TIMEOUT(m_day->desk->saying(missed), 1, kTruthMs);
        QTRY_VERIFY2_WITH_TIMEOUT(words.isEmpty() || m_day->desk->strip().startsWith(words),
                                  qPrintable(m_day->desk->strip()), kTruthMs);
        QCOMPARE(m_day->desk->strip().isEmpty(), words.isEmpty());
        QVERIFY(since.elapsed() < kTruthMs);
        if (Doing(doing) == Doing::Searching)
            m_day->search();
        since.start();
        m_day->way->set({});
        QTRY_COMPARE_WITH_TIMEOUT(m_day->desk->strip(), QString(), kTruthMs);
        QTRY_COMPARE_WITH_TIMEOUT(m_day->desk->saying(missed), 1, kTruthMs);
        QVERIFY(since.elapsed() < kTruthMs);
        if (Doing(doing) == Doing::Sending)
            QTRY_COMPARE_WITH_TIMEOUT(m_day->desk->session.data().waitingText(), allGone, kTruthMs);
        const WatchedApplication::Longest &longest = WatchedApplication::self().longest();
        QVERIFY2(longest.cpuMs < kMostCpuMs, qPrintable(u"%1 ms in event %2 of %3"_s.arg(longest.cpuMs)
                                                            .arg(longest.event)
                                                            .arg(QString::fromLatin1(longest.receiver))));
        QCOMPARE(idle.statements(), 0);
        QCOMPARE(idle.syncs(), 0);
        QVERIFY2(idle.json() <= kMostJson, QByteArray::number(idle.json()));
    }
    if (Doing(doing) == Doing::Sending) {
        QTRY_COMPARE_WITH_TIMEOUT(m_day->accepted(sent), 1, kTruthMs);
        QTRY_COMPARE(m_day->desk->saying(sent), 1);
    }
}

// A relay that came back from a backup, as far as the desk can tell: read through anew, and said; what was on its way
// there is one message or a question to a person, never two.
void tst_outages::theRelayOfAnotherLog()
{
    const QByteArray own = m_day->relay->relay().log().text().toLatin1();
    const QByteArray other = LogId::create().text().toLatin1();
    m_day->way->set({Break::Kind::Changed, {}, [own, other](const QByteArray &body) {
                         return QByteArray(body).replace(own, other);
                     }});
    QTRY_VERIFY(!m_day->desk->session.presenters().notices.text().isEmpty());
    QTRY_COMPARE(m_day->desk->strip(), QString());
    m_day->search();
    const QString sent = u"Com outra memória"_s;
    m_day->send(sent);
    QTRY_COMPARE(m_day->desk->saying(sent), 1);
    m_day->way->set({});
    QTRY_COMPARE(m_day->desk->strip(), QString());
    QTRY_VERIFY(m_day->desk->session.state().kind == sync::ConnectionState::Kind::Online);
    QTRY_COMPARE(m_day->desk->saying(sent), 1);
    QVERIFY(m_day->accepted(sent) <= 1);
}

// The name of the server is nowhere to be found; the same desk with the right one, later. No name is longer than 253
// characters, so the resolver knows by itself: one that merely does not exist is asked of a server beyond loopback.
void tst_outages::aNameThatIsNotThere()
{
    const QUrl nowhere(u"https://%1invalid"_s.arg(u"balcao."_s.repeated(40)));
    const QUrl right = std::exchange(m_day->at.relay, nowhere);
    const QString sent = u"Sem nome"_s;
    m_day->openAnyhow(m_day->clock);
    QTRY_VERIFY2_WITH_TIMEOUT(m_day->desk->strip().startsWith(QLatin1StringView(kOffline)),
                              qPrintable(m_day->desk->strip()), kTruthMs);
    m_day->show();
    m_day->search();
    m_day->send(sent);
    QTRY_COMPARE(m_day->desk->saying(sent), 1);
    QCOMPARE(m_day->accepted(sent), 0);
    m_day->at.relay = right;
    m_day->open();
    QTRY_COMPARE_WITH_TIMEOUT(m_day->accepted(sent), 1, 6 * kTruthMs); // a whole desk starts before, maybe slowly
    QTRY_COMPARE(m_day->desk->saying(sent), 1);
}

// Nothing goes to it, not even what is written.
void tst_outages::aCertificateThatNobodyVouchesFor()
{
    FaultServer server([](QTcpSocket &socket) { socket.write(answered("200 OK", "application/json", "{}")); },
                       tlsServer());
    const QUrl right = std::exchange(m_day->at.relay, server.url({}, u"https"_s));
    const QString sent = u"Sem certificado"_s;
    m_day->openAnyhow(m_day->clock);
    QTRY_VERIFY2_WITH_TIMEOUT(m_day->desk->strip().startsWith(QLatin1StringView(kNotSecure)),
                              qPrintable(m_day->desk->strip()), kTruthMs);
    m_day->show();
    m_day->search();
    m_day->send(sent);
    QTRY_COMPARE(m_day->desk->saying(sent), 1);
    QVERIFY(server.requests().isEmpty());
    m_day->at.relay = right;
    m_day->open();
    QTRY_COMPARE_WITH_TIMEOUT(m_day->accepted(sent), 1, kTruthMs);
    QTRY_COMPARE(m_day->desk->saying(sent), 1);
}

BALCAO_TEST(tst_outages)
#include "tst_outages.moc"
