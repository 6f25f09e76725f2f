// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// WhatsApp's own form of a charge: `order_details` with a Pix code, which the customer's phone shows with the shop's
// verified name and a button that copies. Only for accounts that Meta has let in; the text and the code alone are what
// everybody else gets. Pure.
// Source: Meta, payments/payments-br (order details, order status, 2026), full and simplified form.
#pragma once

#include "core/payee.h"
#include "relay/sending/graphmessage.h"
#include "relay/store/charges.h"

namespace balcao::relay {

/// What stands in an order. `code` has been compared with the shop's record.
struct PixOrder
{
    Money amount;
    QString description;
    QString code;
    PixAccount account;
    std::optional<qint64> expiresAt;
};

/// The message that carries it: its id is the order's reference, so that each is another. Empty where an order cannot
/// go: nobody knows whether Meta takes one to a business-scoped id.
QByteArray graphOrderBody(const GraphSend &send, const PixOrder &order, qint64 nowMs);

/// What became of it, under the same reference: the customer's card turns to "pago" or ends. Empty where it cannot go.
QByteArray graphStatusBody(const GraphSend &send, const OrderStatus &status);

/// Meta's codes that say: not in this form. 134011: the account has not accepted the terms of payments; 2040: the
/// customer's app cannot show it; 100, 131008, 131009, 131051: something in it is not to its liking, and the customer is
/// not to wait for that.
enum class OrderTrouble { None, Account, Customer, Form };
OrderTrouble orderTrouble(int code);

} // namespace balcao::relay
