// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "faultserver.h"
#include "http/qthttpclient.h"
#include "support/testmain.h"
#include "tlsserver.h"

#include <QSslCertificate>
#include <QSslConfiguration>

using namespace balcao;
using namespace balcao::http;
using namespace balcao::test;
using namespace Qt::Literals::StringLiterals;

namespace {

void sayOk(QTcpSocket &socket)
{
    socket.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
}

} // namespace

class tst_tls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY2(QSslSocket::supportsSsl(), "Qt has no TLS here: the relay could not be reached"); }
    void cleanup() { QSslConfiguration::setDefaultConfiguration(m_before); }

    void aSelfSignedCertificateIsRefused()
    {
        FaultServer server(sayOk, tlsServer());
        const auto outcome = ask(server);
        const auto *failed = std::get_if<HttpFailure>(&outcome);
        QVERIFY(failed);
        QCOMPARE(failed->error.kind, Error::Kind::Offline);
        QCOMPARE(failed->error.detail, u"SslHandshakeFailedError"_s);
        QVERIFY(!failed->requestMayHaveArrived);
        QVERIFY(failed->insecure);
        QVERIFY(server.requests().isEmpty());
    }

    // The control: the same server is fine once its certificate is trusted.
    void aTrustedCertificateIsTaken()
    {
        auto configuration = m_before;
        configuration.setCaCertificates({QSslCertificate(kCertificate)});
        QSslConfiguration::setDefaultConfiguration(configuration);
        FaultServer server(sayOk, tlsServer());
        const auto outcome = ask(server);
        const auto *answer = std::get_if<HttpAnswer>(&outcome);
        QVERIFY(answer);
        QCOMPARE(answer->body, QByteArray("ok"));
    }

private:
    HttpOutcome ask(const FaultServer &server)
    {
        QtHttpClient client({u"127.0.0.1"_s});
        std::optional<HttpOutcome> outcome;
        HttpRequest request;
        request.method = "POST";
        request.url = server.url(u"/"_s, u"https"_s);
        request.body = "secret";
        auto call = client.send(request, this, [&](HttpOutcome arrived) { outcome = std::move(arrived); });
        [&] { QTRY_VERIFY(outcome); }();
        return outcome.value_or(HttpFailure{failure(Error::Kind::Internal, u"no outcome"_s), true, false});
    }

    const QSslConfiguration m_before = QSslConfiguration::defaultConfiguration();
};

BALCAO_TEST(tst_tls)
#include "tst_tls.moc"
