// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "relay/sending/graphorder.h"

#include "core/clock.h"
#include "core/text.h"
#include "relay/sending/graphanswer.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace balcao::relay {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype kLongestItem = 60;
constexpr qint64 kLeastLeftMs = 5 * kMinuteMs; ///< an end that is nearer is refused

QJsonObject amountOf(Money amount)
{
    return {{u"value"_s, amount.centavos}, {u"offset"_s, 100}};
}

/// One thing for the whole amount: what the shop sells is not Meta's to know item by item.
QJsonObject orderOf(const PixOrder &order, const QString &reference)
{
    const QString name = order.description.isEmpty() ? u"Pix"_s : cleanText(order.description, kLongestItem);
    const QJsonObject item{
        {u"retailer_id"_s, reference}, {u"name"_s, name}, {u"amount"_s, amountOf(order.amount)}, {u"quantity"_s, 1}};
    QJsonObject tax = amountOf({});
    const QJsonObject expiration{{u"timestamp"_s, QString::number(*order.expiresAt / kSecondMs)},
                                 {u"description"_s, name}};
    return {{u"status"_s, u"pending"_s},
            {u"expiration"_s, expiration},
            {u"items"_s, QJsonArray{item}},
            {u"subtotal"_s, amountOf(order.amount)},
            {u"tax"_s, tax}};
}

QByteArray interactiveBody(const GraphSend &send, const QString &type, const QString &action,
                           const QJsonObject &parameters)
{
    const QJsonObject interactive{{u"type"_s, type},
                                  {u"body"_s, QJsonObject{{u"text"_s, send.content.text}}},
                                  {u"action"_s, QJsonObject{{u"name"_s, action}, {u"parameters"_s, parameters}}}};
    return QJsonDocument(graphEnvelope(send, u"interactive"_s, interactive)).toJson(QJsonDocument::Compact);
}

} // namespace

QByteArray graphOrderBody(const GraphSend &send, const PixOrder &order, qint64 nowMs)
{
    if (send.address.field != "to"_L1)
        return {};
    const QString reference = send.message.text();
    const QJsonObject pix{{u"code"_s, order.code},
                          {u"merchant_name"_s, order.account.name},
                          {u"key"_s, order.account.key.value},
                          {u"key_type"_s, QString(nameOf(order.account.key.type))}};
    QJsonObject parameters{{u"reference_id"_s, reference},
                           {u"type"_s, u"physical-goods"_s},
                           {u"payment_type"_s, u"br"_s},
                           {u"payment_settings"_s,
                            QJsonArray{QJsonObject{{u"type"_s, u"pix_dynamic_code"_s}, {u"pix_dynamic_code"_s, pix}}}},
                           {u"currency"_s, u"BRL"_s},
                           {u"total_amount"_s, amountOf(order.amount)}};
    if (order.expiresAt && *order.expiresAt - nowMs > kLeastLeftMs)
        parameters.insert(u"order"_s, orderOf(order, reference));
    return interactiveBody(send, u"order_details"_s, u"review_and_pay"_s, parameters);
}

QByteArray graphStatusBody(const GraphSend &send, const OrderStatus &status)
{
    if (send.address.field != "to"_L1)
        return {};
    const bool isPaid = status.end == OrderEnd::Paid;
    QJsonObject parameters{{u"reference_id"_s, status.order.text()},
                           {u"order"_s, QJsonObject{{u"status"_s, isPaid ? u"processing"_s : u"canceled"_s}}}};
    if (isPaid)
        parameters.insert(u"payment"_s,
                          QJsonObject{{u"status"_s, u"captured"_s}, {u"timestamp"_s, status.paidAt / kSecondMs}});
    return interactiveBody(send, u"order_status"_s, u"review_order"_s, parameters);
}

OrderTrouble orderTrouble(int code)
{
    constexpr int kTermsNotAccepted = 134011;
    constexpr int kNotForThisPerson = 2040;
    if (code == kTermsNotAccepted)
        return OrderTrouble::Account;
    if (code == kNotForThisPerson)
        return OrderTrouble::Customer;
    return isFormTrouble(code) ? OrderTrouble::Form : OrderTrouble::None;
}

} // namespace balcao::relay
