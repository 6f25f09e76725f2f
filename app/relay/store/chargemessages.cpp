// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Which messages carry a charge: the two that it was made with, and whatever was sent again in the place of one of them.

#include "relay/store/charges.h"
#include "relay/store/relaydata.h"

namespace balcao::relay {

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
