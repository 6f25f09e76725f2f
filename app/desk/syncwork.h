// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// WorkActions over sync. GUI thread.
#pragma once

#include "desk/workactions.h"
#include "sync/work.h"

namespace balcao::desk {

class SyncWork final : public WorkActions
{
public:
    explicit SyncWork(sync::Work &work) : m_work(work) {}

    void resolve(ConversationId conversation, OperatorId by) override { m_work.resolve(conversation, by); }
    void reopen(ConversationId conversation, OperatorId by) override { m_work.reopen(conversation, by); }
    void assign(ConversationId conversation, OperatorId to, const QString &note, OperatorId by) override
    {
        m_work.assign(conversation, to, note, by);
    }
    void snooze(ConversationId conversation, qint64 untilMs, OperatorId by) override
    {
        m_work.snooze(conversation, untilMs, by);
    }
    void wake(ConversationId conversation, OperatorId by) override { m_work.wake(conversation, by); }
    void addNote(ConversationId conversation, NoteId note, const QString &text, OperatorId by,
                 std::function<void(bool)> done) override
    {
        m_work.addNote(conversation, note, text, by, std::move(done));
    }
    void removeNote(ConversationId conversation, NoteId note, OperatorId by) override
    {
        m_work.removeNote(conversation, note, by);
    }
    void dismiss(ConversationId conversation, MessageId message, bool dismissed, OperatorId by) override
    {
        m_work.dismiss(conversation, message, dismissed, by);
    }
    void tag(CustomerId customer, TagId tag, bool on, ConversationId seenIn, OperatorId by) override
    {
        m_work.tag(customer, tag, on, seenIn, by);
    }
    void defineTag(TagId tag, const QString &name, const QString &colour, OperatorId by) override
    {
        m_work.defineTag(tag, name, colour, by);
    }
    void changeTag(const store::TagRow &before, const store::TagRow &after, OperatorId by) override
    {
        m_work.changeTag(before, after, by);
    }
    void retireTag(TagId tag, OperatorId by) override { m_work.retireTag(tag, by); }
    void defineReply(QuickReplyId reply, const QString &title, const QString &text, OperatorId by) override
    {
        m_work.defineReply(reply, title, text, by);
    }
    void changeReply(const store::ReplyRow &before, const store::ReplyRow &after, OperatorId by) override
    {
        m_work.changeReply(before, after, by);
    }
    void retireReply(QuickReplyId reply, OperatorId by) override { m_work.retireReply(reply, by); }
    void noteCustomer(CustomerId customer, const QString &text, OperatorId by, std::function<void(bool)> done) override
    {
        m_work.noteCustomer(customer, text, by, std::move(done));
    }
    void rename(CustomerId customer, const QString &name, OperatorId by) override { m_work.rename(customer, name, by); }
    void consent(CustomerId customer, const QString &purpose, bool granted, OperatorId by) override
    {
        m_work.consent(customer, purpose, granted, by);
    }
    void reveal(CustomerId customer, const QString &what, OperatorId by) override { m_work.reveal(customer, what, by); }

private:
    sync::Work &m_work;
};

} // namespace balcao::desk
