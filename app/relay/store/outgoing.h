// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Sends on their way to Meta: what the scheduler works off. An attempt is a row before it is a request,
// so that a crash between the two is known to be in doubt. Texts go when the send is done.
#pragma once

#include "core/identity.h"
#include "relay/store/log.h"

namespace balcao::relay {

class RelayData;
struct Stamp;

struct SendJob
{
    MessageId message;
    qint64 seq = 0;
    ConversationId conversation;
    QString channel;
    Address address;
    wire::Content content;
    QString quotedWamid;
    int attempts = 0; ///< that count towards giving up, the one under way included
    qint64 notBefore = 0;
    qint64 attemptAt = 0;
    bool inDoubt = false; ///< an attempt stands without a result
};

struct PausedChannel
{
    QString channel;
    int code = 0;
};

class Outgoing
{
public:
    explicit Outgoing(RelayData &data) : m_data(data) {}

    Result<void> add(MessageId message, qint64 seq, const ConversationId &conversation, const QString &channel,
                     const wire::Content &content, const QString &quotedWamid);
    /// Not done yet, with seq above `after`, in order.
    Result<QList<SendJob>> openAfter(qint64 after);
    Result<std::optional<SendJob>> find(MessageId message);
    Result<qint64> waiting(const QString &channel);

    /// Durable before the request leaves. False: settled or gone meanwhile, do not send.
    Result<bool> attemptStarted(MessageId message);
    Result<void> submitted(MessageId message, const QString &wamid, const Identifiers &recipient);
    /// Meta's answer names whom it reached, in its own spelling.
    Result<void> reached(MessageId message, const Identifiers &recipient);
    /// `counts`: towards giving up.
    Result<void> retryAt(MessageId message, qint64 whenMs, bool counts = true);
    Result<void> failed(MessageId message, const wire::SendError &error);
    /// "incerta": nobody knows. Nothing happens when a status has settled it meanwhile.
    Result<void> uncertain(MessageId message);
    /// A status said what became of it.
    Result<void> settled(MessageId message, MessageState state);
    Result<bool> isOpen(MessageId message);

    Result<void> pause(const QString &channel, int code);
    Result<bool> resume(const QString &channel, const Stamp &stamp);
    Result<QList<PausedChannel>> paused();

private:
    Result<void> addressTo(SendJob &job);
    Result<void> finish(MessageId message);
    Result<void> say(MessageId message, const wire::MessageStatus &status);

    RelayData &m_data;
};

} // namespace balcao::relay
