// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "sandbox/graphreply.h"

#include "sandbox/asciijson.h"

#include "core/identity.h"
#include "core/phone.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <array>
#include <optional>

namespace balcao::sandbox {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype kLongestText = 4096;
constexpr qsizetype kLongestOpaque = 512;
constexpr qsizetype kLongestOrderText = 1024;
constexpr qsizetype kLongestCaption = 1024;

struct Known
{
    int code;
    int httpStatus;
    QLatin1StringView title;
};

constexpr std::array kKnown{
    Known{33, 400, "Parameter value is not valid"_L1},
    Known{100, 400, "Invalid parameter"_L1},
    Known{190, 401, "Access token has expired or is invalid"_L1},
    Known{2, 503, "Service temporarily unavailable"_L1},
    Known{4, 400, "Too many calls"_L1},
    Known{368, 403, "Temporarily blocked for policies violations"_L1},
    Known{130429, 400, "Rate limit hit"_L1},
    Known{131000, 500, "Something went wrong"_L1},
    Known{131005, 403, "Access denied"_L1},
    Known{131016, 500, "Service unavailable"_L1},
    Known{131026, 400, "Message undeliverable"_L1},
    Known{131031, 403, "Account has been locked"_L1},
    Known{131042, 400, "Business eligibility payment issue"_L1},
    Known{131047, 400, "Re-engagement message"_L1},
    Known{131051, 400, "Unsupported message type"_L1},
    Known{131053, 400, "Media upload error"_L1},
    Known{131056, 400, "(Business Account, Consumer Account) pair rate limit hit"_L1},
    Known{131057, 500, "Account in maintenance mode"_L1},
    Known{132001, 404, "Template does not exist"_L1},
};

constexpr std::array kTypes{"text"_L1,     "image"_L1,    "video"_L1,       "audio"_L1,    "document"_L1, "sticker"_L1,
                            "location"_L1, "contacts"_L1, "interactive"_L1, "reaction"_L1, "template"_L1};

const Known *known(int code)
{
    const auto found = std::find_if(kKnown.begin(), kKnown.end(), [code](const Known &k) { return k.code == code; });
    return found == kKnown.end() ? nullptr : found;
}

GraphFault invalid(const QString &details)
{
    return {100, details};
}

bool isAmount(const QJsonValue &value)
{
    return value.toObject().value("offset"_L1).toInt() == 100 && value.toObject().value("value"_L1).toInteger(-1) >= 0;
}

/// Of an order and of what became of one; other interactive messages are taken as they are.
std::optional<GraphFault> faultOfOrder(const QJsonObject &interactive)
{
    const QString type = interactive.value("type"_L1).toString();
    const bool isOrder = type == "order_details"_L1;
    if (!isOrder && type != "order_status"_L1)
        return {};
    const QJsonObject action = interactive.value("action"_L1).toObject();
    const QJsonObject parameters = action.value("parameters"_L1).toObject();
    const qsizetype words = interactive.value("body"_L1).toObject().value("text"_L1).toString().size();
    static const QRegularExpression kReference(u"^[A-Za-z0-9_.-]{1,60}$"_s);
    if (words < 1 || words > kLongestOrderText)
        return invalid(u"Param interactive['body']['text'] must be at least 1 and at most 1024 characters long"_s);
    if (action.value("name"_L1).toString() != (isOrder ? "review_and_pay"_L1 : "review_order"_L1))
        return invalid(u"Param interactive['action']['name'] is not valid"_s);
    if (!kReference.match(parameters.value("reference_id"_L1).toString()).hasMatch())
        return invalid(u"Param reference_id is not valid"_s);
    if (!isOrder) {
        static const QStringList kStatuses{u"pending"_s, u"processing"_s, u"shipped"_s, u"completed"_s, u"canceled"_s};
        return kStatuses.contains(parameters.value("order"_L1).toObject().value("status"_L1).toString())
                   ? std::nullopt
                   : std::optional(invalid(u"Param order['status'] is not valid"_s));
    }
    const QJsonObject setting = parameters.value("payment_settings"_L1).toArray().first().toObject();
    const bool isPix = setting.value("type"_L1).toString() == "pix_dynamic_code"_L1 &&
                       !setting.value("pix_dynamic_code"_L1).toObject().value("code"_L1).toString().isEmpty();
    if (!isPix || parameters.value("currency"_L1).toString() != "BRL"_L1 ||
        !isAmount(parameters.value("total_amount"_L1)))
        return invalid(u"Param payment_settings, currency or total_amount is not valid"_s);
    return {};
}

Asked readSend(const QJsonObject &json)
{
    SendAsked send;
    send.body = json;
    send.type = json.value("type"_L1).toString(u"text"_s);
    send.byRecipient = !json.contains("to"_L1); // when both are there, `to` wins
    send.to = json.value(send.byRecipient ? "recipient"_L1 : "to"_L1).toString();
    send.text = json.value(send.type).toObject().value(send.type == "text"_L1 ? "body"_L1 : "caption"_L1).toString();
    send.opaque = json.value("biz_opaque_callback_data"_L1).toString();
    if (json.value("recipient_type"_L1).toString(u"individual"_s) != "individual"_L1)
        return invalid(u"recipient_type must be individual"_s);
    if (send.to.isEmpty() || (send.byRecipient && !isBsuid(send.to)))
        return invalid(u"The parameter to is required"_s);
    if (!send.byRecipient && phoneDigits(send.to).isEmpty() && !isBsuid(send.to))
        return invalid(u"The parameter to is not a phone number"_s);
    if (std::find(kTypes.begin(), kTypes.end(), send.type) == kTypes.end())
        return GraphFault{131051, u"Message type is not currently supported"_s};
    const QJsonValue content = json.value(send.type);
    if (send.type == "contacts"_L1 ? !content.isArray() : !content.isObject())
        return invalid(u"The parameter "_s + send.type + u" is required"_s);
    if (send.type == "text"_L1 && (send.text.isEmpty() || send.text.size() > kLongestText))
        return invalid(u"Param text['body'] must be at least 1 and at most 4096 characters long"_s);
    if (send.type != "text"_L1 && send.text.size() > kLongestCaption)
        return invalid(u"Param "_s + send.type + u"['caption'] must be at most 1024 characters long"_s);
    if (const auto fault = faultOfOrder(json.value("interactive"_L1).toObject()))
        return *fault;
    if (send.opaque.size() > kLongestOpaque)
        return invalid(u"Param biz_opaque_callback_data is too long"_s);
    return send;
}

} // namespace

