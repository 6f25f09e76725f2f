// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Messages as they stand: id, direction, state and the keyed hash of the wamid. No texts. Statuses find
// their message by wamid or by our own id in biz_opaque_callback_data, and wait when neither is known.
#pragma once

#include "relay/store/log.h"

namespace balcao::relay {

class RelayData;
struct Stamp;

struct MessageRow
{
    MessageId id;
    ConversationId conversation;
    qint64 seq = 0;
    bool outbound = false;
    MessageState state = MessageState::Received;
};

class Messages
{
public:
    explicit Messages(RelayData &data) : m_data(data) {}

    Result<void> add(const MessageRow &row, const QString &wamid = {});
    Result<std::optional<MessageRow>> find(MessageId id);
    Result<std::optional<MessageRow>> byWamid(const QString &wamid);
    /// Plain wamid of a message, from the body of its event; empty when unknown or erased.
    Result<QString> wamidOf(MessageId id);
    /// Of the newest inbound message: what mark-as-read names.
    Result<QString> newestInboundWamid(ConversationId conversation);

    /// Merges a status into its message and says so, when it changes anything.
    Result<void> advance(MessageRow row, const wire::MessageStatus &status, const Stamp &stamp);
    Result<void> park(const QString &wamid, const wire::MessageStatus &status, qint64 rawId);
    /// The wamid became known: statuses that waited for it are applied.
    Result<void> tie(MessageId id, const QString &wamid, const Stamp &stamp);

private:
    RelayData &m_data;
};

} // namespace balcao::relay
