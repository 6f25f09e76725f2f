// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The real binary: configuration, console, signals, and what its log does not say.

#include "support/testmain.h"
#include "support/webhooks.h"
#include "wire/calls.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLockFile>
#include <QMessageAuthenticationCode>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProcess>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <algorithm>
#include <csignal>

using namespace balcao;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;

namespace {

const QByteArray kAppSecret = "binary-app-secret-42f0";
const QByteArray kVerifyToken = "binary-verify-token-77";
const QByteArray kWhatsappToken = "EAAbinarytoken123456789";

struct Ran
{
    int exitCode = -1;
    QString out;
    QString err;
};

} // namespace

class tst_program : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goodConfigurationIsSaidToBeGood()
    {
        const Ran ran = run({u"serve"_s, u"--config"_s, config(), u"--check-config"_s});
        QCOMPARE(ran.exitCode, 0);
        QVERIFY(ran.out.contains("good"_L1));
    }

    void wrongConfigurationIsOneLineAndExitCode2_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("named");
        const QByteArray rest = "[shop]\nname=Lua\n[whatsapp]\nwaba_id=1\n[channel.1]\nphone_number_id=2\n";
        QTest::newRow("unknown key") << QByteArray("[relay]\ndata=/x\nprot=1\n" + rest)
                                     << u"[relay] prot: unknown key"_s;
        QTest::newRow("missing key") << rest << u"[relay] data: missing"_s;
        QTest::newRow("bad value") << QByteArray("[relay]\ndata=/x\nlisten=nowhere\n" + rest)
                                   << u"[relay] listen: not an ADDRESS:PORT"_s;
        QTest::newRow("empty file") << QByteArray() << u"[relay] data: missing"_s;
    }

    void wrongConfigurationIsOneLineAndExitCode2()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, named);
        const QString file = m_dir->filePath(u"bad.ini"_s);
        write(file, text);
        for (const QStringList &extra : {QStringList(), QStringList(u"--check-config"_s)}) {
            const Ran ran = run(QStringList{u"serve"_s, u"--config"_s, file} + extra);
            QCOMPARE(ran.exitCode, 2);
            QVERIFY2(ran.err.startsWith(u"balcao-relay: %1: %2"_s.arg(file, named)), qPrintable(ran.err));
            QCOMPARE(ran.err.count(u'\n'), 1);
        }
    }

    void missingSecretIsNamedAndExitCode2()
    {
        m_environment.remove(u"BALCAO_APP_SECRET"_s);
        const Ran ran = run({u"serve"_s, u"--config"_s, config()});
        QCOMPARE(ran.exitCode, 2);
        QVERIFY(ran.err.contains("app_secret"_L1));
        QVERIFY(!ran.err.contains(QString::fromLatin1(kVerifyToken)));
        QCOMPARE(ran.err.count(u'\n'), 1);
    }

    void wrongUsageIsOneLineAndExitCode2_data()
    {
        QTest::addColumn<QStringList>("args");
        QTest::newRow("nothing") << QStringList();
        QTest::newRow("unknown verb") << QStringList{u"fly"_s};
        QTest::newRow("unknown option") << QStringList{u"serve"_s, u"--colour"_s};
        QTest::newRow("no config") << QStringList{u"serve"_s};
        QTest::newRow("console without data") << QStringList{u"desks"_s};
        QTest::newRow("no such file") << QStringList{u"serve"_s, u"--config"_s, u"/nowhere.ini"_s};
    }

    void wrongUsageIsOneLineAndExitCode2()
    {
        QFETCH(QStringList, args);
        const Ran ran = run(args);
        QCOMPARE(ran.exitCode, 2);
        QCOMPARE(ran.err.count(u'\n'), 1);
    }

    void sigtermEndsItWithExitCode0()
    {
        for (const int signal : {SIGTERM, SIGINT}) {
            serve();
            QVERIFY(::kill(static_cast<pid_t>(m_serve->processId()), signal) == 0);
            QVERIFY(m_serve->waitForFinished(10'000));
            QCOMPARE(m_serve->exitStatus(), QProcess::NormalExit);
            QCOMPARE(m_serve->exitCode(), 0);
            QVERIFY(m_log.contains("\"what\":\"started\""));
        }
    }

    void secondServeOnTheSameDataIsRefused()
    {
        serve();
        const Ran ran = run({u"serve"_s, u"--config"_s, config()});
        QCOMPARE(ran.exitCode, 1);
        QVERIFY(ran.err.contains("another balcao-relay"_L1));
    }

    // In a container every relay is process 1, and finds its own number in what a killed one left.
    void lockFileThatNamesALiveProcessIsNoLock()
    {
        serve();
        stopServe();
        const QString named = m_dir->filePath(u"named.lock"_s);
        QLockFile live(named);
        QVERIFY(live.tryLock(0));
        QFile words(named);
        QVERIFY(words.open(QIODevice::ReadOnly));
        write(m_dir->filePath(u"data/relay.lock"_s), words.readAll());
        QCOMPARE(console({u"desks"_s}).exitCode, 0);
        serve();
    }

    void killedServeLeavesNoLock()
    {
        serve();
        m_serve->kill();
        QVERIFY(m_serve->waitForFinished(10'000));
        QCOMPARE(console({u"desks"_s}).exitCode, 0);
        serve();
    }

    void sandboxKeepsOffTheShopsLog()
    {
        serve();
        QCOMPARE(sendWebhook({}), 200);
        stopServe();
        const Ran ran = run({u"sandbox"_s, u"--data"_s, m_dir->filePath(u"data"_s)});
        QCOMPARE(ran.exitCode, 1);
        QVERIFY2(ran.err.contains("a shop's own log"_L1), qPrintable(ran.err));
        serve();
    }

    void serveKeepsOffTheSandboxsLog()
    {
        const QString data = m_dir->filePath(u"pretended"_s);
        QProcess sandbox;
        sandbox.start(placeOf("relay"_L1), {u"sandbox"_s, u"--fast"_s, u"--data"_s, data});
        QVERIFY(sandbox.waitForStarted());
        QByteArray ready;
        QTRY_VERIFY_WITH_TIMEOUT((ready += sandbox.readAllStandardOutput()).contains("\"code\""), 60'000);
        sandbox.terminate();
        QVERIFY(sandbox.waitForFinished(10'000));
        const Ran ran = run({u"serve"_s, u"--config"_s, config(data)});
        QCOMPARE(ran.exitCode, 1);
        QVERIFY2(ran.err.contains("a sandbox's pretended shop"_L1), qPrintable(ran.err));
        QProcess again; // its own it takes
        again.start(placeOf("relay"_L1), {u"sandbox"_s, u"--fast"_s, u"--data"_s, data});
        ready.clear();
        QTRY_VERIFY_WITH_TIMEOUT((ready += again.readAllStandardOutput()).contains("\"code\""), 60'000);
        again.terminate();
        QVERIFY(again.waitForFinished(10'000));
    }

    void consoleReachesARunningRelay()
    {
        serve();
        const QString socket = QDir(m_dir->filePath(u"data"_s)).filePath(u"console.sock"_s);
        QCOMPARE(QFile::permissions(socket) &
                     (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther),
                 QFile::Permissions());
        const QByteArray token = pairedDesk();
        QVERIFY(!token.isEmpty());
        const Ran desks = console({u"desks"_s});
        QCOMPARE(desks.exitCode, 0);
        const QString desk = desks.out.left(36);
        QCOMPARE(statusOf(u"/v1/events?wait=0"_s, token), 200);
        QCOMPARE(console({u"revoke"_s, desk}).exitCode, 0);
        QCOMPARE(statusOf(u"/v1/events?wait=0"_s, token), 401);
        QCOMPARE(console({u"revoke"_s, desk}).exitCode, 1);
    }

    void consoleOpensTheLogWhenNobodyServes()
    {
        serve();
        stopServe();
        const Ran added = console({u"operators"_s, u"add"_s, u"Ana Souza"_s, u"--manager"_s}, "246802\n");
        QCOMPARE(added.exitCode, 0);
        const Ran list = console({u"operators"_s});
        QVERIFY(list.out.contains("Ana Souza"_L1) && list.out.contains("manager"_L1) &&
                !list.out.contains("no PIN"_L1));
        QCOMPARE(console({u"operators"_s, u"disable"_s, added.out.trimmed()}).exitCode, 1); // the last manager
        QCOMPARE(console({u"operators"_s, u"pin"_s, added.out.trimmed()}, "12\n").exitCode, 1);
        const Ran doctor = console({u"doctor"_s});
        QVERIFY(doctor.out.contains("file: sound"_L1));
        QVERIFY(QRegularExpression(u"^[0-9A-HJKMNP-TV-Z]{8}\n"_s).match(console({u"pair"_s}).out).hasMatch());
    }

    void backupWhileRunningIsAConsistentMarkedCopy()
    {
        serve();
        const QByteArray token = pairedDesk();
        QCOMPARE(sendWebhook({}), 200);
        const LogId before = logOf(token);
        const QString copy = m_dir->filePath(u"copy/relay.db"_s);
        QCOMPARE(console({u"backup"_s, copy}).exitCode, 0);
        QCOMPARE(QFile::permissions(copy) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        stopServe();
        serve(m_dir->filePath(u"copy"_s));
        const auto page = pageFor(token);
        QVERIFY(page.log != before);
        QCOMPARE(page.restoredFrom->log, before);
        QVERIFY(std::ranges::any_of(page.events,
                                    [](const wire::Event &event) { return event.kind == u"message.received"_s; }));
        stopServe();
        // Carried away alone: who was revoked since is back, and that is said until somebody has looked.
        QVERIFY(m_log.contains("restored-without-lasting-acts"));
        QVERIFY(console({u"doctor"_s}).out.contains("without relay.db.lasting"_L1));
        QFile looked(m_dir->filePath(u"copy/relay.db.lasting"_s));
        QVERIFY(looked.open(QIODevice::WriteOnly));
        looked.close();
        QVERIFY(!console({u"doctor"_s}).out.contains("without relay.db.lasting"_L1));
    }

    void logHoldsNothingPersonalOrSecret()
    {
        serve();
        TextWebhook webhook;
        webhook.wamid = u"wamid."_s + QString::fromLatin1(QByteArray("5511912345678-x").toBase64());
        webhook.waId = u"5511912345678"_s;
        webhook.name = u"Firmina Quintanilha"_s;
        webhook.text = u"quero duas broas"_s;
        const QByteArray token = pairedDesk();
        QCOMPARE(console({u"operators"_s, u"add"_s, u"Belarmino"_s, u"--manager"_s}, "975310\n").exitCode, 0);
        QCOMPARE(sendWebhook(webhook), 200);
        QCOMPARE(
            post(u"/hooks/whatsapp"_s, toBytes(webhook), {{"X-Hub-Signature-256", "sha256=forged-signature"}}).first,
            401);
        QCOMPARE(statusOf(u"/hooks/whatsapp?hub.mode=subscribe&hub.challenge=1&hub.verify_token=query-guess"_s, {}),
                 403);
        QCOMPARE(statusOf(u"/v1/events?wait=0"_s, "wrong-token-guess"), 401);
        QCOMPARE(post(u"/v1/commands"_s, "{\"commands\":[{\"body\":\"duas broas\"}]}",
                      {{"Authorization", "Bearer " + token}})
                     .first,
                 200);
        stopServe();
        QVERIFY(m_log.contains("bad-signature") && m_log.contains("wrong-token") && m_log.contains("paired"));
        const QByteArrayList forbidden{kAppSecret,
                                       kVerifyToken,
                                       kWhatsappToken,
                                       token,
                                       m_lastCode.toLatin1(),
                                       "975310",
                                       "5511912345678",
                                       "912345678",
                                       "Firmina",
                                       "Quintanilha",
                                       "broas",
                                       "Belarmino",
                                       webhook.wamid.toLatin1(),
                                       "forged-signature",
                                       "query-guess",
                                       "wrong-token-guess",
                                       "/v1/",
                                       "/hooks",
                                       "hub."};
        for (const QByteArray &word : forbidden)
            QVERIFY2(!m_log.contains(word), word.constData());
        for (const QByteArray &line : m_log.trimmed().split('\n'))
            QVERIFY2(QJsonDocument::fromJson(line).isObject(), line.constData());
    }

    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_environment = QProcessEnvironment::systemEnvironment();
        m_environment.remove(u"CREDENTIALS_DIRECTORY"_s);
        m_environment.insert(u"BALCAO_APP_SECRET"_s, QString::fromLatin1(kAppSecret));
        m_environment.insert(u"BALCAO_VERIFY_TOKEN"_s, QString::fromLatin1(kVerifyToken));
        m_environment.insert(u"BALCAO_WHATSAPP_TOKEN"_s, QString::fromLatin1(kWhatsappToken));
        m_log.clear();
    }
    void cleanup()
    {
        stopServe();
        m_dir.reset();
    }

private:
    static void write(const QString &name, const QByteArray &text)
    {
        QFile file(name);
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("cannot write the test's file");
    }

    QString config(QString data = {})
    {
        if (data.isEmpty())
            data = m_dir->filePath(u"data"_s);
        const QString file = m_dir->filePath(u"relay.ini"_s);
        write(file, "[relay]\nlisten=127.0.0.1:0\ndata=" + data.toUtf8() +
                        "\n[shop]\nname=Lua\n[whatsapp]\ngraph_url=http://127.0.0.1:1\nwaba_id=1\n"
                        "[channel.1]\nphone_number_id=106540352242922\n");
        return file;
    }

    Ran run(const QStringList &args, const QByteArray &input = {})
    {
        QProcess process;
        process.setProcessEnvironment(m_environment);
        process.start(placeOf("relay"_L1), args);
        process.write(input);
        process.closeWriteChannel();
        if (!process.waitForFinished(20'000))
            return {};
        return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
                QString::fromUtf8(process.readAllStandardError())};
    }
    Ran console(QStringList args, const QByteArray &input = {})
    {
        return run(args << u"--config"_s << m_dir->filePath(u"relay.ini"_s), input);
    }

    void serve(const QString &data = {})
    {
        m_serve = std::make_unique<QProcess>();
        m_serve->setProcessEnvironment(m_environment);
        connect(m_serve.get(), &QProcess::readyReadStandardError, this,
                [this] { m_log += m_serve->readAllStandardError(); });
        m_log.clear();
        m_serve->start(placeOf("relay"_L1), {u"serve"_s, u"--config"_s, config(data)});
        QTRY_VERIFY_WITH_TIMEOUT(m_log.contains("\"started\""), 20'000);
        for (const QByteArray &line : m_log.split('\n')) {
            const auto json = QJsonDocument::fromJson(line).object();
            if (json.value("what"_L1) == "started"_L1)
                m_port = json.value("port"_L1).toInt();
        }
        QVERIFY(m_port > 0);
    }
    void stopServe()
    {
        if (!m_serve)
            return;
        m_serve->terminate();
        m_serve->waitForFinished(10'000);
        m_log += m_serve->readAllStandardError();
        m_serve.reset();
    }

    std::pair<int, QByteArray> finish(QNetworkReply *reply)
    {
        const std::unique_ptr<QNetworkReply> owned(reply);
        if (!reply->isFinished() && !QSignalSpy(reply, &QNetworkReply::finished).wait(10'000))
            return {};
        return {reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), reply->readAll()};
    }
    QNetworkRequest request(const QString &pathAndQuery) const
    {
        QNetworkRequest request(QUrl(u"http://127.0.0.1:%1%2"_s.arg(m_port).arg(pathAndQuery)));
        request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
        request.setRawHeader("Content-Type", "application/json");
        return request;
    }
    std::pair<int, QByteArray> post(const QString &path, const QByteArray &body,
                                    const QList<std::pair<QByteArray, QByteArray>> &headers = {})
    {
        QNetworkRequest to = request(path);
        for (const auto &[name, value] : headers)
            to.setRawHeader(name, value);
        return finish(m_network.post(to, body));
    }
    std::pair<int, QByteArray> get(const QString &path, const QByteArray &token)
    {
        QNetworkRequest to = request(path);
        to.setRawHeader("Authorization", "Bearer " + token);
        return finish(m_network.get(to));
    }
    int statusOf(const QString &path, const QByteArray &token) { return get(path, token).first; }
    int sendWebhook(const TextWebhook &webhook)
    {
        const QByteArray body = toBytes(webhook);
        return post(u"/hooks/whatsapp"_s, body,
                    {{"X-Hub-Signature-256",
                      "sha256=" +
                          QMessageAuthenticationCode::hash(body, kAppSecret, QCryptographicHash::Sha256).toHex()}})
            .first;
    }
    QByteArray pairedDesk()
    {
        m_lastCode = console({u"pair"_s}).out.section(u'\n', 0, 0);
        const auto answer = wire::fromBytes<wire::PairAnswer>(
            post(u"/v1/pair"_s, wire::toBytes(wire::PairRequest{m_lastCode, u"PC"_s, u"0123456789abcdef"_s})).second);
        return answer ? answer->token.toLatin1() : QByteArray();
    }
    wire::EventPage pageFor(const QByteArray &token)
    {
        const auto page = wire::eventPageFromBytes(get(u"/v1/events?wait=0"_s, token).second);
        return page ? *page : wire::EventPage();
    }
    LogId logOf(const QByteArray &token) { return pageFor(token).log; }

    std::unique_ptr<QTemporaryDir> m_dir;
    QProcessEnvironment m_environment;
    std::unique_ptr<QProcess> m_serve;
    QByteArray m_log;
    QString m_lastCode;
    int m_port = 0;
    QNetworkAccessManager m_network;
};

BALCAO_TEST(tst_program)
#include "tst_program.moc"
