// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "relay/sending/graphrequest.h"

namespace balcao::relay {

namespace {

constexpr std::chrono::milliseconds kGraphTimeout{20000};

} // namespace

http::HttpRequest graphRequest(const GraphAccess &access, const QString &channel, QLatin1StringView edge,
                               const QByteArray &contentType, const QByteArray &body)
{
    http::HttpRequest request;
    request.method = "POST";
    request.url = access.url;
    request.url.setPath(u'/' + access.version + u'/' + channel + u'/' + edge);
    request.headers = {{"Content-Type", contentType}, {"Authorization", "Bearer " + access.token}};
    request.body = body;
    request.timeout = kGraphTimeout;
    return request;
}

} // namespace balcao::relay
