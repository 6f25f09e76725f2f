// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Requests to the Graph API: a POST to one of a number's edges, and the question of what Meta says of the number. Pure.
// Source: Meta, messages/send-messages; reference/whatsapp-business-phone-number (2026).
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

/// A GET for those fields of the number.
http::HttpRequest graphQuestion(const GraphAccess &access, const QString &channel, QLatin1StringView fields);

} // namespace balcao::relay
