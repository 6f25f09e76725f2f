// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "relay/ingest/webhookcontent.h"

#include "relay/ingest/webhookfields.h"

#include <QJsonArray>

#include <cmath>

namespace balcao::relay {

using namespace Qt::Literals::StringLiterals;

namespace {

QString sha256Hex(const QString &given)
{
    // Base64 in webhooks, hex in the Graph API's answers.
    const QByteArray bytes = given.toLatin1();
    if (bytes.size() == 64)
        return QString::fromLatin1(bytes.toLower());
    const QByteArray raw = QByteArray::fromBase64(bytes);
    return raw.size() == 32 ? QString::fromLatin1(raw.toHex()) : QString();
}

wire::Media mediaOf(const QJsonObject &json)
{
    wire::Media media;
    media.metaId = token(json, "id"_L1, 256);
    media.sha256 = sha256Hex(json.value("sha256"_L1).toString());
    media.mime = text(json, "mime_type"_L1, 256);
    media.filename = text(json, "filename"_L1, 1024);
    media.voice = json.value("voice"_L1).toBool();
    media.animated = json.value("animated"_L1).toBool();
    return media;
}

QString decimal(const QJsonValue &value)
{
    if (value.isString())
        return cleanText(value.toString(), 32);
    const double degrees = value.toDouble();
    return std::abs(degrees) <= 360 ? QString::number(degrees, 'f', 6) : QString();
}

void readPlace(const QJsonObject &json, wire::Content &content)
{
    content.type = ContentType::Location;
    content.place = wire::Place{decimal(json.value("latitude"_L1)), decimal(json.value("longitude"_L1)),
                                text(json, "name"_L1, 1024), text(json, "address"_L1, 1024)};
    content.text = content.place->name;
}

void readContacts(const QJsonArray &cards, wire::Content &content)
{
    content.type = ContentType::Contacts;
    for (const auto &value : cards) {
        const QJsonObject json = value.toObject();
        wire::ContactCard card;
        card.name = text(json.value("name"_L1).toObject(), "formatted_name"_L1, 1024);
        const QJsonArray phones = json.value("phones"_L1).toArray();
        for (const auto &phone : phones) {
            if (card.phones.size() < 50)
                card.phones.append(text(phone.toObject(), "phone"_L1, 64));
        }
        content.contacts.append(card);
        if (content.contacts.size() >= 100)
            break;
    }
    content.text = content.contacts.isEmpty() ? QString() : content.contacts.first().name;
}

void readInteractive(const QJsonObject &json, wire::Content &content)
{
    const QString kind = json.value("type"_L1).toString();
    content.detail = kind.left(64);
    const QJsonObject inner = json.value(kind).toObject();
    content.type = kind == "nfm_reply"_L1 ? ContentType::Form : ContentType::Reply;
    content.text = text(inner, kind == "nfm_reply"_L1 ? "body"_L1 : "title"_L1, 1024);
    if (kind != "button_reply"_L1 && kind != "list_reply"_L1 && kind != "nfm_reply"_L1)
        content.type = ContentType::Unknown;
}

void readOrder(const QJsonObject &json, wire::Content &content)
{
    content.type = ContentType::Order;
    content.text = text(json, "text"_L1, 4096);
    const QJsonArray items = json.value("product_items"_L1).toArray();
    for (const auto &value : items) {
        const QJsonObject item = value.toObject();
        // Meta sends a decimal number here; it becomes centavos at once and stays an integer.
        const double price = item.value("item_price"_L1).toDouble();
        if (content.items.size() >= 500 || !(price >= 0 && price < 1e10))
            continue;
        const qint64 quantity = qBound(qint64(0), item.value("quantity"_L1).toInteger(), qint64(1000000));
        content.items.append({text(item, "product_retailer_id"_L1, 256), quantity,
                              static_cast<qint64>(std::llround(price * 100)), text(item, "currency"_L1, 8)});
    }
}

void readMedia(ContentType type, const QJsonObject &json, wire::Content &content)
{
    content.type = type;
    content.media = mediaOf(json);
    content.text = text(json, "caption"_L1, 4096);
}

} // namespace

wire::Content contentOf(const QJsonObject &json)
{
    wire::Content content;
    const QString type = json.value("type"_L1).toString();
    const QJsonValue inner = json.value(type);
    if (type == "text"_L1 && inner.toObject().value("body"_L1).isString()) {
        content.text = text(inner.toObject(), "body"_L1);
    } else if (type == "image"_L1) {
        readMedia(ContentType::Image, inner.toObject(), content);
    } else if (type == "video"_L1) {
        readMedia(ContentType::Video, inner.toObject(), content);
    } else if (type == "audio"_L1) {
        readMedia(ContentType::Audio, inner.toObject(), content);
    } else if (type == "document"_L1) {
        readMedia(ContentType::Document, inner.toObject(), content);
    } else if (type == "sticker"_L1) {
        readMedia(ContentType::Sticker, inner.toObject(), content);
    } else if (type == "location"_L1) {
        readPlace(inner.toObject(), content);
    } else if (type == "contacts"_L1) {
        readContacts(inner.toArray(), content);
    } else if (type == "interactive"_L1 && inner.isObject()) {
        readInteractive(inner.toObject(), content);
    } else if (type == "button"_L1) {
        content.type = ContentType::Reply;
        content.text = text(inner.toObject(), "text"_L1, 1024);
    } else if (type == "order"_L1) {
        readOrder(inner.toObject(), content);
    } else if (type == "reaction"_L1) {
        content.type = ContentType::Reaction;
        content.reaction = wire::Reaction{{}, text(inner.toObject(), "emoji"_L1, 32)};
    } else if (type == "system"_L1) {
        content.type = ContentType::System;
        content.text = text(inner.toObject(), "body"_L1, 4096);
        content.detail = text(inner.toObject(), "type"_L1, 64);
    } else if (type == "request_welcome"_L1) {
        content.type = ContentType::Welcome;
    } else if (type == "unsupported"_L1 || type == "interactive"_L1 || type == "text"_L1) {
        content.type = ContentType::Unsupported;
        content.detail = text(json.value("unsupported"_L1).toObject(), "type"_L1, 64);
        const qint64 code = json.value("errors"_L1).toArray().at(0).toObject().value("code"_L1).toInteger();
        if (content.detail.isEmpty())
            content.detail = code > 0 ? QString::number(code) : type;
    } else {
        content.type = ContentType::Unknown;
        content.detail = cleanText(type, 64);
    }
    return content;
}

} // namespace balcao::relay
