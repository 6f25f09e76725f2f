// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// What the inbox and the thread read: pages of the store, asynchronously, on its reader thread. The
// desk's own view of it, so that presenters are tested without a database.
#pragma once

#include "core/result.h"
#include "desk/threadwindow.h"
#include "store/customerreader.h"
#include "store/outboxstore.h"
#include "store/rows.h"
#include "store/searchreader.h"

#include <QList>

#include <functional>
#include <optional>

namespace balcao::desk {

struct InboxSlice
{
    std::optional<store::ConversationRow> open; ///< the one that was asked about, wherever it belongs
    QList<store::ConversationRow> rows;         ///< in the order of the view
    bool more = false;                          ///< than were read
    qint64 total = 0;
    qint64 answeredAt = 0; ///< the shop's last answer, when nobody waits; 0: none, or not asked
};

/// One query's worth of an open conversation. `pending` are this desk's own sends on their way, and those
/// that the relay refused.
struct ThreadSlice
{
    std::optional<store::ConversationRow> head;
    QList<store::ThreadRow> rows; ///< oldest first
    QList<store::PendingRow> pending;
    bool hasOlder = false;
    bool hasNewer = false;
    int newer = 0; ///< how many of the customer's came after what the reader has seen
};

/// What stands beside each view's name.
struct RailCounts
{
    qint64 waiting = 0;
    qint64 expiring = 0;
    qint64 mine = 0;
    qint64 all = 0;
    qint64 snoozed = 0;
    QList<store::TagCount> tags;

    friend bool operator==(const RailCounts &, const RailCounts &) = default;
};

/// What can be chosen in dialogs: whom to hand over to, which tag, which text.
struct ShopLists
{
    QList<store::OperatorRow> operators;
    QList<store::TagCount> tags;
    QList<store::ReplyRow> replies;
};

struct SearchHits
{
    QList<store::CustomerHit> customers;
    QList<store::MessageHit> messages; ///< newest first
    bool moreCustomers = false;        ///< than were read
    bool moreMessages = false;
};

class ConversationSource
{
public:
    ConversationSource() = default;
    virtual ~ConversationSource() = default;
    Q_DISABLE_COPY_MOVE(ConversationSource)

    template <class T>
    using Done = std::function<void(const Result<T> &)>;

    /// Answers come back on the calling thread, never before the call returns.
    virtual void inbox(const store::ConversationFilter &filter, ConversationId open, int limit,
                       Done<InboxSlice> done) = 0;
    virtual void counts(OperatorId mine, qint64 nowMs, Done<RailCounts> done) = 0;
    virtual void lists(Done<ShopLists> done) = 0;
    virtual void meter(qint64 sinceMs, Done<QList<store::MeterRow>> done) = 0;
    virtual void customer(ConversationId conversation, Done<std::optional<store::CustomerCard>> done) = 0;
    /// Of the customer of that conversation, newest first: `limit` of those before `beforeSeq`, 0: the newest.
    virtual void charges(ConversationId conversation, int limit, qint64 beforeSeq,
                         Done<QList<store::ChargeRow>> done) = 0;
    virtual void search(const QString &typed, Done<SearchHits> done) = 0;
    virtual void thread(ConversationId conversation, const ThreadPlace &place, Done<ThreadSlice> done) = 0;
    /// Rows with those words, newest first.
    virtual void find(ConversationId conversation, const QString &typed, int limit, Done<QList<MessageId>> done) = 0;
    virtual void draft(ConversationId conversation, OperatorId operatorId, Done<QString> done) = 0;
    virtual void saveDraft(ConversationId conversation, OperatorId operatorId, const QString &text) = 0;
    /// Of a note about a customer: what was being written, or came back refused.
    virtual void noteDraft(CustomerId customer, OperatorId operatorId, Done<std::optional<store::NoteDraft>> done) = 0;
    /// A small thing that this desk remembers; never a secret.
    virtual void preference(const QString &key, Done<QByteArray> done) = 0;
    virtual void savePreference(const QString &key, const QByteArray &value) = 0;
    /// Nothing forgets it.
    virtual void saveNoteDraft(CustomerId customer, OperatorId operatorId,
                               const std::optional<store::NoteDraft> &draft) = 0;
};

/// What staff do in a conversation; sync's outbox stands behind it.
class ConversationActions
{
public:
    ConversationActions() = default;
    virtual ~ConversationActions() = default;
    Q_DISABLE_COPY_MOVE(ConversationActions)

    /// `done(false)` when it could not be made durable here: the text must stay where it is.
    virtual void sendText(ConversationId conversation, const QString &text, OperatorId by,
                          std::function<void(bool)> done) = 0;
    /// With `refused` set, that command of ours is replaced; else `message` is one that left and failed.
    virtual void sendAgain(ConversationId conversation, MessageId message, const QString &text, CommandId refused,
                           OperatorId by) = 0;
    /// Of a charge's message that left and failed; `text` is what waits in sight meanwhile.
    virtual void chargeAgain(ConversationId conversation, MessageId message, const store::ChargeMessage &what,
                             const QString &text, OperatorId by) = 0;
    virtual void discard(CommandId refused, ConversationId conversation) = 0;
    /// Of what was surely never handed to the server: its words, which stand before `by`'s draft by then; nothing: it
    /// may have left.
    virtual void takeBack(CommandId waiting, ConversationId conversation, OperatorId by,
                          std::function<void(const Result<std::optional<QString>> &)> done) = 0;
    virtual void markRead(ConversationId conversation, qint64 uptoSeq, OperatorId by) = 0;
    virtual void viewing(std::optional<ConversationId> conversation, OperatorId by, bool typing) = 0;
};

} // namespace balcao::desk
