// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The request bodies of POST /{version}/{phone_number_id}/messages. Pure.
// Source: Meta, messages/send-messages and messages/mark-message-as-read.
#pragma once

#include "core/identity.h"
#include "wire/content.h"

#include <QByteArray>
#include <QJsonObject>

namespace balcao::relay {

struct GraphSend
{
    MessageId message; ///< travels as biz_opaque_callback_data and comes back in every status
    Address address;   ///< `to` for a phone, `recipient` for a BSUID: never the one in the other's place
    wire::Content content;
    QString quotedWamid; ///< empty: no quote
};

/// What every message has around its content: who to, our own id, and `content` under the name of its type.
QJsonObject graphEnvelope(const GraphSend &send, const QString &type, const QJsonObject &content);

/// Text only. Empty for other types, which the relay refuses before they get here.
QByteArray graphSendBody(const GraphSend &send);

/// Marks it and all before it as read.
QByteArray graphReadBody(const QString &wamid);

} // namespace balcao::relay
