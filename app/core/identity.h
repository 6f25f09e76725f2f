// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Who is this? The identifiers under which WhatsApp names one customer, and the keys under which they
// meet. The relay runs these rules inside its write transaction; a desk never infers identity.
// Source: Meta, business-scoped user ids (2026-06-29): any webhook may bring any subset of them.
#pragma once

#include <QList>
#include <QString>

namespace balcao {

struct Identifiers
{
    QString bsuid;       ///< "BR.1349…": scoped to the shop's business portfolio
    QString parentBsuid; ///< "BR.ENT.…"
    QString waId;        ///< digits; not always the phone

    [[nodiscard]] bool isEmpty() const { return bsuid.isEmpty() && parentBsuid.isEmpty() && waId.isEmpty(); }
    friend bool operator==(const Identifiers &, const Identifiers &) = default;
};

/// The numbers stand in databases: new ones go at the end.
enum class IdentifierKind { Bsuid = 0, ParentBsuid = 1, Phone = 2 };

struct IdentityKey
{
    IdentifierKind kind = IdentifierKind::Phone;
    QString value;

    friend bool operator==(const IdentityKey &, const IdentityKey &) = default;
};

/// "^[A-Z]{2}\.[A-Za-z0-9]{1,128}$", and with "ENT." after the country for parents.
bool isBsuid(QStringView text);
bool isParentBsuid(QStringView text);

/// Drops what is malformed, turns a phone into digits; the result may be empty.
Identifiers sanitized(const Identifiers &raw);

/// Keys in order of trust, strongest first. Two customers that share one are the same person.
QList<IdentityKey> identityKeys(const Identifiers &identifiers);

/// How the Graph API is to be told whom to reach: `to` for a phone, `recipient` for a BSUID. A BSUID in
/// `to` is answered 200 and silently dropped, so the field is part of the answer.
struct Address
{
    QString field; ///< "to", "recipient", or empty when the customer cannot be reached
    QString value;
};
Address addressOf(const Identifiers &identifiers);

} // namespace balcao
