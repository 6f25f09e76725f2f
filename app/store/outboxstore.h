// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Commands on their way to the relay. Written here before anything is sent; a row is pending until its id
// stands in the projection's causes or a refusal is stored, so a crash anywhere repairs itself. What was
// typed is kept with it. Writer thread (local.db).
#pragma once

#include "sql/connection.h"
#include "store/rows.h"

#include <QSet>

#include <optional>

namespace balcao::store {

struct OutboxEntry
{
    CommandId id;
    QString kind;
    ConversationId conversation; ///< null: about none
    MessageId message;           ///< only sends
    QString text;                ///< only sends: what was typed
    OperatorId operatorId;
    qint64 madeAt = 0;
    QByteArray command;      ///< JSON, sent byte for byte each time
    bool isFirstTry = false; ///< of toSend(): had never been posted
};

class OutboxStore
{
public:
    explicit OutboxStore(sql::Connection &local) : m_db(local) {}

    /// Durable when it returns.
    Result<void> add(const OutboxEntry &entry);
    /// The same for a reply: whoever wrote it has no draft of it any more, in one step.
    Result<void> addReply(const OutboxEntry &entry);
    /// The same, and the refused or doubtful one that it stands for is gone, in one step. False: that one was no
    /// longer there, and nothing was added.
    Result<bool> replace(CommandId before, const OutboxEntry &entry);
    /// A message that goes once more, in place of a refused send of it, in one step. Nothing when a send of it is
    /// on its way or has been accepted.
    Result<void> addAgain(const OutboxEntry &entry);
    /// The oldest team note of theirs that was refused and given back to nobody; it is gone from here then.
    Result<QString> takeRefusedNote(ConversationId conversation, OperatorId operatorId);
    /// The same of a note about a customer.
    Result<QString> takeRefusedCustomerNote(CustomerId customer, OperatorId operatorId);
    /// Not answered yet, in the order they were made.
    Result<QList<OutboxEntry>> unsent(int limit);
    /// The same, about to be posted to `log`: durable before it may arrive there. None of them can be taken back then.
    Result<QList<OutboxEntry>> toSend(int limit, LogId log);
    /// Surely none of them was taken.
    Result<void> notTried(const QList<CommandId> &ids);
    /// Messages among them.
    Result<qint64> unsentSends();
    /// A message that was surely never handed to the relay is gone from here, and its words stand before whatever
    /// draft `by` has in `conversation`, in one step: against toSend(), one of the two has it. Nothing: it may have
    /// left, is gone, or is no message of words, and all stays as it was.
    Result<std::optional<QString>> takeBack(CommandId id, ConversationId conversation, OperatorId by);
    /// Accepted or noop: waits for its event (noop has none and is done).
    Result<void> answered(CommandId id, bool noop, qint64 seq, qint64 nowMs);
    Result<void> refused(CommandId id, const QString &problem, qint64 nowMs);
    /// Their events have come, the last of them not after `upto`.
    Result<void> confirm(const QList<CommandId> &causes, qint64 upto, qint64 nowMs);
    /// Their events came, and say nothing any more: words are incerta, all else is done.
    Result<void> lost(const QSet<qint64> &events, qint64 nowMs);
    /// Whatever the projection has causes for is confirmed: repairs a crash between the two files. Not what is
    /// in question: the projection may still be of the log that was replaced.
    Result<void> reconcile(sql::Connection &projection, qint64 nowMs);
    /// In the thread: waiting, refused, or in doubt.
    /// By conversation, what has not left this desk.
    Result<QList<UnsentRow>> unsent();
    Result<QList<PendingRow>> shownIn(ConversationId conversation);
    Result<void> discard(CommandId id);
    Result<std::optional<OutboxEntry>> find(CommandId id);

    /// The relay came back from a backup: whether it still knows what it had accepted is open until its log
    /// has been replayed, and so is what became of a send that was posted to another log. Once, when the restored
    /// log is first seen. What was posted to `now` itself is in no question; null: all is.
    Result<void> question(LogId now);
    /// After that replay: what it does not know is offered again under the same id; a send may have left, so
    /// it is incerta, and a person decides.
    Result<void> settleQuestioned(sql::Connection &replayed, qint64 nowMs);
    /// Everything about an erased customer.
    Result<void> forgetConversation(ConversationId conversation);
    Result<void> forgetCustomer(CustomerId customer);
    /// Confirmed rows older than 30 days go.
    Result<void> purge(qint64 nowMs);

private:
    Result<void> confirmKnown(sql::Connection &projection, const QList<CommandId> &open, qint64 nowMs);

    sql::Connection &m_db;
};

/// A draft that begins with it is a note for the team: nobody can type it, and it never comes back as a reply.
inline constexpr QChar kNoteDraft(0x0001);

/// What was taken back was written before what has been begun since.
inline QString draftWith(const QString &takenBack, const QString &begun)
{
    const bool isNote = begun.startsWith(kNoteDraft);
    const QString rest = isNote ? begun.mid(1) : begun;
    const QString all = rest.isEmpty() ? takenBack : takenBack + u'\n' + rest;
    return isNote ? kNoteDraft + all : all;
}

/// A note about a customer, being written. `basedOn` is the note that stood when it was begun; nothing: it was refused,
/// because another had come first.
struct NoteDraft
{
    QString text;
    std::optional<QString> basedOn;

    friend bool operator==(const NoteDraft &, const NoteDraft &) = default;
};

class DraftStore
{
public:
    explicit DraftStore(sql::Connection &local) : m_db(local) {}

    Result<QString> find(ConversationId conversation, OperatorId operatorId);
    /// Empty text forgets it.
    Result<void> save(ConversationId conversation, OperatorId operatorId, const QString &text);
    Result<void> forgetConversation(ConversationId conversation);
    /// Of a note about a customer: stands in the same table, under the customer's id.
    Result<std::optional<NoteDraft>> findNote(CustomerId customer, OperatorId operatorId);
    /// Nothing forgets it.
    Result<void> saveNote(CustomerId customer, OperatorId operatorId, const std::optional<NoteDraft> &draft);
    Result<void> forgetCustomer(CustomerId customer);

private:
    sql::Connection &m_db;
};

/// Small things of this desk; never a secret.
class SettingStore
{
public:
    explicit SettingStore(sql::Connection &local) : m_db(local) {}

    Result<QByteArray> find(const QString &key);
    Result<void> save(const QString &key, const QByteArray &value);

private:
    sql::Connection &m_db;
};

} // namespace balcao::store
