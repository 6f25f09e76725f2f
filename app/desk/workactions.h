// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// What staff do beside writing: resolve, hand over, put off, tag, note. sync's Work stands behind it. GUI
// thread; every act is durable on this desk before it goes anywhere.
#pragma once

#include "store/rows.h"

#include <functional>

namespace balcao::desk {

class WorkActions
{
public:
    WorkActions() = default;
    virtual ~WorkActions() = default;
    Q_DISABLE_COPY_MOVE(WorkActions)

    virtual void resolve(ConversationId conversation, OperatorId by) = 0;
    virtual void reopen(ConversationId conversation, OperatorId by) = 0;
    /// `to` null: nobody's again.
    virtual void assign(ConversationId conversation, OperatorId to, const QString &note, OperatorId by) = 0;
    virtual void snooze(ConversationId conversation, qint64 untilMs, OperatorId by) = 0;
    virtual void wake(ConversationId conversation, OperatorId by) = 0;
    /// `done(false)`: not durable, the text must stay where it is.
    virtual void addNote(ConversationId conversation, NoteId note, const QString &text, OperatorId by,
                         std::function<void(bool)> done) = 0;
    virtual void removeNote(ConversationId conversation, NoteId note, OperatorId by) = 0;
    /// A doubtful message needs no more attention, or does again.
    virtual void dismiss(ConversationId conversation, MessageId message, bool dismissed, OperatorId by) = 0;
    virtual void tag(CustomerId customer, TagId tag, bool on, ConversationId seenIn, OperatorId by) = 0;
    virtual void defineTag(TagId tag, const QString &name, const QString &colour, OperatorId by) = 0;
    /// Only what differs is changed, here and of a quick reply.
    virtual void changeTag(const store::TagRow &before, const store::TagRow &after, OperatorId by) = 0;
    virtual void retireTag(TagId tag, OperatorId by) = 0;
    virtual void defineReply(QuickReplyId reply, const QString &title, const QString &text, OperatorId by) = 0;
    virtual void changeReply(const store::ReplyRow &before, const store::ReplyRow &after, OperatorId by) = 0;
    virtual void retireReply(QuickReplyId reply, OperatorId by) = 0;
    virtual void noteCustomer(CustomerId customer, const QString &text, OperatorId by,
                              std::function<void(bool)> done) = 0;
    virtual void rename(CustomerId customer, const QString &name, OperatorId by) = 0;
    virtual void consent(CustomerId customer, const QString &purpose, bool granted, OperatorId by) = 0;
    virtual void reveal(CustomerId customer, const QString &what, OperatorId by) = 0;
};

} // namespace balcao::desk
