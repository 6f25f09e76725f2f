// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "desk/payeewords.h"

#include "core/money.h"

namespace balcao::desk {

QString PayeeWords::keyType(PixKeyType type)
{
    switch (type) {
    case PixKeyType::Cpf:
        return tr("CPF");
    case PixKeyType::Cnpj:
        return tr("CNPJ");
    case PixKeyType::Phone:
        return tr("Mobile");
    case PixKeyType::Email:
        return tr("E-mail");
    case PixKeyType::Random:
        break;
    }
    return tr("Random key");
}

QString PayeeWords::fault(PayeeFault fault)
{
    switch (fault) {
    case PayeeFault::Unreadable:
        return tr("No QR: this code cannot be read for sure. Do not let anybody pay it.");
    case PayeeFault::Kind:
        return tr("No QR: this code is of another kind than the charge. Do not let anybody pay it.");
    case PayeeFault::Key:
        return tr("No QR: this code pays another key than the shop's. Do not let anybody pay it.");
    case PayeeFault::Name:
        return tr("No QR: this code names somebody else than the shop. Do not let anybody pay it.");
    case PayeeFault::City:
        return tr("No QR: this code names another city than the shop's. Do not let anybody pay it.");
    case PayeeFault::Amount:
        return tr("No QR: this code is of another amount than the charge. Do not let anybody pay it.");
    case PayeeFault::Txid:
        return tr("No QR: this code is of another charge. Do not let anybody pay it.");
    }
    return {};
}

PixCode PayeeWords::checked(const QString &code, const Payee &due)
{
    PixCode shown;
    shown.amountText = reaisShown(due.amount);
    shown.name = due.account.name;
    if (const auto wrong = payeeFault(code, due))
        shown.fault = fault(*wrong);
    else
        shown.code = code;
    return shown;
}

} // namespace balcao::desk
