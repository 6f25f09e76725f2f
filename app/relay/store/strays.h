// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Money that came to the shop's account and that no charge asked for: told to desks, and in the day's report.
#pragma once

#include "relay/store/log.h"
#include "wire/pixevents.h"

namespace balcao::relay {

class RelayData;
struct Stamp;

class Strays
{
public:
    struct Sorting
    {
        bool isKnown = false;
        std::optional<ConversationId> whose; ///< none: a sale at the counter
    };
    enum class Sorted {
        Said,
        Same,  ///< it was said so, is a charge's, or is in a report
        Other, ///< it is not what whoever said it saw, or not known
    };

    explicit Strays(RelayData &data) : m_data(data) {}

    /// From now on; what came before Balcão asked this bank is not told of. `bank`: what makes it that one.
    Result<void> begin(const QByteArray &bank);
    /// The bank names a payment whose charge is not known. What counts for a charge already, or came before begin(), is
    /// nothing; nor is what was said already.
    Result<void> hear(const wire::PixPayment &payment);
    /// Staff know what it was: a sale at the counter, or whose; or not. `was`: what it has to be; nothing: whatever.
    Result<Sorted> sort(const QString &endToEndId, const Sorting &as, const std::optional<Sorting> &was,
                        const Stamp &stamp);
    /// That payment counts for this charge.
    Result<void> claim(const QString &endToEndId, ChargeId charge);

private:
    Result<std::optional<wire::PixStray>> saidOf(const QString &endToEndId);
    /// Both name one conversation, whatever was joined since.
    Result<bool> isSame(std::optional<ConversationId> one, std::optional<ConversationId> other);
    Result<void> say(const wire::PixStray &stray, const Stamp &stamp);

    RelayData &m_data;
};

} // namespace balcao::relay
