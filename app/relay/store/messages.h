// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Messages as they stand: id, direction, state and the keyed hash of the wamid. No texts. Statuses find
// their message by wamid or by our own id in biz_opaque_callback_data, and wait when neither is known; so
// do edits and revocations that overtook their message.
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
    bool dismissed = false; ///< counts while it is in doubt: staff have left it at that
};

/// Meta has it, so the customer has or will: sent, as far as staff are concerned.
constexpr bool isAtMeta(MessageState state)
{
    return state >= MessageState::Submitted && state <= MessageState::Played;
}

/// What overtook its message or came after it: both go into the log as they are.
using Amendment = std::variant<wire::MessageEdited, wire::MessageRevoked>;

/// `in`: of those that are one, whose words it is.
struct InboundWamid
{
    ConversationId in;
    QString wamid;

    friend bool operator==(const InboundWamid &, const InboundWamid &) = default;
};

class Messages
{
public:
    explicit Messages(RelayData &data) : m_data(data) {}

    /// `again` stands for that message from now on; or, when another does already, its id, and nothing changes.
    Result<std::optional<MessageId>> resend(MessageId message, MessageId again);
    /// It, and what was sent again in its place, the first first. Not what is not there yet.
    Result<QList<MessageRow>> withResent(MessageId first);
    Result<void> add(const MessageRow &row, const QString &wamid = {});
    Result<std::optional<MessageRow>> find(MessageId id);
    Result<std::optional<MessageRow>> byWamid(const QString &wamid);
    /// Its customer was erased: nothing more is written about it.
    Result<bool> isOfErased(const MessageRow &row);
    /// Plain wamid of a message, from the body of its event; empty when unknown or erased.
    Result<QString> wamidOf(MessageId id);
    /// In the conversation and in all that are joined into it, of those up to that seq.
    Result<std::optional<MessageId>> newestInbound(ConversationId conversation, qint64 upto);
    /// The same of each of them: what mark-as-read names. At Meta each is a chat of its own, and a mark is of one chat.
    Result<QList<InboundWamid>> newestInboundWamids(ConversationId conversation, qint64 upto);

    /// Merges a status into its message and says so, when it changes anything.
    Result<void> advance(MessageRow row, const wire::MessageStatus &status, const Stamp &stamp);
    Result<void> dismiss(MessageId id, bool dismissed);
    /// At another desk, after that seq: left as it is, or taken up again.
    Result<bool> isDismissedElsewhere(MessageId id, DeskId desk, qint64 after);
    /// Says that it was edited or revoked, once, whenever it is told; a time of 0 is `heardAt`.
    Result<void> amend(const MessageRow &row, const QString &wamid, const Amendment &amendment, qint64 heardAt);
    /// `of`: whose it is, when that is known.
    Result<void> park(const QString &wamid, const wire::MessageStatus &status, qint64 rawId,
                      std::optional<CustomerId> of = {});
    Result<void> park(const QString &wamid, const Amendment &amendment, qint64 rawId,
                      std::optional<CustomerId> of = {});
    /// The wamid became known: what waited for it is applied.
    Result<void> tie(MessageId id, const QString &wamid, const Stamp &stamp);

private:
    Result<void> park(const QString &wamid, const QJsonObject &what, qint64 rawId, std::optional<CustomerId> of);
    Result<void> unpark(MessageId id, const QString &wamid, const QByteArray &what, qint64 at, const Stamp &stamp);

    RelayData &m_data;
};

} // namespace balcao::relay
