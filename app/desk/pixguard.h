// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Whether a text that is about to be sent tells a customer to pay somebody who is not the shop: a key that was swapped
// in the clipboard looks like any other. Pure; talk with phones and CPFs in it is none of its business.
#pragma once

#include "core/payee.h"

namespace balcao::desk {

enum class ForeignPix {
    None,
    Key,
    Code, ///< a BR Code, "copia e cola"
};

/// E-mail and random keys and phones with +55 count wherever they stand; CPF, CNPJ and other phones only beside the
/// words "pix" or "chave". A bank's code names no key: its name has to be the shop's.
ForeignPix foreignPix(const QString &text, const PixAccount &own);

} // namespace balcao::desk
