// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Who a code pays, in words: kinds of keys, and why a code is not to be shown. What is shown to be paid is checked here
// first.
#pragma once

#include "core/payee.h"

#include <QCoreApplication>

namespace balcao::desk {

/// A code as it is shown to be paid. `code` empty: it is not to be shown, `fault` says why.
struct PixCode
{
    QString code;
    QString amountText;
    QString name;
    QString about; ///< description, validity
    QString fault;
};

class PayeeWords
{
    Q_DECLARE_TR_FUNCTIONS(balcao::desk::PayeeWords)

public:
    [[nodiscard]] static QString keyType(PixKeyType type);
    /// What the check of core/payee.h says, for people.
    [[nodiscard]] static QString fault(PayeeFault fault);
    /// The code of such a charge, or why it is not to be shown.
    [[nodiscard]] static PixCode checked(const QString &code, const Payee &due);
};

} // namespace balcao::desk
