// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "faultserver.h"
#include "http/qthttpclient.h"
#include "support/testmain.h"

#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>

using namespace balcao;
using namespace balcao::http;
using namespace Qt::Literals::StringLiterals;

namespace {

// Self-signed for localhost and 127.0.0.1, made for this test, good until 2126.
const QByteArray kCertificate = R"(-----BEGIN CERTIFICATE-----
MIIBmzCCAUGgAwIBAgIUP/INKJ+FPGI8ZTkRM1bSUHHqORgwCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyNDAzMDMxMVoYDzIxMjYxMDMx
MDMwMzExWjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAARK3Zyh3Em4r2eyJJfWtabT2Xt7lA6t7vQD7j+WFCqVWeoh00YmmL+Y
jAPxg434R5hJHQJX3zZV5d4Q1gW4CWGEo28wbTAdBgNVHQ4EFgQULM9up0D604GO
GaKcq6bUZYg+qhYwHwYDVR0jBBgwFoAULM9up0D604GOGaKcq6bUZYg+qhYwDwYD
VR0TAQH/BAUwAwEB/zAaBgNVHREEEzARgglsb2NhbGhvc3SHBH8AAAEwCgYIKoZI
zj0EAwIDSAAwRQIgSd7rX+HDhfq+IX+lYOQmZXs2YxuKwyE3kXC4vcJTzzMCIQDh
4lbA4veyhDecaQxVou8WsuVqtqbclAPuWkla6EUBKw==
-----END CERTIFICATE-----
)";

const QByteArray kPrivateKey = R"(-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg2I3j5KzxtXe326am
TeKRU2QvsH2drTB3/HtX0JgCwQehRANCAARK3Zyh3Em4r2eyJJfWtabT2Xt7lA6t
7vQD7j+WFCqVWeoh00YmmL+YjAPxg434R5hJHQJX3zZV5d4Q1gW4CWGE
-----END PRIVATE KEY-----
)";

std::unique_ptr<QTcpServer> tlsServer()
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificate(QSslCertificate(kCertificate));
    configuration.setPrivateKey(QSslKey(kPrivateKey, QSsl::Ec));
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    auto server = std::make_unique<QSslServer>();
    server->setSslConfiguration(configuration);
    return server;
}

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
