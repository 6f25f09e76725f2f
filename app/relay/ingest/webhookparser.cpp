// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "relay/ingest/webhookparser.h"

#include "core/phone.h"
#include "core/text.h"
#include "relay/ingest/webhookcontent.h"
#include "relay/ingest/webhookfields.h"
#include "relay/ingest/webhookjson.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace balcao::relay {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto kSpoiled = "number out of range"_L1;

QByteArray digestOf(const QJsonValue &value)
{
    return QCryptographicHash::hash(QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact),
                                    QCryptographicHash::Sha256);
}

Seen seenOf(const QJsonObject &json, QLatin1StringView phone, QLatin1StringView user, QLatin1StringView parent)
{
    Seen seen;
    seen.identifiers = {token(json, user), token(json, parent), token(json, phone)};
    return seen;
}

enum class Likeness { NotSaid, Same, Different };

Likeness compare(const QString &one, const QString &other)
{
    if (one.isEmpty() || other.isEmpty())
        return Likeness::NotSaid;
    return one == other ? Likeness::Same : Likeness::Different;
}

/// Fills in what the `contacts` beside a message say of its sender.
void readProfile(const QJsonArray &contacts, Seen &seen)
{
    for (const auto &value : contacts) {
        const QJsonObject contact = value.toObject();
        const QString waId = token(contact, "wa_id"_L1);
        const QString userId = token(contact, "user_id"_L1);
        const Likeness byPhone =
            compare(phoneMatchKey(phoneDigits(waId)), phoneMatchKey(phoneDigits(seen.identifiers.waId)));
        const Likeness byUser = compare(userId, seen.identifiers.bsuid);
        const bool contradicts = byPhone == Likeness::Different || byUser == Likeness::Different;
        const bool agrees = byPhone == Likeness::Same || byUser == Likeness::Same || contacts.size() == 1;
        if (contradicts || !agrees)
            continue;
        const QJsonObject profile = contact.value("profile"_L1).toObject();
        seen.profileName = text(profile, "name"_L1, 512);
        seen.username = text(profile, "username"_L1, 64);
        if (seen.identifiers.waId.isEmpty())
            seen.identifiers.waId = waId;
        if (seen.identifiers.bsuid.isEmpty())
            seen.identifiers.bsuid = userId;
        if (seen.identifiers.parentBsuid.isEmpty())
            seen.identifiers.parentBsuid = token(contact, "parent_user_id"_L1);
        return;
    }
}

void readContext(const QJsonObject &json, InboundItem &item)
{
    const QJsonObject context = json.value("context"_L1).toObject();
    item.quoted = token(context, "id"_L1);
    item.content.forwarded =
        context.value("forwarded"_L1).toBool() || context.value("frequently_forwarded"_L1).toBool();
    const QJsonObject referral = json.value("referral"_L1).toObject();
    if (!referral.isEmpty())
        item.content.referral =
            wire::Referral{text(referral, "source_url"_L1, 4096), text(referral, "headline"_L1, 4096),
                           text(referral, "ctwa_clid"_L1, 1024)};
}

/// An edit or a revocation: what it names is another message.
std::optional<WebhookItem> amendmentOf(const QJsonObject &json, const QString &channel, const Identifiers &customer)
{
    const QString type = json.value("type"_L1).toString();
    if (type != "edit"_L1 && type != "revoke"_L1)
        return std::nullopt;
    const QJsonObject inner = json.value(type).toObject();
    const QString wamid = token(inner, "original_message_id"_L1);
    const qint64 at = milliseconds(json.value("timestamp"_L1));
    if (wamid.isEmpty())
        return UnreadableItem{channel, u"%1 of no message"_s.arg(type), digestOf(json), {}, customer};
    if (type == "revoke"_L1)
        return RevokeItem{wamid, customer, at};
    return EditItem{wamid, customer, at, contentOf(inner.value("message"_L1).toObject())};
}

