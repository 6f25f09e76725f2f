// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// What the log does not say, on every path where somebody else's words come near it: a Graph API that repeats
// what it was sent, errors of SQLite, every verb of the console, requests of all kinds.

#include "edge/httpedge.h"
#include "sql/connection.h"
#include "support/testmain.h"
#include "support/testrelay.h"
#include "support/webhooks.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>

using namespace balcao;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;

namespace {

const QByteArray kPhone = "5519987654471";
const QByteArray kWords = "quero duas broas";
const QByteArray kPin = "975310";

/// Answers each send with an error that holds everything it was told.
class EchoingGraph
{
public:
    EchoingGraph()
    {
        m_edge.addRoute({"POST", "/", true, 64 * 1024, [this](edge::Request request, const edge::Exchange &exchange) {
                             exchange.respond(answer(request));
                         }});
        if (!m_edge.start(u"127.0.0.1"_s, 0))
            qFatal("the echoing Graph API does not start");
    }
    [[nodiscard]] QUrl url() const { return QUrl(u"http://127.0.0.1:%1"_s.arg(m_edge.port())); }
    [[nodiscard]] int asked() const { return m_asked; }

private:
    edge::Response answer(const edge::Request &request)
    {
        const int turn = m_asked++;
        const QByteArray all = request.body + request.header("authorization") + request.path;
        if (turn == 1)
            return {500, "text/html", "<html>" + all + "</html>", {}};
        if (turn == 2)
            return {200, "application/json", all, {}};
        const int code = turn == 0 ? 131026 : 190;
        const QJsonObject error{{u"code"_s, code},
                                {u"message"_s, QString::fromUtf8(all)},
                                {u"error_data"_s, QJsonObject{{u"details"_s, QString::fromUtf8(all)}}},
                                {u"fbtrace_id"_s, QString::fromUtf8(kPhone)}};
        const QByteArray body = QJsonDocument(QJsonObject{{u"error"_s, error}}).toJson();
        return {turn == 0 ? 400 : 401, "application/json", body, {edge::Header{"X-Debug", kPhone}}};
    }

    std::atomic<int> m_asked = 0;
    edge::HttpEdge m_edge;
};

} // namespace

class tst_silence : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_relay.reset(); }
    void errorsOfTheGraphApiStayOut();
    void errorsOfTheDatabaseStayOut();
    void consoleVerbsStayOut();
    void requestsOfAllKindsStayOut();

private:
    ConversationId customerWrites();
    void send(ConversationId in);
    void check(const QByteArrayList &more = {});

    EchoingGraph m_graph;
    std::unique_ptr<TestRelay> m_relay;
    OperatorId m_ana;
    QByteArray m_token;
    int m_written = 0;
};

void tst_silence::init()
{
    m_relay = std::make_unique<TestRelay>();
    m_relay->config().graphUrl = m_graph.url();
    m_relay->start();
    m_ana = *OperatorId::fromText(
        m_relay->console({u"operators"_s, u"add"_s, u"Belarmino"_s, u"--manager"_s}, QString::fromLatin1(kPin))
            .value(0));
    m_token = m_relay->pairedDesk(u"PC da Firmina"_s);
}

ConversationId tst_silence::customerWrites()
{
    TextWebhook webhook;
    webhook.wamid = u"wamid.%1"_s.arg(++m_written) + QString::fromLatin1((kPhone + "-x").toBase64());
    webhook.waId = QString::fromLatin1(kPhone.chopped(1)) + QString::number(m_written);
    webhook.name = u"Quintanilha"_s;
    webhook.text = QString::fromLatin1(kWords);
    webhook.atMs = m_relay->clock.nowMs();
    if (m_relay->webhook(toBytes(webhook)).status != 200)
        return {};
    return *m_relay->events(m_token).last().subject.conversation;
}

void tst_silence::send(ConversationId in)
{
    wire::SendMessage body{MessageId::create(), in, {}, {}};
    body.content.text = QString::fromLatin1(kWords);
    const wire::CommandBatch batch{{wire::toJson(wire::makeCommand(body, m_ana, m_relay->clock.nowMs()))}, {}};
    QCOMPARE(m_relay->post(u"/v1/commands"_s, wire::toBytes(batch), m_token).status, 200);
}

