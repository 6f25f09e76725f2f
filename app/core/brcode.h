// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// BR Code: the text behind a Pix QR and behind "copia e cola". What it says, and how we write one.
// Source: Banco Central, Manual do BR Code 2.0.1 (table 1); Manual de Padrões para Iniciação do Pix 2.6.2,
// sections 1.3 to 1.7; API Pix 2.9.0 (recurrences).
#pragma once

#include "core/money.h"
#include "core/result.h"

#include <QString>
#include <QStringView>

#include <optional>

namespace balcao {

enum class BrCodeKind {
    Static,     ///< carries the key: can be paid again and again, and the bank knows no charge behind it
    Dynamic,    ///< carries an address: the bank answers there with the charge
    Composite,  ///< one of these and a recurrence: paying it may authorise later payments
    Recurrence, ///< an authorisation alone (Pix Automático)
};

struct BrCode
{
    QString key;                 ///< 26-01, as it stands in the code
    QString info;                ///< 26-02: shown to the payer
    QString withdrawal;          ///< 26-03: with it the code hands out cash (Pix Saque)
    QString url;                 ///< 26-25: host and path, no scheme
    QString recurrenceUrl;       ///< 80-25, or 26-25 with /rec/
    std::optional<Money> amount; ///< 54; nothing when the payer chooses. Of a dynamic code the bank's counts
    QString name;                ///< 59: payers see the DICT's name, not this one
    QString city;                ///< 60
    QString postalCode;          ///< 61: as it stands; written by us as eight digits
    QString txid;                ///< 62-05 of a static code; empty for "***"

    [[nodiscard]] BrCodeKind kind() const;
    /// Whether paying it is one sale: no recurrence, no cash.
    [[nodiscard]] bool isPlainSale() const;

    friend bool operator==(const BrCode &, const BrCode &) = default;
};

/// "static", "dynamic", "composite", "recurrence"
QLatin1StringView nameOf(BrCodeKind kind);

inline constexpr qsizetype kBrCodeLimit = 512; ///< of the whole text
inline constexpr qsizetype kBrCodeName = 25;
inline constexpr qsizetype kBrCodeCity = 15;

/// ASCII that every bank's reader takes: accents and marks off, what has no place in the set of the fields 59, 60
/// and 26-02 dropped, blanks squeezed, cut at `limit`. Never for keys and addresses.
QString foldedForBrCode(QStringView text, qsizetype limit);

/// How much 26-02 may hold beside this key; 0: nothing.
qsizetype brCodeInfoRoom(QStringView key);

/// "host/path" of 26-25 and 80-25: at most 77 characters, a host with a dot, no scheme, no user.
bool isBrCodeUrl(QStringView url);

/// The code's text, in ASCII. Name, city and info are folded. Rejected, with the object at fault as the detail
/// ("26-01", "54", …): a key or address that is none, nothing left of the name or the city, an amount of zero or
/// beside an address, a txid that a static code may not carry, cash.
Result<QString> brCodeText(const BrCode &code);

} // namespace balcao
