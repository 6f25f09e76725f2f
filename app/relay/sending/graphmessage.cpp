// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "relay/sending/graphmessage.h"

#include <QJsonDocument>

namespace balcao::relay {

using namespace Qt::Literals::StringLiterals;

QJsonObject graphEnvelope(const GraphSend &send, const QString &type, const QJsonObject &content)
{
    return {{u"messaging_product"_s, u"whatsapp"_s},
            {u"recipient_type"_s, u"individual"_s},
            {send.address.field, send.address.value},
            {u"type"_s, type},
            {type, content},
            {u"biz_opaque_callback_data"_s, send.message.text()}};
}

QByteArray graphSendBody(const GraphSend &send)
{
    const bool isText = send.content.type == ContentType::Text || send.content.type == ContentType::Pix ||
                        send.content.type == ContentType::PixCode;
    if (!isText || send.content.text.isEmpty() || send.address.field.isEmpty())
        return {};
    QJsonObject body = graphEnvelope(send, u"text"_s, {{u"preview_url"_s, false}, {u"body"_s, send.content.text}});
    if (!send.quotedWamid.isEmpty())
        body.insert(u"context"_s, QJsonObject{{u"message_id"_s, send.quotedWamid}});
    return QJsonDocument(body).toJson(QJsonDocument::Compact);
}

QByteArray graphReadBody(const QString &wamid)
{
    const QJsonObject body{{u"messaging_product"_s, u"whatsapp"_s}, {u"status"_s, u"read"_s}, {u"message_id"_s, wamid}};
    return QJsonDocument(body).toJson(QJsonDocument::Compact);
}

} // namespace balcao::relay
