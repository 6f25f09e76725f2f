// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// What staff do with conversations, customers and tags, as commands of the outbox: each is shown at once and
// sent when it can be. GUI thread.
#pragma once

#include "sync/outbox.h"

namespace balcao::sync {

class Work
{
public:
    explicit Work(Outbox &outbox) : m_outbox(outbox) {}

    void resolve(ConversationId conversation, OperatorId by);
    void reopen(ConversationId conversation, OperatorId by);
    /// `to` null: nobody's again.
    void assign(ConversationId conversation, OperatorId to, const QString &note, OperatorId by);
    /// `until` in relay time, UTC ms.
    void snooze(ConversationId conversation, qint64 until, OperatorId by);
    void wake(ConversationId conversation, OperatorId by);
    void addNote(ConversationId conversation, NoteId note, const QString &text, OperatorId by, Outbox::Done done);
    void removeNote(ConversationId conversation, NoteId note, OperatorId by);
    /// A doubtful message needs no more attention, or does again.
    void dismiss(ConversationId conversation, MessageId message, bool dismissed, OperatorId by);

    /// `seenIn`: the conversation whose row shows it before the relay has answered.
    void tag(CustomerId customer, TagId tag, bool on, ConversationId seenIn, OperatorId by);
    void noteCustomer(CustomerId customer, const QString &text, OperatorId by, Outbox::Done done);
    void rename(CustomerId customer, const QString &name, OperatorId by);
    /// What the customer accepts or refuses: "utility" or "marketing", Meta's own words for kinds of messages.
    void consent(CustomerId customer, const QString &purpose, bool granted, OperatorId by);
    /// Somebody has looked at what is masked: for the log.
    void reveal(CustomerId customer, const QString &what, OperatorId by);

    void defineTag(TagId tag, const QString &name, const QString &colour, OperatorId by);
    /// Only what differs is changed, here and of a quick reply.
    void changeTag(const store::TagRow &before, const store::TagRow &after, OperatorId by);
    void retireTag(TagId tag, OperatorId by);

    void defineReply(QuickReplyId reply, const QString &title, const QString &text, OperatorId by);
    void changeReply(const store::ReplyRow &before, const store::ReplyRow &after, OperatorId by);
    void retireReply(QuickReplyId reply, OperatorId by);

    /// `id` is made with the charge's own ids, once.
    void charge(CommandId id, const wire::ChargePix &body, OperatorId by, Outbox::Done done);
    /// What came without a charge is known, a sale at the counter or that customer's; or it is not after all.
    /// What came without a charge.
    struct Stray
    {
        bool isKnown = false;
        std::optional<ConversationId> whose; ///< none: a sale at the counter
    };
    /// `done(false)`: some of it could not be made durable here.
    void sortStrays(const QStringList &endToEndIds, const Stray &as, const Stray &was, OperatorId by,
                    Outbox::Done done);
    void cancelCharge(ChargeId charge, ConversationId conversation, OperatorId by);

private:
    Outbox &m_outbox;
};

} // namespace balcao::sync
