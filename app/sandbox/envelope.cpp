// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "sandbox/envelope.h"

#include "sandbox/asciijson.h"

#include "core/phone.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QMessageAuthenticationCode>

#include <array>

namespace balcao::sandbox {

using namespace Qt::Literals::StringLiterals;

namespace {

QJsonObject bareValue(const Channel &channel)
{
    return {{u"messaging_product"_s, u"whatsapp"_s},
            {u"metadata"_s, QJsonObject{{u"display_phone_number"_s, channel.displayPhone},
                                        {u"phone_number_id"_s, channel.phoneNumberId}}}};
}

void putUnlessEmpty(QJsonObject &json, const QString &key, const QString &value)
{
    if (!value.isEmpty())
        json.insert(key, value);
}

QJsonObject contactOf(const Contact &contact, const Disguise &disguise)
{
    QJsonObject profile;
    putUnlessEmpty(profile, u"name"_s, contact.name);
    putUnlessEmpty(profile, u"username"_s, contact.username);
    QJsonObject json{{u"profile"_s, profile}};
    putUnlessEmpty(json, u"wa_id"_s, shownWaId(contact.ids.waId, disguise));
    putUnlessEmpty(json, u"user_id"_s, contact.ids.bsuid);
    putUnlessEmpty(json, u"parent_user_id"_s, contact.ids.parentBsuid);
    return json;
}

QString seconds(qint64 atMs)
{
    return QString::number(atMs / 1000);
}

QString mimeOf(const QString &type)
{
    if (type == "image"_L1)
        return u"image/jpeg"_s;
    if (type == "video"_L1)
        return u"video/mp4"_s;
    if (type == "audio"_L1)
        return u"audio/ogg; codecs=opus"_s;
    return type == "sticker"_L1 ? u"image/webp"_s : u"application/pdf"_s;
}

/// Id and hash are drawn from the wamid, so that a message has the same media however often it is written.
QJsonObject mediaOf(const Message &message)
{
    const QByteArray hash = QCryptographicHash::hash(message.wamid.toLatin1(), QCryptographicHash::Sha256);
    const QString id = u"3%1"_s.arg(hash.toHex().left(12).toULongLong(nullptr, 16), 15, 10, QLatin1Char('0'));
    QJsonObject media = message.content;
    if (message.type != "audio"_L1 && message.type != "sticker"_L1)
        putUnlessEmpty(media, u"caption"_s, message.text);
    if (!media.contains("mime_type"_L1))
        media.insert(u"mime_type"_s, mimeOf(message.type));
    if (message.type == "sticker"_L1 && !media.contains("animated"_L1))
        media.insert(u"animated"_s, false);
    media.insert(u"sha256"_s, QString::fromLatin1(hash.toBase64()));
    media.insert(u"id"_s, id);
    media.insert(u"url"_s, u"https://lookaside.fbsbx.com/whatsapp_business/attachments/?mid="_s + id);
    return media;
}

QJsonObject referral()
{
    return {{u"source_url"_s, u"https://fb.me/sandbox"_s},
            {u"source_id"_s, u"120200300400"_s},
            {u"source_type"_s, u"ad"_s},
            {u"headline"_s, u"Cesta de aniversário"_s},
            {u"body"_s, u"Café da manhã na porta"_s},
            {u"media_type"_s, u"image"_s},
            {u"image_url"_s, u"https://example.com/cesta.jpg"_s},
            {u"ctwa_clid"_s, u"ARsandbox"_s}};
}

void putUnsupported(QJsonObject &json, const QString &kind)
{
    const QJsonObject details{{u"details"_s, u"Message type is currently not supported."_s}};
    json.insert(u"errors"_s, QJsonArray{QJsonObject{{u"code"_s, 131051},
                                                    {u"title"_s, u"Message type unknown"_s},
                                                    {u"message"_s, u"Message type unknown"_s},
                                                    {u"error_data"_s, details}}});
    json.insert(u"unsupported"_s, QJsonObject{{u"type"_s, kind}});
}

void putContent(QJsonObject &json, const Message &message)
{
    const QString &type = message.type;
    QJsonObject content = message.content;
    if (type == "unsupported"_L1)
        return putUnsupported(json, content.value("kind"_L1).toString());
    if (type == "contacts"_L1) {
        json.insert(type, content.value("cards"_L1).toArray());
        return;
    }
    if (type == "text"_L1) {
        content.insert(u"body"_s, message.text);
    } else if (type == "image"_L1 || type == "video"_L1 || type == "audio"_L1 || type == "document"_L1 ||
               type == "sticker"_L1) {
        content = mediaOf(message);
    } else if (type == "reaction"_L1) {
        content.insert(u"message_id"_s, message.aboutWamid);
        content.insert(u"emoji"_s, message.text);
    } else if (type == "location"_L1) {
        putUnlessEmpty(content, u"name"_s, message.text);
    } else if (type == "order"_L1) {
        putUnlessEmpty(content, u"text"_s, message.text);
    }
    if (type != "request_welcome"_L1)
        json.insert(type, content);
}

QJsonObject messageOf(const Message &message, const QString &shopPhone, const Disguise &disguise)
{
    QJsonObject json{{u"id"_s, message.wamid}, {u"timestamp"_s, seconds(message.atMs)}, {u"type"_s, message.type}};
    putUnlessEmpty(json, u"from"_s, shownWaId(message.from.ids.waId, disguise));
    putUnlessEmpty(json, u"from_user_id"_s, message.from.ids.bsuid);
    putUnlessEmpty(json, u"from_parent_user_id"_s, message.from.ids.parentBsuid);
    if (message.forwarded)
        json.insert(u"context"_s, QJsonObject{{u"forwarded"_s, true}});
    else if (!message.aboutWamid.isEmpty() && message.type != "reaction"_L1)
        json.insert(u"context"_s, QJsonObject{{u"from"_s, shopPhone}, {u"id"_s, message.aboutWamid}});
    if (message.referral)
        json.insert(u"referral"_s, referral());
    putContent(json, message);
    return json;
}

QJsonArray failure(int code)
{
    return {
        QJsonObject{{u"code"_s, code},
                    {u"title"_s, u"Message undeliverable"_s},
                    {u"message"_s, u"Message undeliverable"_s},
                    {u"error_data"_s, QJsonObject{{u"details"_s, u"Message Undeliverable."_s}}},
                    {u"href"_s, u"https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes/"_s}}};
}

QJsonObject pricing(bool freeEntry)
{
    return {{u"billable"_s, false},
            {u"pricing_model"_s, u"PMP"_s},
            {u"type"_s, freeEntry ? u"free_entry_point"_s : u"free_customer_service"_s},
            {u"category"_s, freeEntry ? u"referral_conversion"_s : u"service"_s}};
}

QJsonObject statusOf(const StatusNews &news, const Disguise &disguise)
{
    QJsonObject json{{u"id"_s, news.wamid}, {u"status"_s, news.status}, {u"timestamp"_s, seconds(news.atMs)}};
    const QString waId = shownWaId(news.to.ids.waId, disguise);
    putUnlessEmpty(json, u"recipient_id"_s, waId);
    if (news.status != "failed"_L1 || waId.isEmpty())
        putUnlessEmpty(json, u"recipient_user_id"_s, news.to.ids.bsuid);
    putUnlessEmpty(json, u"biz_opaque_callback_data"_s, news.opaque);
    if (news.failCode != 0)
        json.insert(u"errors"_s, failure(news.failCode));
    if (news.priced)
        json.insert(u"pricing"_s, pricing(news.to.freeEntry));
    // Since v24 a conversation is named only at a free entry point.
    if (news.priced && news.to.freeEntry) {
        const QByteArray id = QCryptographicHash::hash(news.to.ids.bsuid.toLatin1(), QCryptographicHash::Md5).toHex();
        json.insert(u"conversation"_s,
                    QJsonObject{{u"id"_s, QString::fromLatin1(id)},
                                {u"expiration_timestamp"_s, seconds(news.to.lastInboundMs + 72LL * 3600 * 1000)},
                                {u"origin"_s, QJsonObject{{u"type"_s, u"referral_conversion"_s}}}});
    }
    return json;
}

/// Adds what `from` has under `key` and `into` has not yet.
void appendArray(QJsonObject &into, const QJsonObject &from, const QString &key, bool onlyNew)
{
    if (!from.contains(key))
        return;
    QJsonArray all = into.value(key).toArray();
    const QJsonArray more = from.value(key).toArray();
    for (const auto &item : more) {
        if (!onlyNew || !all.contains(item))
            all.append(item);
    }
    into.insert(key, all);
}

} // namespace

QString shownWaId(const QString &waId, const Disguise &disguise)
{
    if (disguise.bsuidOnly)
        return {};
    return disguise.withoutNinth ? phoneMatchKey(waId) : waId;
}

Change changeOf(const Account &account, const Message &message, const Disguise &disguise)
{
    const Channel &channel = account.channel(message.channel);
    Change change{u"messages"_s, bareValue(channel)};
    if (message.type != "system"_L1)
        change.value.insert(u"contacts"_s, QJsonArray{contactOf(message.from, disguise)});
    change.value.insert(u"messages"_s, QJsonArray{messageOf(message, channel.displayPhone, disguise)});
    return change;
}

Change changeOf(const Account &account, const StatusNews &news, const Disguise &disguise)
{
    Change change{u"messages"_s, bareValue(account.channel(news.channel))};
    if (news.status != "failed"_L1)
        change.value.insert(u"contacts"_s, QJsonArray{contactOf(news.to, disguise)});
    change.value.insert(u"statuses"_s, QJsonArray{statusOf(news, disguise)});
    return change;
}

QList<Change> merged(const QList<Change> &changes)
{
    QList<Change> result;
    for (const Change &change : changes) {
        const auto same = std::find_if(result.begin(), result.end(), [&change](const Change &other) {
            return other.field == change.field && other.value.value("metadata"_L1) == change.value.value("metadata"_L1);
        });
        if (same == result.end()) {
            result.append(change);
            continue;
        }
        appendArray(same->value, change.value, u"contacts"_s, true);
        appendArray(same->value, change.value, u"messages"_s, false);
        appendArray(same->value, change.value, u"statuses"_s, false);
    }
    return result;
}

QByteArray envelope(const Account &account, const QList<Change> &changes, int perEntry)
{
    QJsonArray entries;
    QJsonArray inEntry;
    const auto close = [&] {
        if (!inEntry.isEmpty())
            entries.append(QJsonObject{{u"id"_s, account.wabaId}, {u"changes"_s, inEntry}});
        inEntry = {};
    };
    for (const Change &change : changes) {
        inEntry.append(QJsonObject{{u"field"_s, change.field}, {u"value"_s, change.value}});
        if (inEntry.size() >= perEntry)
            close();
    }
    close();
    return asciiJson({{u"object"_s, u"whatsapp_business_account"_s}, {u"entry"_s, entries}});
}

QByteArray signatureOf(const QByteArray &body, const QByteArray &appSecret)
{
    return "sha256=" + QMessageAuthenticationCode::hash(body, appSecret, QCryptographicHash::Sha256).toHex();
}

} // namespace balcao::sandbox
