// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "core/payee.h"

#include "core/brcodereader.h"

namespace balcao {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Banks write names in capitals, or without accents.
bool isSame(QStringView inCode, QStringView due, qsizetype limit)
{
    return foldedForBrCode(inCode, limit).compare(foldedForBrCode(due, limit), Qt::CaseInsensitive) == 0;
}

std::optional<PayeeFault> staticFault(const BrCode &code, const Payee &due)
{
    if (code.key != due.account.key.value)
        return PayeeFault::Key;
    if (code.amount != std::optional(due.amount))
        return PayeeFault::Amount;
    return code.txid == due.txid ? std::nullopt : std::optional(PayeeFault::Txid);
}

} // namespace

std::optional<PixAccount> pixAccountOf(PixKeyType type, QStringView key, QStringView name, QStringView city)
{
    const std::optional<PixKey> valid = pixKeyOf(type, key);
    PixAccount account{valid.value_or(PixKey()), foldedForBrCode(name, kBrCodeName),
                       foldedForBrCode(city, kBrCodeCity)};
    return valid && !account.name.isEmpty() && !account.city.isEmpty() ? std::optional(account) : std::nullopt;
}

QLatin1StringView nameOf(PayeeFault fault)
{
    switch (fault) {
    case PayeeFault::Unreadable:
        return "unreadable"_L1;
    case PayeeFault::Kind:
        return "kind"_L1;
    case PayeeFault::Key:
        return "key"_L1;
    case PayeeFault::Name:
        return "name"_L1;
    case PayeeFault::City:
        return "city"_L1;
    case PayeeFault::Amount:
        return "amount"_L1;
    case PayeeFault::Txid:
        return "txid"_L1;
    }
    return "unreadable"_L1;
}

std::optional<PayeeFault> payeeFault(QStringView text, const Payee &due)
{
    const BrCodeReading reading = readBrCode(text);
    if (!reading.isAccepted() || !reading.isValid())
        return PayeeFault::Unreadable;
    const BrCode &code = reading.code;
    const BrCodeKind wanted = due.kind == ChargeKind::Shop ? BrCodeKind::Static : BrCodeKind::Dynamic;
    if (code.kind() != wanted || !code.isPlainSale())
        return PayeeFault::Kind;
    // The key before the name: whose money it is comes first.
    if (const auto fault = due.kind == ChargeKind::Shop ? staticFault(code, due) : std::nullopt)
        return fault;
    if (!isSame(code.name, due.account.name, kBrCodeName))
        return PayeeFault::Name;
    return isSame(code.city, due.account.city, kBrCodeCity) ? std::nullopt : std::optional(PayeeFault::City);
}

Result<QString> staticCode(const Payee &due, const QString &description)
{
    BrCode code;
    code.key = due.account.key.value;
    code.info = foldedForBrCode(description, brCodeInfoRoom(code.key));
    code.amount = due.amount;
    code.name = due.account.name;
    code.city = due.account.city;
    code.txid = due.txid;
    return brCodeText(code);
}

} // namespace balcao