void tst_silence::check(const QByteArrayList &more)
{
    const QByteArray log = m_relay->logged();
    const QByteArrayList forbidden = more + QByteArrayList{kPhone,
                                                           kPhone.mid(4, 8),
                                                           kWords,
                                                           "broas",
                                                           kPin,
                                                           "Belarmino",
                                                           "Firmina",
                                                           "Quintanilha",
                                                           "wamid",
                                                           m_token,
                                                           TestRelay::kAppSecret,
                                                           TestRelay::kVerifyToken,
                                                           TestRelay::kWhatsappToken,
                                                           "/v1/",
                                                           "SELECT",
                                                           "INSERT"};
    for (const QByteArray &word : forbidden)
        QVERIFY2(!log.contains(word), word.constData());
    for (const QByteArray &line : log.trimmed().split('\n'))
        QVERIFY2(QJsonDocument::fromJson(line).isObject(), line.constData());
}

void tst_silence::errorsOfTheGraphApiStayOut()
{
    for (int i = 0; i < 4; ++i)
        send(customerWrites());
    QTRY_VERIFY(m_relay->logged().contains("\"code\":131026"));
    QTRY_VERIFY(m_relay->logged().contains("\"code\":190"));
    QTRY_COMPARE(m_relay->logged().count("send-in-doubt"), 2);
    QVERIFY(m_graph.asked() >= 4);
    check();
}

void tst_silence::errorsOfTheDatabaseStayOut()
{
    QVERIFY(!customerWrites().isNull());
    const QStringList files = QDir(m_relay->dataDir()).entryList({u"*.db"_s}, QDir::Files);
    QCOMPARE(files.size(), 1);
    const auto other = sql::Connection::open(QDir(m_relay->dataDir()).filePath(files.first()));
    QVERIFY(other.ok());
    QVERIFY((*other)->exec(u"ALTER TABLE event RENAME TO elsewhere"_s).ok());
    QVERIFY(customerWrites().isNull());
    QTRY_VERIFY(m_relay->logged().contains("webhook-not-stored"));
    check();
}

void tst_silence::consoleVerbsStayOut()
{
    const QString who = m_ana.text();
    const QString desk = m_relay->console({u"desks"_s}).value(0).section(u' ', 0, 0);
    struct Asked
    {
        QStringList args;
        int exitCode; ///< 0: done, 1: not done, 2: not understood
    };
    const QList<Asked> asked{{{u"pair"_s}, 0},
                             {{u"desks"_s}, 0},
                             {{u"operators"_s}, 0},
                             {{u"operators"_s, u"add"_s, u"Zuleica Prado"_s}, 0},
                             {{u"operators"_s, u"pin"_s, who}, 0},
                             {{u"operators"_s, u"pin"_s, u"5519987654471"_s}, 2},
                             {{u"operators"_s, u"disable"_s, who}, 1}, // the last manager
                             {{u"revoke"_s, u"quero duas broas"_s}, 2},
                             {{u"doctor"_s}, 0},
                             {{u"backup"_s, m_relay->dataDir() + u"/Zuleica.db"_s}, 0},
                             {{u"voar"_s, u"Zuleica"_s}, 2},
                             {{u"revoke"_s, desk}, 0}};
    for (const auto &[args, exitCode] : asked)
        QVERIFY2(m_relay->ask(args, u"864209"_s).exitCode == exitCode, qPrintable(args.join(u' ')));
    check({"Zuleica", "Prado", "864209"});
}

void tst_silence::requestsOfAllKindsStayOut()
{
    const ConversationId chat = customerWrites();
    QVERIFY(!chat.isNull());
    for (const QByteArray &token : {m_token, QByteArray("guess-5519987654471"), QByteArray()}) {
        for (const QString &path :
             {u"/v1/events?after=0&wait=0&q=5519987654471"_s, u"/v1/health"_s, u"/v1/5519987654471"_s, u"/x"_s})
            m_relay->get(path, token);
        for (const QString &path : {u"/v1/commands"_s, u"/v1/pair"_s, u"/v1/sessions"_s, u"/v1/pin"_s, u"/v1/live"_s}) {
            for (const QByteArray &body : {QByteArray("{\"pin\":\"975310\",\"text\":\"quero duas broas\"}"),
                                           QByteArray("quero duas broas"), QByteArray("{\"commands\":[{\"id\":3}]}")})
                m_relay->post(path, body, token);
        }
    }
    m_relay->webhook("{\"entry\":\"quero duas broas 5519987654471\"}");
    m_relay->post(u"/hooks/whatsapp"_s, "quero duas broas", {}, {{"X-Hub-Signature-256", "sha256=5519987654471"}});
    m_relay->get(u"/hooks/whatsapp?hub.mode=subscribe&hub.challenge=5519987654471&hub.verify_token=broas"_s);
    check({"guess", "hub."});
}

BALCAO_TEST(tst_silence)
#include "tst_silence.moc"
