// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "http/tlsidentity.h"
#include "support/testmain.h"

#include <QSslCertificate>
#include <QSslKey>

using namespace balcao;
using namespace balcao::http;
using namespace Qt::Literals::StringLiterals;

Q_DECLARE_METATYPE(balcao::http::TlsFiles)

namespace {

QString fixture(const char *name)
{
    return test::placeOf("fixtures"_L1) + u"/tls/"_s + QString::fromLatin1(name);
}

} // namespace

class tst_tlsidentity : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void identitiesAreRead_data()
    {
        QTest::addColumn<TlsFiles>("files");
        QTest::newRow("two files") << TlsFiles{fixture("client.pem"), fixture("client.key"), {}, {}, {}};
        QTest::newRow("one file") << TlsFiles{fixture("client-both.pem"), {}, {}, {}, {}};
        QTest::newRow("sealed") << TlsFiles{fixture("client.pem"), fixture("client-sealed.key"), {}, "balcao", {}};
        QTest::newRow("PKCS#12") << TlsFiles{{}, {}, fixture("client.p12"), "balcao", {}};
    }
    void identitiesAreRead()
    {
        QFETCH(const TlsFiles, files);
        const auto tls = loadTls(files);
        QVERIFY2(tls.ok(), qPrintable(tls.ok() ? QString() : tls.error().detail));
        QCOMPARE(tls->localCertificate().subjectInfo(QSslCertificate::CommonName), QStringList{u"balcao-test"_s});
        QVERIFY(!tls->privateKey().isNull());
        QVERIFY(tls->peerVerifyMode() == QSslSocket::VerifyPeer);
        QVERIFY(tls->protocol() == QSsl::TlsV1_2OrLater);
        QVERIFY(certificateEnd(files).value().value_or(0) > 4'000'000'000'000);
    }

    void authoritiesTakeTheSystemsPlace()
    {
        const auto tls = loadTls({{}, {}, {}, {}, fixture("authority.pem")});
        QCOMPARE(tls->caCertificates().size(), 1);
        QVERIFY(tls->localCertificate().isNull());
        QVERIFY(!certificateEnd({}).value().has_value());
    }

    // The detail names the field; path and passphrase stay out of the logs.
    void whatCannotBeReadIsNamed_data()
    {
        QTest::addColumn<TlsFiles>("files");
        QTest::addColumn<QString>("detail");
        const QString good = fixture("client.pem");
        const QString key = fixture("client.key");
        QTest::newRow("no file") << TlsFiles{fixture("none.pem"), key, {}, {}, {}} << u"certificate: cannot be read"_s;
        QTest::newRow("no certificate") << TlsFiles{key, key, {}, {}, {}} << u"certificate: no PEM certificate"_s;
        QTest::newRow("no key") << TlsFiles{good, good, {}, {}, {}} << u"key: no PEM key, or not its passphrase"_s;
        QTest::newRow("passphrase") << TlsFiles{good, fixture("client-sealed.key"), {}, "wrong", {}}
                                    << u"key: no PEM key, or not its passphrase"_s;
        QTest::newRow("PKCS#12 passphrase") << TlsFiles{{}, {}, fixture("client.p12"), "wrong", {}}
                                            << u"pkcs12: not its passphrase, or sealed with an old cipher"_s;
        QTest::newRow("PKCS#12 is PEM") << TlsFiles{{}, {}, good, {}, {}}
                                        << u"pkcs12: not its passphrase, or sealed with an old cipher"_s;
        QTest::newRow("both") << TlsFiles{good, key, fixture("client.p12"), "balcao", {}}
                              << u"pkcs12: beside a PEM certificate"_s;
        QTest::newRow("authorities") << TlsFiles{{}, {}, {}, {}, key} << u"authorities: no PEM certificate"_s;
    }
    void whatCannotBeReadIsNamed()
    {
        QFETCH(const TlsFiles, files);
        const auto tls = loadTls(files);
        QVERIFY(!tls.ok());
        QVERIFY(tls.error().kind == Error::Kind::Rejected);
        QTEST(tls.error().detail, "detail");
    }
};

BALCAO_TEST(tst_tlsidentity)
#include "tst_tlsidentity.moc"
