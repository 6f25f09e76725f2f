// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// tls_probe URL [CERTIFICATE.pem]: one call by the desk's own client, with the certificate as the only one that is
// trusted. Prints "ok 200", "insecure DETAIL" or "failed DETAIL". For a server that is not of this process: Wine has
// TLS for clients only.

#include "http/qthttpclient.h"

#include <QCoreApplication>
#include <QSslCertificate>
#include <QSslConfiguration>

#include <cstdio>

using namespace balcao::http;
using namespace Qt::Literals::StringLiterals;

namespace {

void tell(const HttpOutcome &outcome)
{
    if (const auto *answer = std::get_if<HttpAnswer>(&outcome))
        std::printf("ok %d\n", answer->status);
    else if (const auto *failed = std::get_if<HttpFailure>(&outcome))
        std::printf("%s %s\n", failed->insecure ? "insecure" : "failed", qPrintable(failed->error.detail));
    QCoreApplication::quit();
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    if (argc > 2) {
        auto configuration = QSslConfiguration::defaultConfiguration();
        configuration.setCaCertificates(QSslCertificate::fromPath(app.arguments().at(2)));
        QSslConfiguration::setDefaultConfiguration(configuration);
    }
    QtHttpClient client({u"127.0.0.1"_s, u"localhost"_s});
    HttpRequest request;
    request.url = QUrl(app.arguments().value(1));
    const auto call = client.send(request, &app, tell);
    return app.exec();
}
