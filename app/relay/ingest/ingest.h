// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Takes a verified webhook into the log: raw body kept, each item resolved to facts and appended. Runs in
// the writer, inside a savepoint.
#pragma once

#include "relay/ingest/webhookparser.h"
#include "relay/store/relaydata.h"

namespace balcao::relay {

class Ingest
{
public:
    /// `receivedAt`: relay time when the request came. Duplicates change nothing. An Error is a matter of
    /// the disk; an item that fails for another reason becomes message.unreadable, its neighbours stand.
    static Result<void> webhook(RelayData &data, const QByteArray &body, qint64 receivedAt);
    /// What could not be read when it came, read again if this is the first time with this version of the
    /// program: messages that can be read now become message.reparsed.
    static Result<void> readAgain(RelayData &data, const QByteArray &version);

private:
    Ingest(RelayData &data, qint64 receivedAt) : m_data(data), m_receivedAt(receivedAt) {}

    Result<void> takeAll(const QByteArray &body);
    Result<void> takeAlone(const WebhookItem &item);
    Result<wire::Subject> subjectOf(const Conversation &in, const Identifiers &by);
    Result<void> take(const InboundItem &item);
    Result<void> take(const StatusItem &item);
    Result<void> take(const EditItem &item);
    Result<void> take(const RevokeItem &item);
    Result<void> take(const EchoItem &item);
    Result<void> take(const IdentityItem &item);
    Result<void> take(const PreferenceItem &item);
    Result<void> take(const OtherItem &item);
    Result<void> take(const UnreadableItem &item);
    Result<qint64> announce(const wire::Subject &subject, const wire::MessageReceived &body, const QByteArray &dedupe);
    Result<void> amend(const QString &wamid, const Identifiers &from, const Amendment &amendment);
    Result<void> resolveTargets(const InboundItem &item, wire::Content &content);
    Result<void> repeated(const QString &wamid, const Identifiers &by);
    Result<void> unreadable(const UnreadableItem &item);
    Result<bool> isKnown(const QString &wamid, const QByteArray &dedupe);
    /// The webhook is theirs; `by`: what it named them by.
    Result<void> remember(CustomerId customer, const Identifiers &by);
    Result<void> rememberConversation(ConversationId conversation, const Identifiers &by);
    Result<void> tie(CustomerId customer, const Identifiers &by);
    Result<std::optional<CustomerId>> ownerOf(const Identifiers &identifiers);

    RelayData &m_data;
    qint64 m_receivedAt;
    qint64 m_rawId = 0;
    qint64 m_failed = 0;
    bool m_keepRaw = false;   ///< set by all but repetitions
    bool m_forgotten = false; ///< part of it is of somebody who was erased: not kept, whoever else is in it
    bool m_again = false;     ///< readAgain()
};

} // namespace balcao::relay
