// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// What the Graph API reads and writes at POST /{version}/{phone_number_id}/messages. Pure functions.
// Source: Meta, messages/send-messages and support/error-codes (2026).
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QRandomGenerator>

#include <variant>

namespace balcao::sandbox {

/// A send as it was asked for.
struct SendAsked
{
    bool byRecipient = false; ///< addressed with `recipient` (a BSUID), not with `to`
    QString to;               ///< as it was given
    QString type;
    QString text; ///< the body of a text message, the caption of a file
    QString opaque;
    QJsonObject body; ///< all of it
};

struct ReadAsked
{
    QString wamid;
    bool typing = false;
};

struct GraphFault
{
    int code = 0;
    QString details;
};

using Asked = std::variant<SendAsked, ReadAsked, GraphFault>;

Asked readMessagesBody(const QByteArray &body);

/// HTTP status that Meta gives with this code.
int httpStatusOf(int graphCode);
/// {"error":{…}} with the title Meta gives it.
QByteArray graphErrorBody(const GraphFault &fault, QRandomGenerator &random);
/// `waId` or `bsuid` may be empty.
QByteArray acceptedBody(const QString &input, const QString &waId, const QString &bsuid, const QString &wamid);

} // namespace balcao::sandbox
