// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "relay/serve/config.h"
#include "support/testmain.h"

#include <QFile>
#include <QHash>
#include <QTemporaryDir>
#include <QTest>

using namespace balcao;
using namespace balcao::relay;
using namespace Qt::Literals::StringLiterals;

namespace {

const QByteArray kShop = "[relay]\ndata=/d\n[shop]\nname=Lua\n[whatsapp]\nwaba_id=1\n[channel.1]\nphone_number_id=2\n";

} // namespace

class tst_bankconfig : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutTheSectionThereIsNoBank() { QVERIFY(!read({})->bank); }

    /// Keys come in the order of the alphabet: what the profile says must not undo what the file says otherwise.
    void theProfileIsWhereOthersBegin()
    {
        const auto config = read("[pix]\nbase_url=https://outro.exemplo.br/v2\nprofile=inter\nname=Inter\n"
                                 "header=x-conta-corrente: 12345\nwebhook_url=https://loja.exemplo.br/hooks/pix\n"
                                 "certificate=/c/inter.crt\nkey=/c/inter.key\nrefunds=on\ntake_webhook=on\n");
        QVERIFY(config && config->bank);
        const BankConfig &bank = *config->bank;
        QCOMPARE(bank.settings.profile, u"inter"_s);
        QCOMPARE(bank.settings.baseUrl, QUrl(u"https://outro.exemplo.br/v2"_s));
        QVERIFY(bank.settings.tokenUrl.host().endsWith("bancointer.com.br"_L1));
        QCOMPARE(bank.settings.headers.size(), 1);
        QCOMPARE(bank.settings.headers.first().name, QByteArray("x-conta-corrente"));
        QCOMPARE(bank.settings.tls.key, u"/c/inter.key"_s);
        QCOMPARE(bank.webhook, QUrl(u"https://loja.exemplo.br/hooks/pix"_s));
        QVERIFY(bank.settings.refunds && bank.settings.takesWebhook);
    }

    void whatIsWrongIsNamed_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QString>("named");
        QTest::newRow("profile") << QByteArray("profile=nubank") << u"[pix] profile: not one of"_s;
        QTest::newRow("address") << QByteArray("base_url=banco") << u"[pix] base_url: not an address"_s;
        QTest::newRow("file") << QByteArray("certificate=inter.crt") << u"[pix] certificate: not an absolute path"_s;
        QTest::newRow("header") << QByteArray("header=12345") << u"[pix] header: not a header"_s;
        QTest::newRow("query") << QByteArray("query=12345") << u"[pix] query: not a parameter"_s;
        QTest::newRow("refunds") << QByteArray("refunds=yes") << u"[pix] refunds: neither"_s;
        QTest::newRow("a secret") << QByteArray("client_secret=x") << u"[pix] client_secret: unknown key"_s;
    }
    void whatIsWrongIsNamed()
    {
        QFETCH(const QByteArray, line);
        QFETCH(const QString, named);
        const auto config = read("[pix]\n" + line + "\n");
        QVERIFY(!config.ok());
        QVERIFY2(config.error().detail.contains(named), qPrintable(config.error().detail));
    }

    void secretsComeFromTheEnvironment()
    {
        BankConfig bank = *read("[pix]\nprofile=efi\n")->bank;
        QHash<QByteArray, QByteArray> environment{{"BALCAO_PIX_CLIENT_ID", "id"}};
        const auto value = [&](const char *name) { return environment.value(name); };
        const auto without = readBankSecrets(bank, value);
        QVERIFY(!without.ok());
        QVERIFY(without.error().detail.contains("pix_client_secret"_L1));
        environment.insert("BALCAO_PIX_CLIENT_SECRET", "secret");
        environment.insert("BALCAO_PIX_HOOK_SECRET", "word");
        const auto with = readBankSecrets(bank, value);
        QVERIFY2(with.ok(), with ? "" : qPrintable(with.error().detail));
        QCOMPARE(bank.settings.clientSecret, QByteArray("secret"));
        QCOMPARE(bank.hookSecret, QByteArray("word"));
        QCOMPARE(bank.name, u"efi"_s);
    }

    void aWebhookWithoutItsWordIsNotServed()
    {
        BankConfig bank = *read("[pix]\nprofile=efi\nwebhook_url=https://loja.exemplo.br/hooks/pix\n")->bank;
        const auto fit = readBankSecrets(bank, [](const char *name) {
            return QByteArray(name).contains("CLIENT") ? QByteArray("x") : QByteArray();
        });
        QVERIFY(!fit.ok());
        QVERIFY(fit.error().detail.contains("pix_hook_secret"_L1));
    }

    void aBankThatCannotBeAskedIsNoBank()
    {
        BankConfig bank = *read("[pix]\nprofile=padrao\nbase_url=http://banco.exemplo.br/v2\n")->bank;
        const auto value = [](const char *) { return QByteArray("x"); };
        const auto fit = readBankSecrets(bank, value);
        QVERIFY(!fit.ok());
        QVERIFY(fit.error().detail.startsWith("[pix] "_L1));
    }

private:
    Result<Config> read(const QByteArray &pix)
    {
        QFile file(m_dir.filePath(u"relay%1.ini"_s.arg(++m_files))); // QSettings remembers a file by its name
        if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate))
            qFatal("file");
        file.write(kShop + pix);
        file.close();
        return readConfig(file.fileName());
    }

    QTemporaryDir m_dir;
    int m_files = 0;
};

BALCAO_TEST(tst_bankconfig)
#include "tst_bankconfig.moc"
