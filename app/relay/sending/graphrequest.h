// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// A POST to one of a number's edges at the Graph API. Pure.
// Source: Meta, messages/send-messages.
#pragma once

#include "http/httpclient.h"

#include <QString>

namespace balcao::relay {

/// Where the Graph API is, and as whom it is asked.
struct GraphAccess
{
    QUrl url;
    QString version;
    QByteArray token;
};

/// `channel`: the phone_number_id; `edge`: "messages".
http::HttpRequest graphRequest(const GraphAccess &access, const QString &channel, QLatin1StringView edge,
                               const QByteArray &contentType, const QByteArray &body);

} // namespace balcao::relay
