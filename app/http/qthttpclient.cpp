// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "http/qthttpclient.h"

#include "http/exchange.h"

#include <QHostAddress>

namespace balcao::http {

using namespace Qt::Literals::StringLiterals;

bool isLoopback(const QString &host)
{
    if (host.compare("localhost"_L1, Qt::CaseInsensitive) == 0)
        return true;
    const QHostAddress address(host);
    return address.isInSubnet(QHostAddress(u"127.0.0.0"_s), 8) || address == QHostAddress(QHostAddress::LocalHostIPv6);
}

QtHttpClient::QtHttpClient(QStringList hosts, qint64 maxAnswerBytes, std::optional<QSslConfiguration> tls)
    : m_hosts(std::move(hosts)), m_maxAnswerBytes(maxAnswerBytes), m_tls(std::move(tls))
{
    renewNetwork();
}

std::unique_ptr<HttpCall> QtHttpClient::send(HttpRequest request, QObject *context,
                                             std::function<void(HttpOutcome)> done)
{
    if (*m_isSpoilt)
        renewNetwork();
    const auto heard = [isSpoilt = m_isSpoilt, done = std::move(done)](HttpOutcome outcome) {
        const auto *failure = std::get_if<HttpFailure>(&outcome);
        *isSpoilt = *isSpoilt || (failure && failure->error.kind == Error::Kind::Timeout);
        done(std::move(outcome));
    };
    auto exchange = std::make_unique<Exchange>(context, heard, m_maxAnswerBytes);
    if (const QString why = objection(request); !why.isEmpty())
        exchange->refuse(why);
    else
        exchange->start(m_network, request, m_tls);
    return exchange;
}

/// Qt keeps what it knows of a server with its connections, and after a 407 it never asks that one again. What is under
/// way stays with what it began with.
void QtHttpClient::renewNetwork()
{
    *m_isSpoilt = false;
    m_network = std::make_shared<QNetworkAccessManager>();
    m_network->setAutoDeleteReplies(false);
}

QString QtHttpClient::objection(const HttpRequest &request) const
{
    const QUrl &url = request.url;
    if (!url.isValid() || url.host().isEmpty())
        return u"no address"_s;
    if (!url.userInfo().isEmpty())
        return u"an address with a user"_s;
    if (!m_hosts.contains(url.host(), Qt::CaseInsensitive))
        return u"a host that is not on the list"_s;
    if (url.scheme() != u"https"_s && !(url.scheme() == u"http"_s && isLoopback(url.host())))
        return u"not https"_s;
    for (const auto &header : request.headers) {
        for (const QByteArray &part : {header.name, header.value}) {
            if (part.contains('\r') || part.contains('\n') || part.contains('\0'))
                return u"a header with a line break"_s;
        }
    }
    return {};
}

} // namespace balcao::http