Asked readMessagesBody(const QByteArray &body)
{
    const QJsonObject json = QJsonDocument::fromJson(body).object();
    if (json.value("messaging_product"_L1).toString() != "whatsapp"_L1)
        return invalid(u"The parameter messaging_product is required"_s);
    if (!json.contains("status"_L1))
        return readSend(json);
    const QString wamid = json.value("message_id"_L1).toString();
    if (json.value("status"_L1).toString() != "read"_L1 || !wamid.startsWith("wamid."_L1))
        return invalid(u"Param message_id must be a valid message id"_s);
    return ReadAsked{wamid, json.contains("typing_indicator"_L1)};
}

int httpStatusOf(int graphCode)
{
    const Known *entry = known(graphCode);
    return entry ? entry->httpStatus : 400;
}

QByteArray graphErrorBody(const GraphFault &fault, QRandomGenerator &random)
{
    QByteArray trace("A");
    while (trace.size() < 23)
        trace += "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"[random.bounded(64)];
    const Known *entry = known(fault.code);
    const QString title = entry ? QString(entry->title) : u"Unknown error"_s;
    QJsonObject error{{u"message"_s, u"(#%1) %2"_s.arg(QString::number(fault.code), title)},
                      {u"type"_s, u"OAuthException"_s},
                      {u"code"_s, fault.code},
                      {u"fbtrace_id"_s, QString::fromLatin1(trace)}};
    if (fault.code != 190)
        error.insert(u"error_data"_s,
                     QJsonObject{{u"messaging_product"_s, u"whatsapp"_s}, {u"details"_s, fault.details}});
    return asciiJson({{u"error"_s, error}});
}

QByteArray acceptedBody(const QString &input, const QString &waId, const QString &bsuid, const QString &wamid)
{
    QJsonObject contact{{u"input"_s, input}};
    if (!waId.isEmpty())
        contact.insert(u"wa_id"_s, waId);
    if (!bsuid.isEmpty())
        contact.insert(u"user_id"_s, bsuid);
    return asciiJson({{u"messaging_product"_s, u"whatsapp"_s},
                      {u"contacts"_s, QJsonArray{contact}},
                      {u"messages"_s, QJsonArray{QJsonObject{{u"id"_s, wamid}}}}});
}

} // namespace balcao::sandbox
