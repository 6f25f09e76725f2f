// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "sandbox/tlsfront.h"
#include "support/testmain.h"
#include "till.h"

#include <QFile>

using namespace balcao;
using namespace balcao::relay;
using namespace balcao::sandbox;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;

Q_DECLARE_METATYPE(balcao::http::TlsFiles)

namespace {

QString fixture(const char *name)
{
    return placeOf("fixtures"_L1) + u"/tls/"_s + QString::fromLatin1(name);
}

QByteArray contents(const char *name)
{
    QFile file(fixture(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

http::TlsFiles pem(const char *certificate = "client.pem", const char *key = "client.key")
{
    return {fixture(certificate), fixture(key), {}, {}, fixture("authority.pem")};
}

/// The fake bank behind a door that wants to see a certificate of the test's authority.
struct Strict
{
    Strict()
    {
        if (!front.start(till.fake.port()))
            qFatal("no TLS");
    }

    BankAnswer<BankCharge> put(const http::TlsFiles &tls)
    {
        BankSettings settings = Till::settingsFor(till.fake);
        for (QUrl *url : {&settings.baseUrl, &settings.tokenUrl}) {
            url->setScheme(u"https"_s);
            url->setPort(front.port());
        }
        settings.tls = tls;
        const auto client = makeBankClient(settings);
        if (!client)
            return BankError{BankTrouble::NotAllowed, client.error().detail, 0, 0, {}};
        ApiPix bank(settings, **client, till.clock);
        const ChargeOrder order = till.order();
        return till.wait<BankCharge>([&](QObject *context, auto done) { bank.registerCharge(order, context, done); });
    }

    Till till;
    TlsFront front{{QSslCertificate(contents("server.pem")), QSslKey(contents("server.key"), QSsl::Ec),
                    QSslCertificate(contents("authority.pem"))}};
};

} // namespace

class tst_banktls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY2(QSslSocket::supportsSsl(), "Qt has no TLS here: no bank could be reached"); }

    void theShopsCertificateOpens_data()
    {
        QTest::addColumn<http::TlsFiles>("tls");
        const QString authority = fixture("authority.pem");
        QTest::newRow("PEM") << pem();
        QTest::newRow("PEM in one file") << http::TlsFiles{fixture("client-both.pem"), {}, {}, {}, authority};
        QTest::newRow("sealed key") << http::TlsFiles{
            fixture("client.pem"), fixture("client-sealed.key"), {}, "balcao", authority};
        QTest::newRow("PKCS#12") << http::TlsFiles{{}, {}, fixture("client.p12"), "balcao", authority};
    }
    void theShopsCertificateOpens()
    {
        QFETCH(const http::TlsFiles, tls);
        Strict strict;
        QCOMPARE(troubleIn(strict.put(tls)), QString());
        QCOMPARE(strict.till.fake.calls(BankCall::PutCharge), 1);
        QVERIFY(strict.front.letIn() > 0);
    }

    // Neither without nor with another's certificate does anything get through, and that is certain.
    void anotherCertificateDoesNot_data()
    {
        QTest::addColumn<http::TlsFiles>("tls");
        QTest::newRow("none") << http::TlsFiles{{}, {}, {}, {}, fixture("authority.pem")};
        QTest::newRow("a stranger's") << pem("stranger.pem", "stranger.key");
        QTest::newRow("not its key") << pem("client.pem", "stranger.key");
    }
    void anotherCertificateDoesNot()
    {
        QFETCH(const http::TlsFiles, tls);
        Strict strict;
        const auto put = strict.put(tls);
        QVERIFY(!put);
        QVERIFY2(put.error().trouble == BankTrouble::Unreachable, qPrintable(troubleIn(put)));
        QCOMPARE(strict.till.fake.calls(BankCall::Token), 0);
        QCOMPARE(strict.till.fake.calls(BankCall::PutCharge), 0);
    }

    // A bank that nobody vouches for hears neither secret nor charge.
    void aFalseBankHearsNothing_data()
    {
        QTest::addColumn<QString>("authorities");
        QTest::newRow("the system's") << QString();
        QTest::newRow("another") << fixture("stranger.pem");
    }
    void aFalseBankHearsNothing()
    {
        QFETCH(const QString, authorities);
        Strict strict;
        http::TlsFiles tls = pem();
        tls.authorities = authorities;
        QCOMPARE(troubleIn(strict.put(tls)), u"unreachable tls"_s);
        QCOMPARE(strict.till.fake.calls(BankCall::Token), 0);
    }

    void theEndOfTheCertificateIsKnown()
    {
        BankSettings settings;
        settings.tls = pem();
        const auto end = certificateExpires(settings);
        QVERIFY(end.ok() && end->has_value());
        const QSslCertificate certificate(contents("client.pem"));
        QCOMPARE(**end, certificate.expiryDate().toMSecsSinceEpoch());
        settings.tls = {{}, {}, fixture("client.p12"), "balcao", {}};
        QCOMPARE(certificateExpires(settings).value(), end.value());
    }
};

BALCAO_TEST(tst_banktls)
#include "tst_banktls.moc"