WebhookItem messageItem(const QJsonObject &json, const QJsonObject &value, const QString &channel)
{
    InboundItem item;
    item.channel = channel;
    item.wamid = token(json, "id"_L1);
    item.sentAt = milliseconds(json.value("timestamp"_L1));
    item.sender = seenOf(json, "from"_L1, "from_user_id"_L1, "from_parent_user_id"_L1);
    const QString type = json.value("type"_L1).toString();
    const auto unreadable = [&](const QString &why) {
        return UnreadableItem{channel, why, digestOf(json), item.wamid, item.sender.identifiers};
    };
    if (item.wamid.isEmpty())
        return unreadable(u"message without an id"_s);
    if (isSpoiled(json))
        return unreadable(kSpoiled);
    if (const auto amendment = amendmentOf(json, channel, item.sender.identifiers))
        return *amendment;
    readProfile(value.value("contacts"_L1).toArray(), item.sender);
    if (sanitized(item.sender.identifiers).isEmpty())
        return unreadable(u"message without a sender"_s);
    if (type.isEmpty())
        return unreadable(u"message without a type"_s);
    item.content = contentOf(json);
    readContext(json, item);
    if (item.content.type == ContentType::Reaction)
        item.reactedTo = token(json.value("reaction"_L1).toObject(), "message_id"_L1);
    item.reopens = item.content.type != ContentType::Reaction && item.content.type != ContentType::System &&
                   !(item.content.type == ContentType::Unsupported && item.content.detail == "edit"_L1);
    return item;
}

std::optional<IdentityItem> systemChange(const QJsonObject &json)
{
    const QJsonObject system = json.value("system"_L1).toObject();
    IdentityItem item{{token(json, "from_user_id"_L1), {}, token(json, "from"_L1)},
                      {token(system, "user_id"_L1), token(system, "parent_user_id"_L1), token(system, "wa_id"_L1)},
                      milliseconds(json.value("timestamp"_L1))};
    if (json.value("type"_L1) != "system"_L1 || sanitized(item.now).isEmpty() || sanitized(item.before).isEmpty())
        return std::nullopt;
    return item;
}

WebhookItem statusItem(const QJsonObject &json, const QString &channel)
{
    StatusItem item;
    item.channel = channel;
    item.wamid = token(json, "id"_L1);
    item.ours = token(json, "biz_opaque_callback_data"_L1);
    item.to = seenOf(json, "recipient_id"_L1, "recipient_user_id"_L1, "recipient_parent_user_id"_L1).identifiers;
    const QString name = json.value("status"_L1).toString();
    const auto state = messageStateFromText(name);
    const bool known = state == MessageState::Sent || state == MessageState::Delivered || state == MessageState::Read ||
                       state == MessageState::Played || state == MessageState::Failed;
    if (item.wamid.isEmpty())
        return UnreadableItem{channel, u"status without an id"_s, digestOf(json), {}, item.to};
    if (name.isEmpty() || isSpoiled(json))
        return UnreadableItem{
            channel, name.isEmpty() ? "status without a name"_L1 : kSpoiled, digestOf(json), {}, item.to};
    if (!known)
        return OtherItem{u"status"_s};
    item.status.state = *state;
    item.status.statusAt = milliseconds(json.value("timestamp"_L1));
    const QJsonObject error = json.value("errors"_L1).toArray().at(0).toObject();
    if (!error.isEmpty())
        item.status.error =
            wire::SendError{static_cast<int>(error.value("code"_L1).toInteger()), text(error, "title"_L1, 256)};
    const QJsonObject pricing = json.value("pricing"_L1).toObject();
    if (!pricing.isEmpty())
        item.status.pricing = wire::Pricing{text(pricing, "category"_L1, 64), text(pricing, "type"_L1, 64)};
    return item;
}

WebhookItem echoItem(const QJsonObject &json, const QString &channel)
{
    EchoItem item;
    item.channel = channel;
    item.wamid = token(json, "id"_L1);
    item.sentAt = milliseconds(json.value("timestamp"_L1));
    item.recipient = seenOf(json, "to"_L1, "to_user_id"_L1, "to_parent_user_id"_L1);
    if (isSpoiled(json))
        return UnreadableItem{channel, kSpoiled, digestOf(json), item.wamid, item.recipient.identifiers};
    if (const auto amendment = amendmentOf(json, channel, item.recipient.identifiers))
        return *amendment;
    if (item.wamid.isEmpty() || sanitized(item.recipient.identifiers).isEmpty())
        return UnreadableItem{channel, u"echo without id or recipient"_s, digestOf(json), item.wamid,
                              item.recipient.identifiers};
    item.content = contentOf(json);
    return item;
}

