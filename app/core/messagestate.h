// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The life of a message as every desk shows it, and the rule for merging what arrives in any order.
// Source: Meta, webhooks/reference/messages/status; field reports of `delivered` before `sent`.
#pragma once

#include <QString>
#include <QStringView>

#include <optional>

namespace balcao {

/// The numbers stand in databases: new ones go at the end.
enum class MessageState {
    Received = 0,  ///< inbound
    Pending = 1,   ///< in a desk's outbox only; never on the wire
    Accepted = 2,  ///< the relay took the send
    Submitted = 3, ///< the Graph API answered with a wamid
    Sent = 4,
    Delivered = 5,
    Read = 6,
    Played = 7,
    Uncertain = 8, ///< "incerta": nobody knows whether it left; never sent again by itself
    Failed = 9,
    Rejected = 10, ///< the relay refused the command; in a desk's outbox only
};

QString toText(MessageState state);
std::optional<MessageState> messageStateFromText(QStringView text);

/// What a message in `current` becomes when `arrived` is reported. Monotonic and order-free:
/// the ladder never goes down; any word from Meta settles Uncertain; Failed is final, except that
/// delivered, read or played prove it wrong. Merging the same reports in any order gives one result.
MessageState mergeState(MessageState current, MessageState arrived);

} // namespace balcao
