// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "relay/sending/graphrequest.h"

namespace balcao::relay {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::chrono::milliseconds kGraphTimeout{20000};

http::HttpRequest to(const GraphAccess &access, const QString &path)
{
    http::HttpRequest request;
    request.url = access.url;
    request.url.setPath(u'/' + access.version + u'/' + path);
    request.headers = {{"Authorization", "Bearer " + access.token}};
    request.timeout = kGraphTimeout;
    return request;
}

} // namespace

http::HttpRequest graphRequest(const GraphAccess &access, const QString &channel, QLatin1StringView edge,
                               const QByteArray &contentType, const QByteArray &body)
{
    http::HttpRequest request = to(access, channel + u'/' + edge);
    request.method = "POST";
    request.headers.prepend({"Content-Type", contentType});
    request.body = body;
    return request;
}

http::HttpRequest graphQuestion(const GraphAccess &access, const QString &channel, QLatin1StringView fields)
{
    http::HttpRequest request = to(access, channel);
    request.url.setQuery(u"fields="_s + fields);
    return request;
}

} // namespace balcao::relay
