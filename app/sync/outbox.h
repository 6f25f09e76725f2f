// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// What staff do, on its way to the relay: durable here first, sent in order, one request at a time, the
// same ids until an outcome comes. A refusal keeps the text; nothing typed is ever lost. GUI thread.
#pragma once

#include "core/clock.h"
#include "http/backoff.h"
#include "net/relayclient.h"
#include "store/store.h"
#include "sync/seen.h"

#include <QObject>
#include <QTimer>

namespace balcao::sync {

class Outbox final : public QObject
{
    Q_OBJECT

public:
    /// `relayClock`: made_at is in relay time.
    Outbox(store::Store &store, net::RelayClient &client, const Clock &relayClock, const http::Backoff &backoff);

    void start();
    void stop();
    /// The connection works again, or works still: what waits may go.
    void pump();
    /// What a person's next act is based on, and the log that was read last; nothing goes before it is known.
    void setSeen(const Seen &seen);
    [[nodiscard]] int waiting() const { return m_waiting; }

    /// `done(false)`: could not be made durable; whoever asked keeps the text.
    using Done = std::function<void(bool)>;
    /// The draft of whoever sends it is gone in the same step.
    void sendText(ConversationId conversation, const QString &text, OperatorId by, Done done);
    /// A new message with the words of one that failed or is in doubt. Its id follows from that one's: pressed
    /// twice, or on two desks, it is still one message.
    void sendAgain(ConversationId conversation, MessageId before, const QString &text, OperatorId by, Done done);
    /// The same of a message that carries a charge: the relay knows its words and its code. `text` is what waits in sight.
    void chargeAgain(ConversationId conversation, MessageId before, const store::ChargeMessage &what,
                     const QString &text, OperatorId by);
    /// A new message in place of one of ours that was refused or is in doubt here; nothing when that is gone.
    void sendInstead(CommandId refused, ConversationId conversation, const QString &text, OperatorId by, Done done);
    /// Anything that is no send. `based`: on what this desk had read by then; the relay refuses it as stale when
    /// another desk was faster.
    void act(wire::CommandBody body, ConversationId about, OperatorId by, bool based, Done done = {});
    /// A charge: under the id that it was given when it was begun, and only for a minute: money never waits offline.
    void charge(CommandId id, const wire::ChargePix &body, OperatorId by, Done done);
    void markRead(ConversationId conversation, qint64 uptoSeq, OperatorId by);
    /// A refused or doubtful one is taken off the screen; its text is gone then.
    void discard(CommandId id, ConversationId conversation);
    /// The words, before `by`'s draft of that conversation by then; nothing: it may have left, and goes on waiting.
    using TakenBack = std::function<void(const Result<std::optional<QString>> &)>;
    void takeBack(CommandId id, ConversationId conversation, OperatorId by, TakenBack done);

Q_SIGNALS:
    /// Something of this conversation began to wait, was refused, was discarded or was taken back.
    void pendingChanged(balcao::ConversationId conversation);
    /// What waits there may be handed to the relay right now, or surely was not: it can be taken back no longer, or again.
    void claimChanged(balcao::ConversationId conversation);
    void waitingChanged(int count);
    /// Something that was asked for without a `done` could not be made durable: it was not done.
    /// Of what is no act the command is empty.
    void notKept(const balcao::wire::Command &command);
    /// Something that is no send was refused: the person has to be told, and its words stand nowhere else but here.
    void actRefused(const balcao::wire::Command &command, const QString &problem);
    /// What became of a charge; no problem: it was accepted.
    void chargeAnswered(balcao::CommandId id, balcao::ConversationId conversation, const QString &problem);
    /// A message was refused: it stands in its chat with the reason.
    void sendRefused(balcao::ConversationId conversation);
    /// Outcomes have come: the relay is reachable, its events are worth fetching now.
    void answered();
    /// What was sent has not been taken, and is tried again; false: it has been since.
    void heldUp(bool isHeldUp);

private:
    [[nodiscard]] wire::Command sending(const wire::SendMessage &body, OperatorId by) const;
    void again(wire::SendMessage body, MessageId before, const QString &text, OperatorId by, Done done);
    /// What is to be kept; encoded where it is written.
    struct Typed
    {
        wire::Command command;
        ConversationId conversation;
        MessageId message; ///< only sends
        QString text;
    };
    struct Batch
    {
        QList<store::OutboxEntry> entries;
        QByteArray read; ///< how far this desk has read, as it travels
    };
    struct ChargeOutcome
    {
        CommandId command;
        ConversationId conversation;
        QString problem; ///< empty: it was accepted
    };
    /// What staff have to be told of a batch.
    struct Settled
    {
        QList<ChargeOutcome> charges;
        QList<ConversationId> sends; ///< where one was refused
        QList<std::pair<wire::Command, QString>> acts;
    };
    using Keep = std::function<Result<void>(store::OutboxStore, const store::OutboxEntry &)>;
    using Outcomes = std::function<Result<QList<wire::Outcome>>()>; ///< on the writer's thread

    static store::OutboxEntry entryOf(const Typed &typed);
    static Settled settledBy(const QList<store::OutboxEntry> &batch, const QList<wire::Outcome> &outcomes);
    void store(const Typed &typed, Keep keep, Done done);
    void sendBatch(const Batch &batch);
    void heard(const QList<store::OutboxEntry> &batch, const net::CallResult<QByteArray> &result);
    void failed(const QList<store::OutboxEntry> &batch, const net::CallFailure &failure);
    void settle(const QList<store::OutboxEntry> &batch, Outcomes outcomes);
    void settled(const QList<store::OutboxEntry> &batch, const Settled &what);
    void refuseOne(const store::OutboxEntry &entry, const wire::WireProblem &problem);
    /// None of the batch was taken: what went for the first time has not been tried.
    void forgetTries(const QList<store::OutboxEntry> &batch);
    void tellClaim(const QList<store::OutboxEntry> &batch);
    void pause();
    void setHeldUp(bool isHeldUp);
    void countWaiting();

    store::Store &m_store;
    net::RelayClient &m_client;
    const Clock &m_relayClock;
    http::Backoff m_backoff;
    net::Call m_call;
    QTimer m_retry;
    QTimer m_lasting; ///< what is under way takes so long that it is seen
    std::optional<Seen> m_seen;
    int m_limit;
    int m_waiting = 0;
    bool m_running = false;
    bool m_busy = false;
    bool m_again = false;
    bool m_isHeldUp = false;
};

} // namespace balcao::sync
