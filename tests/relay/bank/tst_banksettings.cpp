// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "relay/bank/banksettings.h"
#include "support/testmain.h"

using namespace balcao;
using namespace balcao::relay;
using namespace Qt::Literals::StringLiterals;

namespace {

BankSettings good()
{
    BankSettings settings;
    settings.baseUrl = QUrl(u"https://pix.bank.example/api/v2"_s);
    settings.tokenUrl = QUrl(u"https://auth.bank.example/oauth/token"_s);
    settings.clientId = "id";
    settings.clientSecret = "se:cret";
    return settings;
}

} // namespace

Q_DECLARE_METATYPE(balcao::relay::BankSettings)

class tst_banksettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void badSettingsAreNamed_data()
    {
        QTest::addColumn<BankSettings>("settings");
        QTest::addColumn<QString>("field");
        const auto row = [](const char *name, const QString &field, const std::function<void(BankSettings &)> &change) {
            BankSettings settings = good();
            change(settings);
            QTest::newRow(name) << settings << field;
        };
        const auto base = [&row](const char *url, bool fine = false) {
            row(url, fine ? QString() : u"base_url"_s,
                [url](BankSettings &s) { s.baseUrl = QUrl(QString::fromLatin1(url)); });
        };
        row("good", {}, [](BankSettings &) {});
        base("http://pix.bank.example/v2");
        base("http://127.0.0.1.bank.example/v2");
        base("ftp://127.0.0.1/v2");
        base("https://user@pix.bank.example/v2");
        base("https://pix.bank.example/v2?a=1");
        base("https://pix.bank.example/v2/");
        base("");
        base("http://127.0.0.1:9/v2", true);
        base("http://localhost:9/v2", true);
        row("token address", u"token_url"_s,
            [](BankSettings &s) { s.tokenUrl = QUrl(u"http://auth.bank.example/"_s); });
        row("no id", u"client_id"_s, [](BankSettings &s) { s.clientId.clear(); });
        row("id with colon", u"client_id"_s, [](BankSettings &s) { s.clientId = "a:b"; });
        row("no secret", u"client_secret"_s, [](BankSettings &s) { s.clientSecret.clear(); });
        row("secret with line", u"client_secret"_s, [](BankSettings &s) { s.clientSecret = "a\nb"; });
        row("scope", u"scopes"_s, [](BankSettings &s) { s.scopes = QStringList{u"cob.read cob.write"_s}; });
        row("header", u"headers"_s, [](BankSettings &s) { s.headers = {{"x-conta-corrente", "1\r\nHost: evil"}}; });
        row("authorization", u"headers"_s, [](BankSettings &s) { s.headers = {{"authorization", "x"}}; });
        row("webhook header", u"webhook_headers"_s, [](BankSettings &s) { s.webhookHeaders = {{"a b", "x"}}; });
    }
    void badSettingsAreNamed()
    {
        QFETCH(const BankSettings, settings);
        QFETCH(const QString, field);
        const auto checked = checkBankSettings(settings);
        QCOMPARE(checked.ok(), field.isEmpty());
        QCOMPARE(makeBankClient(settings).ok(), field.isEmpty());
        if (!field.isEmpty())
            QVERIFY2(checked.error().detail.startsWith(field + u": "_s), qPrintable(checked.error().detail));
    }

    void refundsAreAskedForOnlyWhenSwitchedOn()
    {
        BankSettings settings = good();
        settings.scopes.append(u"pix.write"_s);
        QVERIFY(!askedScopes(settings).contains(u"pix.write"_s));
        settings.refunds = true;
        QCOMPARE(askedScopes(settings).count(u"pix.write"_s), 1);
        for (const QString &profile : {u"padrao"_s, u"efi"_s, u"inter"_s})
            QVERIFY(!askedScopes(bankProfile(profile).value()).contains(u"pix.write"_s));
    }

    void profilesAreComplete()
    {
        for (const QString &name : {u"efi"_s, u"inter"_s}) {
            BankSettings settings = bankProfile(name).value();
            QCOMPARE(settings.profile, name);
            QVERIFY(!checkBankSettings(settings)); // without credentials
            settings.clientId = settings.clientSecret = "x";
            QVERIFY(checkBankSettings(settings));
        }
        QVERIFY(!bankProfile(u"another"_s));
    }

    void theWebhooksAddress_data()
    {
        QTest::addColumn<bool>("suffixed");
        QTest::addColumn<QString>("secret");
        QTest::addColumn<QByteArray>("address");
        const QByteArray plain = "https://shop.example/hooks/pix";
        QTest::newRow("plain") << true << QString() << plain;
        QTest::newRow("secret") << false << u"a+b&c"_s << plain + "?hmac=a%2Bb%26c";
        QTest::newRow("secret with suffix") << true << u"ab"_s << plain + "?hmac=ab&ignorar=";
    }
    void theWebhooksAddress()
    {
        QFETCH(const bool, suffixed);
        QFETCH(const QString, secret);
        BankSettings settings = good();
        settings.webhookSuffix = suffixed ? WebhookSuffix::Path : WebhookSuffix::None;
        QTEST(webhookAddress(settings, QUrl(u"https://shop.example/hooks/pix"_s), secret).toEncoded(), "address");
    }

    void withoutACertificateThereIsNoEnd() { QVERIFY(!certificateExpires(good()).value().has_value()); }
};

BALCAO_TEST(tst_banksettings)
#include "tst_banksettings.moc"
