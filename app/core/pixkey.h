// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Pix keys in the form in which the DICT keeps them. A right form does not say that the key exists, nor whose it
// is: only the bank can. Eleven digits may be a CPF and a mobile at once, so the type is asked, never guessed.
// Source: Banco Central, API DICT 1.1 (table of keys) and API Pix 2.9.0 (chave; CNPJ with letters).
#pragma once

#include <QList>
#include <QString>
#include <QStringView>

#include <optional>

namespace balcao {

enum class PixKeyType { Cpf, Cnpj, Phone, Email, Random };

struct PixKey
{
    PixKeyType type = PixKeyType::Random;
    QString value; ///< as the DICT keeps it: "12345678909", "+5519987654471", lower-case e-mail and UUID

    friend bool operator==(const PixKey &, const PixKey &) = default;
};

/// What somebody typed as a key of this type: dots, dashes, spaces and case as they like. Phones are Brazilian
/// mobiles, with or without +55.
std::optional<PixKey> pixKeyOf(PixKeyType type, QStringView typed);

/// Every type of which `typed` can be a key, in the order of the enum.
QList<PixKey> pixKeysOf(QStringView typed);

/// Whether a code may carry `value` as it is: the DICT's form, right check digits.
bool isPixKey(QStringView value);

/// "CPF", "CNPJ", "PHONE", "EMAIL", "EVP": Meta's key_type, and the words of API Pix.
QLatin1StringView nameOf(PixKeyType type);

/// Enough to recognise the shop's own key by, too little to copy.
QString pixKeyMasked(const PixKey &key);

} // namespace balcao
