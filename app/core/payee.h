// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Who is to receive the shop's money, and whether a code pays exactly that: asked by the relay before anything leaves
// and by each desk before it shows a QR, so that a key that was changed on the way, or a bank's answer that is somebody
// else's, is stopped by whoever sees it first.
#pragma once

#include "core/brcode.h"
#include "core/chargestate.h"
#include "core/pixkey.h"

#include <QString>

#include <optional>

namespace balcao {

/// The shop's Pix record.
struct PixAccount
{
    PixKey key;
    QString name; ///< 59 of every code of ours; for a bank's codes, as the bank writes it
    QString city; ///< 60, the same

    friend bool operator==(const PixAccount &, const PixAccount &) = default;
};

/// Cleaned for a BR Code; nothing when the key is none, or the name or the city has no letter left.
std::optional<PixAccount> pixAccountOf(PixKeyType type, QStringView key, QStringView name, QStringView city);

enum class PayeeFault {
    Unreadable, ///< no BR Code that may be read, or one that must not be sent
    Kind,       ///< static where the bank's was due or the other way round; a recurrence, or cash
    Key,
    Name,
    City,
    Amount,
    Txid,
};

QLatin1StringView nameOf(PayeeFault fault);

struct Payee
{
    ChargeKind kind = ChargeKind::Shop;
    PixAccount account;
    Money amount;
    QString txid; ///< of a static code; a bank's code carries none
};

/// What is wrong with `code` as a demand for exactly that; nothing: it may be shown and sent. Of a bank's code the key
/// and the amount do not stand in it: they are compared in the bank's answer.
std::optional<PayeeFault> payeeFault(QStringView code, const Payee &due);

/// The static code of a charge. An error when the account or the amount cannot be written.
Result<QString> staticCode(const Payee &due, const QString &description);

} // namespace balcao