void readMessages(const QJsonObject &value, QList<WebhookItem> &items)
{
    const QString channel = token(value.value("metadata"_L1).toObject(), "phone_number_id"_L1, 64);
    const QJsonArray messages = value.value("messages"_L1).toArray();
    for (const auto &message : messages) {
        if (!message.isObject()) {
            items.append(UnreadableItem{channel, u"message is no object"_s, digestOf(message), {}, {}});
            continue;
        }
        items.append(messageItem(message.toObject(), value, channel));
        // After the message, which still comes from the old number.
        if (const auto change = systemChange(message.toObject()))
            items.append(*change);
    }
    const QJsonArray statuses = value.value("statuses"_L1).toArray();
    for (const auto &status : statuses)
        items.append(status.isObject()
                         ? statusItem(status.toObject(), channel)
                         : WebhookItem(UnreadableItem{channel, u"status is no object"_s, digestOf(status), {}, {}}));
    if (messages.isEmpty() && statuses.isEmpty())
        items.append(value.contains("errors"_L1)
                         ? WebhookItem(OtherItem{u"errors"_s})
                         : WebhookItem(UnreadableItem{channel, u"nothing in messages"_s, digestOf(value), {}, {}}));
}

void readPreferences(const QJsonObject &value, QList<WebhookItem> &items)
{
    const QJsonArray preferences = value.value("user_preferences"_L1).toArray();
    for (const auto &entry : preferences) {
        const QJsonObject json = entry.toObject();
        PreferenceItem item{seenOf(json, "wa_id"_L1, "user_id"_L1, "parent_user_id"_L1),
                            json.value("value"_L1) == "resume"_L1, digestOf(json)};
        if (!sanitized(item.sender.identifiers).isEmpty())
            items.append(item);
    }
}

void readUserIds(const QJsonObject &value, QList<WebhookItem> &items)
{
    const QJsonArray updates = value.value("user_id_update"_L1).toArray();
    for (const auto &entry : updates) {
        const QJsonObject json = entry.toObject();
        const QJsonObject user = json.value("user_id"_L1).toObject();
        const QJsonObject parent = json.value("parent_user_id"_L1).toObject();
        const QString phone = token(json, "wa_id"_L1);
        items.append(IdentityItem{{token(user, "previous"_L1), {}, phone},
                                  {token(user, "current"_L1), token(parent, "current"_L1), phone},
                                  milliseconds(json.value("timestamp"_L1))});
    }
}

void readChange(const QJsonObject &change, QList<WebhookItem> &items)
{
    const QString field = change.value("field"_L1).toString();
    const QJsonObject value = change.value("value"_L1).toObject();
    const qsizetype before = items.size();
    if (field == "messages"_L1) {
        readMessages(value, items);
    } else if (field == "smb_message_echoes"_L1) {
        const QString channel = token(value.value("metadata"_L1).toObject(), "phone_number_id"_L1, 64);
        const QJsonArray echoes = value.value("message_echoes"_L1).toArray();
        for (const auto &echo : echoes)
            items.append(echoItem(echo.toObject(), channel));
    } else if (field == "user_preferences"_L1) {
        readPreferences(value, items);
    } else if (field == "user_id_update"_L1) {
        readUserIds(value, items);
    }
    if (items.size() == before)
        items.append(OtherItem{cleanText(field, 64)});
}

} // namespace

QList<WebhookItem> parseWebhook(const QByteArray &body)
{
    QList<WebhookItem> items;
    const std::optional<QJsonObject> root = webhookJson(body);
    if (!root)
        return {UnreadableItem{{}, u"not JSON"_s, digestOf(QString::fromLatin1(body)), {}, {}}};
    const QJsonArray entries = root->value("entry"_L1).toArray();
    for (const auto &entry : entries) {
        const QJsonArray changes = entry.toObject().value("changes"_L1).toArray();
        for (const auto &change : changes)
            readChange(change.toObject(), items);
    }
    if (items.isEmpty())
        items.append(UnreadableItem{{}, u"no entry"_s, digestOf(*root), {}, {}});
    return items;
}

} // namespace balcao::relay
