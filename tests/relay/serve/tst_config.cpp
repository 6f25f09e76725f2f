// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "relay/serve/config.h"
#include "support/testmain.h"

#include <QDir>
#include <QFile>
#include <QMap>
#include <QTemporaryDir>

using namespace balcao;
using namespace balcao::relay;
using namespace Qt::Literals::StringLiterals;

namespace {

const QByteArray kGood =
    "; the shop's server\n"
    "[relay]\nlisten = 127.0.0.1:8480\ndata = /var/lib/balcao\ntrusted_proxy = 127.0.0.1\n"
    "[shop]\nname = Padaria Lua, Centro\ntimezone = America/Sao_Paulo\n"
    "[whatsapp]\ngraph_url = https://graph.facebook.com\ngraph_version = v25.0\nwaba_id = 102290129340398\n"
    "[channel.1]\nphone_number_id = 106540352242922\nlabel = Balcão\n"
    "[channel.2]\nphone_number_id = 106540352242923\n";

QByteArray with(const QByteArray &from, const QByteArray &to)
{
    Q_ASSERT(kGood.contains(from));
    return QByteArray(kGood).replace(from, to);
}

} // namespace

class tst_config : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goodFileIsReadWhole()
    {
        const auto config = readConfig(written(kGood));
        QVERIFY2(config.ok(), config ? "" : qPrintable(config.error().detail));
        QCOMPARE(config->listenAddress, QHostAddress(u"127.0.0.1"_s));
        QCOMPARE(config->listenPort, 8480);
        QCOMPARE(config->dataDir, u"/var/lib/balcao"_s);
        QCOMPARE(config->trustedProxy, u"127.0.0.1"_s);
        QCOMPARE(config->shopName, u"Padaria Lua, Centro"_s);
        QCOMPARE(config->timezone, QByteArray("America/Sao_Paulo"));
        QCOMPARE(config->graphUrl, QUrl(u"https://graph.facebook.com"_s));
        QCOMPARE(config->wabaId, u"102290129340398"_s);
        QCOMPARE(config->channels.size(), 2);
        QCOMPARE(config->channels.at(0).label, u"Balcão"_s);
        QCOMPARE(config->channels.at(1).phoneNumberId, u"106540352242923"_s);
    }

    void whatMayBeLeftOutHasItsDefault()
    {
        const auto config = readConfig(written("[relay]\ndata=/d\n[shop]\nname=Lua\n[whatsapp]\nwaba_id=1\n"
                                               "[channel.1]\nphone_number_id=2\n"));
        QVERIFY(config.ok());
        QCOMPARE(config->listenAddress, QHostAddress(QHostAddress::LocalHost));
        QCOMPARE(config->listenPort, 8480);
        QCOMPARE(config->timezone, QByteArray("America/Sao_Paulo"));
        QCOMPARE(config->graphVersion, u"v25.0"_s);
    }

    void whatIsWrongIsNamed_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("named");
        const auto row = [](const char *name, const QByteArray &text, const QString &named) {
            QTest::newRow(name) << text << named;
        };
        row("unknown key", with("[shop]\n", "[shop]\ncolour = red\n"), u"[shop] colour: unknown key"_s);
        row("unknown section", kGood + "[till]\nopen=1\n", u"[till]: unknown section"_s);
        row("key in no section", "data=/x\n" + kGood, u"data: stands in no section"_s);
        row("data missing", with("data = /var/lib/balcao\n", ""), u"[relay] data: missing"_s);
        row("data relative", with("/var/lib/balcao", "balcao"), u"[relay] data: not an absolute path"_s);
        row("name missing", with("name = Padaria Lua, Centro\n", ""), u"[shop] name: missing"_s);
        row("name empty", with("Padaria Lua, Centro", ""), u"[shop] name: is empty"_s);
        row("waba_id missing", with("waba_id = 102290129340398\n", ""), u"[whatsapp] waba_id: missing"_s);
        row("waba_id no number", with("102290129340398", "12a"), u"[whatsapp] waba_id: not a number"_s);
        row("listen without port", with("127.0.0.1:8480", "127.0.0.1"), u"[relay] listen: not an ADDRESS:PORT"_s);
        row("listen port too high", with("8480", "84800"), u"[relay] listen: not an ADDRESS:PORT"_s);
        row("listen a name", with("127.0.0.1:8480", "myhost:8480"), u"[relay] listen: not an ADDRESS:PORT"_s);
        row("proxy a name", with("trusted_proxy = 127.0.0.1", "trusted_proxy = caddy"),
            u"[relay] trusted_proxy: not an IP address"_s);
        row("time zone", with("America/Sao_Paulo", "America/Lua"), u"[shop] timezone: not an IANA time zone"_s);
        row("graph elsewhere", with("https://graph.facebook.com", "https://graph.example.com"),
            u"[whatsapp] graph_url: neither"_s);
        row("graph plain", with("https://graph.facebook.com", "http://graph.facebook.com"),
            u"[whatsapp] graph_url: neither"_s);
        row("graph with user", with("https://graph.facebook.com", "https://a@graph.facebook.com"),
            u"[whatsapp] graph_url: neither"_s);
        row("graph look-alike", with("https://graph.facebook.com", "http://127.0.0.1.example.com"),
            u"[whatsapp] graph_url: neither"_s);
        row("graph version", with("v25.0", "25"), u"[whatsapp] graph_version: not a version"_s);
        row("no channel", kGood.left(kGood.indexOf("[channel.1]")), u"[channel.1] phone_number_id: missing"_s);
        row("channel zero", with("[channel.2]", "[channel.0]"), u"[channel.0]: unknown section"_s);
        row("channel key", with("label = ", "lable = "), u"[channel.1] lable: unknown key"_s);
        row("channel without id", with("phone_number_id = 106540352242922\n", ""),
            u"[channel.1] phone_number_id: missing"_s);
        row("channel twice", with("106540352242923", "106540352242922"),
            u"[channel.2] phone_number_id: stands in another channel already"_s);
        row("a secret", with("[whatsapp]\n", "[whatsapp]\napp_secret = s\n"), u"[whatsapp] app_secret: unknown key"_s);
    }

    void whatIsWrongIsNamed()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, named);
        const QString file = written(text);
        const auto config = readConfig(file);
        QVERIFY(!config.ok());
        QVERIFY2(config.error().detail.startsWith(file + u": "_s + named), qPrintable(config.error().detail));
        QVERIFY(!config.error().detail.contains(u'\n'));
    }

    void missingFileIsNamed()
    {
        const auto config = readConfig(u"/nowhere/balcao.ini"_s);
        QVERIFY(!config.ok());
        QCOMPARE(config.error().detail, u"/nowhere/balcao.ini: cannot be read"_s);
    }

    void loopbackGraphIsAllowed_data()
    {
        QTest::addColumn<QString>("url");
        for (const char *url :
             {"http://127.0.0.1:9000", "http://localhost:9000", "http://[::1]:9000", "http://127.0.0.1:9/"})
            QTest::newRow(url) << QString::fromLatin1(url);
    }

    void loopbackGraphIsAllowed()
    {
        QFETCH(QString, url);
        QVERIFY(isGraphUrlAllowed(QUrl(url)));
    }

    void secretsComeFromCredentialsBeforeTheEnvironment()
    {
        write(u"app_secret"_s, "from-file\n");
        QMap<QByteArray, QByteArray> environment{{"CREDENTIALS_DIRECTORY", QFile::encodeName(m_dir.path())},
                                                 {"BALCAO_APP_SECRET", "from-environment"},
                                                 {"BALCAO_WHATSAPP_TOKEN", "token"},
                                                 {"BALCAO_VERIFY_TOKEN", "verify"}};
        const auto secrets = readSecrets([&](const char *name) { return environment.value(name); });
        QVERIFY(secrets.ok());
        QCOMPARE(secrets->appSecret, QByteArray("from-file"));
        QCOMPARE(secrets->whatsappToken, QByteArray("token"));
        QFile::remove(m_dir.filePath(u"app_secret"_s));
    }

    void missingSecretIsNamedWithoutItsSiblingsValues()
    {
        const auto secrets = readSecrets([](const char *name) {
            return QByteArray(name) == "BALCAO_WHATSAPP_TOKEN" ? QByteArray("EAAsecret") : QByteArray();
        });
        QVERIFY(!secrets.ok());
        QCOMPARE(secrets.error().detail,
                 u"secret app_secret: missing; give $CREDENTIALS_DIRECTORY/app_secret or BALCAO_APP_SECRET"_s);
    }

private:
    QString write(const QString &name, const QByteArray &text)
    {
        QFile file(m_dir.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("cannot write the test's file");
        return file.fileName();
    }
    // A name of its own for each: QSettings keeps a file that was written twice within its clock's tick.
    QString written(const QByteArray &text) { return write(u"balcao-%1.ini"_s.arg(++m_files), text); }

    QTemporaryDir m_dir;
    int m_files = 0;
};

BALCAO_TEST(tst_config)
#include "tst_config.moc"
