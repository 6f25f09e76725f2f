// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// How each message with a charge's words left: what ends an order, and whether another picture is worth while.

#include "relay/store/charges.h"
#include "relay/store/metacodes.h"
#include "relay/store/relaydata.h"

namespace balcao::relay {

using namespace Qt::Literals::StringLiterals;

Result<void> Charges::leavesAs(MessageId message, ChargeForm form)
{
    return m_data.connection()
        .prepare(u"INSERT INTO charge_form (message, form) VALUES (?1, ?2) "
                 "ON CONFLICT (message) DO UPDATE SET form = ?2"_s)
        .bind(message)
        .bind(static_cast<int>(form))
        .run();
}

Result<ChargeForm> Charges::formOf(MessageId message)
{
    const auto form = m_data.connection()
                          .prepare(u"SELECT form FROM charge_form WHERE message = ?"_s)
                          .bind(message)
                          .one([](const sql::Statement &row) { return static_cast<ChargeForm>(row.int64(0)); });
    BALCAO_TRY(form);
    return form->value_or(ChargeForm::Words);
}

Result<void> Charges::failedAtMeta(MessageId message, int code)
{
    if (code != kFileRefused)
        return {};
    BALCAO_TAKE(const ChargeForm form, formOf(message));
    return form == ChargeForm::Picture ? leavesAs(message, ChargeForm::NotShown) : Result<void>();
}

Result<bool> Charges::goesUnpictured(const Charge &charge)
{
    BALCAO_TAKE(const QList<MessageRow> rows, messagesOf(charge, ContentType::Pix));
    for (const MessageRow &row : rows) {
        BALCAO_TAKE(const ChargeForm form, formOf(row.id));
        if (form == ChargeForm::NotShown)
            return true;
    }
    return false;
}

} // namespace balcao::relay
