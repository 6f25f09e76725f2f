// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// A TLS server whose certificate nobody vouches for.
#pragma once

#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>

#include <memory>

namespace balcao::test {

// Self-signed for localhost and 127.0.0.1, made for this test, good until 2126.
inline const QByteArray kCertificate = R"(-----BEGIN CERTIFICATE-----
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

inline const QByteArray kPrivateKey = R"(-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg2I3j5KzxtXe326am
TeKRU2QvsH2drTB3/HtX0JgCwQehRANCAARK3Zyh3Em4r2eyJJfWtabT2Xt7lA6t
7vQD7j+WFCqVWeoh00YmmL+YjAPxg434R5hJHQJX3zZV5d4Q1gW4CWGE
-----END PRIVATE KEY-----
)";

inline std::unique_ptr<QTcpServer> tlsServer()
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificate(QSslCertificate(kCertificate));
    configuration.setPrivateKey(QSslKey(kPrivateKey, QSsl::Ec));
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    auto server = std::make_unique<QSslServer>();
    server->setSslConfiguration(configuration);
    return server;
}

} // namespace balcao::test
