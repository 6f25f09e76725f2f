// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The bodies of API Pix, both ways. Pure. Read tolerantly where nothing hangs on it (new fields, new words, what some
// banks leave out) and strictly where money does: an amount is the standard's string or the whole is not read.
// Source: API Pix 2.9.0 (CobSolicitada, CobCompleta, Pix, Devolucao, PixConsultados).
#pragma once

#include "relay/bank/bank.h"

#include <QByteArray>
#include <QJsonObject>

#include <optional>

namespace balcao::relay {

/// The same order, the same bytes. No payer (devedor): who pays is nobody's business until they do; no
/// modalidadeAlteracao: the payer cannot change the amount.
QByteArray chargeBody(const ChargeOrder &order);
QByteArray cancelBody();
QByteArray refundBody(const RefundOrder &order);
QByteArray webhookBody(const QUrl &url);

/// Who receives, for a code that is made from a location.
struct Receiver
{
    QString name;
    QString city;
};

std::optional<BankCharge> readCharge(const QByteArray &body, const Receiver &receiver);
std::optional<BankPayment> readPayment(const QJsonObject &json);
std::optional<BankReturn> readReturn(const QJsonObject &json);
std::optional<PaymentPage> readPaymentPage(const QByteArray &body);

/// RFC 3339; 0 when it is none. Without a zone it is taken for UTC.
qint64 readInstant(const QJsonValue &value);
/// RFC 3339, UTC, whole seconds: what every bank reads.
QString instantForBank(qint64 ms);

} // namespace balcao::relay
