// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The life of a message as every desk shows it, and the rule for merging what arrives in any order.
// Source: Meta, webhooks/reference/messages/status; field reports of `delivered` before `sent`.
#pragma once

#include <QString>
#include <QStringView>

#include <optional>

namespace balcao {

enum class MessageState {
    Received,  ///< inbound
    Pending,   ///< in a desk's outbox only; never on the wire
    Accepted,  ///< the relay took the send
    Submitted, ///< the Graph API answered with a wamid
    Sent,
    Delivered,
    Read,
    Played,
    Uncertain, ///< "incerta": nobody knows whether it left; never sent again by itself
    Failed,
    Rejected, ///< the relay refused the command; in a desk's outbox only
};

QString toText(MessageState state);
std::optional<MessageState> messageStateFromText(QStringView text);

/// What a message in `current` becomes when `arrived` is reported. Monotonic and order-free:
/// the ladder never goes down; any word from Meta settles Uncertain; Failed is final, except that
/// delivered, read or played prove it wrong. Merging the same reports in any order gives one result.
MessageState mergeState(MessageState current, MessageState arrived);

} // namespace balcao
