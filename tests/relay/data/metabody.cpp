// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "metabody.h"

#include <QJsonDocument>

namespace balcao::test {

using namespace Qt::Literals::StringLiterals;

namespace {

void put(QJsonObject &object, const QString &key, const QString &value)
{
    if (!value.isEmpty())
        object.insert(key, value);
}

QJsonObject metadata(const QString &channel)
{
    return {
        {u"messaging_product"_s, u"whatsapp"_s},
        {u"metadata"_s, QJsonObject{{u"display_phone_number"_s, u"551140028922"_s}, {u"phone_number_id"_s, channel}}}};
}

} // namespace

QJsonObject metaMessage(const Writer &from, const QString &wamid, const QString &type, const QJsonValue &content,
                        qint64 atMs)
{
    QJsonObject message{{u"id"_s, wamid}, {u"timestamp"_s, QString::number(atMs / 1000)}, {u"type"_s, type}};
    put(message, u"from"_s, from.waId);
    put(message, u"from_user_id"_s, from.bsuid);
    put(message, u"from_parent_user_id"_s, from.parentBsuid);
    if (!content.isUndefined())
        message.insert(type, content);
    return message;
}

QJsonObject metaText(const Writer &from, const QString &wamid, const QString &text, qint64 atMs)
{
    return metaMessage(from, wamid, u"text"_s, QJsonObject{{u"body"_s, text}}, atMs);
}

QJsonObject metaStatus(const QString &wamid, const QString &status, const QJsonObject &more, qint64 atMs)
{
    QJsonObject json = more;
    json.insert(u"id"_s, wamid);
    json.insert(u"status"_s, status);
    json.insert(u"timestamp"_s, QString::number(atMs / 1000));
    return json;
}

QByteArray metaBody(const QString &field, const QJsonObject &value)
{
    const QJsonObject change{{u"field"_s, field}, {u"value"_s, value}};
    const QJsonObject entry{
        {u"id"_s, u"102290129340398"_s}, {u"time"_s, kWritten / 1000}, {u"changes"_s, QJsonArray{change}}};
    return QJsonDocument(QJsonObject{{u"object"_s, u"whatsapp_business_account"_s}, {u"entry"_s, QJsonArray{entry}}})
        .toJson(QJsonDocument::Compact);
}

QByteArray metaMessages(const Writer &from, const QJsonArray &messages, const QString &channel)
{
    QJsonObject contact{{u"profile"_s, QJsonObject{{u"name"_s, from.name}}}};
    put(contact, u"wa_id"_s, from.waId);
    put(contact, u"user_id"_s, from.bsuid);
    put(contact, u"parent_user_id"_s, from.parentBsuid);
    QJsonObject value = metadata(channel);
    value.insert(u"contacts"_s, QJsonArray{contact});
    value.insert(u"messages"_s, messages);
    return metaBody(u"messages"_s, value);
}

QByteArray metaStatuses(const QJsonArray &statuses, const QString &channel)
{
    QJsonObject value = metadata(channel);
    value.insert(u"statuses"_s, statuses);
    return metaBody(u"messages"_s, value);
}

} // namespace balcao::test
