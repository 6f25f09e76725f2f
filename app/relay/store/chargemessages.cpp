// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Which messages carry a charge: the two that it was made with, and whatever was sent again in the place of one of them.

#include "relay/store/charges.h"
#include "relay/store/relaydata.h"

namespace balcao::relay {

using namespace Qt::Literals::StringLiterals;

Result<QList<MessageRow>> Charges::messagesOf(const Charge &charge, ContentType type)
{
    return m_data.messages().withResent(type == ContentType::PixCode ? charge.codeMessage : charge.message);
}

Result<std::optional<Charge>> Charges::carriedBy(const MessageRow &message)
{
    BALCAO_TAKE(const std::optional<Charge> own, ofMessage(message.id));
    if (own)
        return own;
    // Sent again: the event that says so says of which charge, too.
    BALCAO_TAKE(const std::optional<wire::Event> said, m_data.log().at(message.seq));
    const auto *accepted = said ? std::get_if<wire::MessageAccepted>(&said->body) : nullptr;
    if (!accepted || !accepted->content.charge)
        return own;
    return find(*accepted->content.charge);
}

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

Result<bool> Charges::hasLeft(const Charge &charge)
{
    for (const ContentType type : {ContentType::Pix, ContentType::PixCode}) {
        BALCAO_TAKE(const QList<MessageRow> rows, messagesOf(charge, type));
        for (const MessageRow &row : rows) {
            if (row.state != MessageState::Accepted && row.state != MessageState::Failed)
                return true;
        }
    }
    return false;
}

} // namespace balcao::relay
