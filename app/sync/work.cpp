// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "sync/work.h"

#include <memory>

namespace balcao::sync {

namespace {

std::optional<QString> ifOther(const QString &before, const QString &after)
{
    return before == after ? std::optional<QString>() : after;
}

} // namespace

void Work::resolve(ConversationId conversation, OperatorId by)
{
    m_outbox.act(wire::ResolveConversation{conversation}, conversation, by, true);
}

void Work::reopen(ConversationId conversation, OperatorId by)
{
    m_outbox.act(wire::ReopenConversation{conversation}, conversation, by, true);
}

void Work::assign(ConversationId conversation, OperatorId to, const QString &note, OperatorId by)
{
    const auto whom = to.isNull() ? std::optional<OperatorId>() : std::optional(to);
    m_outbox.act(wire::AssignConversation{conversation, whom, note}, conversation, by, true);
}

void Work::snooze(ConversationId conversation, qint64 until, OperatorId by)
{
    m_outbox.act(wire::SnoozeConversation{conversation, until}, conversation, by, true);
}

void Work::wake(ConversationId conversation, OperatorId by)
{
    m_outbox.act(wire::WakeConversation{conversation}, conversation, by, true);
}

void Work::addNote(ConversationId conversation, NoteId note, const QString &text, OperatorId by, Outbox::Done done)
{
    m_outbox.act(wire::AddNote{note, conversation, text}, conversation, by, false, std::move(done));
}

void Work::removeNote(ConversationId conversation, NoteId note, OperatorId by)
{
    m_outbox.act(wire::RemoveNote{note}, conversation, by, false);
}

void Work::dismiss(ConversationId conversation, MessageId message, bool dismissed, OperatorId by)
{
    m_outbox.act(wire::DismissMessage{message, dismissed}, conversation, by, true);
}

void Work::tag(CustomerId customer, TagId tag, bool on, ConversationId seenIn, OperatorId by)
{
    if (on)
        m_outbox.act(wire::TagCustomer{customer, tag}, seenIn, by, false);
    else
        m_outbox.act(wire::UntagCustomer{customer, tag}, seenIn, by, false);
}

void Work::noteCustomer(CustomerId customer, const QString &text, OperatorId by, Outbox::Done done)
{
    m_outbox.act(wire::NoteCustomer{customer, text}, {}, by, true, std::move(done));
}

void Work::rename(CustomerId customer, const QString &name, OperatorId by)
{
    m_outbox.act(wire::RenameCustomer{customer, name}, {}, by, false);
}

void Work::consent(CustomerId customer, const QString &purpose, bool granted, OperatorId by)
{
    wire::CustomerConsented consent;
    consent.purpose = purpose;
    consent.granted = granted;
    m_outbox.act(wire::RecordConsent{customer, consent}, {}, by, false);
}

void Work::reveal(CustomerId customer, const QString &what, OperatorId by)
{
    m_outbox.act(wire::RevealCustomer{customer, what}, {}, by, false);
}

void Work::defineTag(TagId tag, const QString &name, const QString &colour, OperatorId by)
{
    m_outbox.act(wire::DefineTag{tag, {name, colour}}, {}, by, false);
}

void Work::changeTag(const store::TagRow &before, const store::TagRow &after, OperatorId by)
{
    const wire::TagChanged change{ifOther(before.name, after.name), ifOther(before.colour, after.colour)};
    m_outbox.act(wire::ChangeTag{after.id, change}, {}, by, false);
}

void Work::retireTag(TagId tag, OperatorId by)
{
    m_outbox.act(wire::RetireTag{tag}, {}, by, false);
}

void Work::defineReply(QuickReplyId reply, const QString &title, const QString &text, OperatorId by)
{
    m_outbox.act(wire::DefineReply{reply, {title, text}}, {}, by, false);
}

void Work::changeReply(const store::ReplyRow &before, const store::ReplyRow &after, OperatorId by)
{
    const wire::ReplyChanged change{ifOther(before.title, after.title), ifOther(before.text, after.text)};
    m_outbox.act(wire::ChangeReply{after.id, change}, {}, by, false);
}

void Work::retireReply(QuickReplyId reply, OperatorId by)
{
    m_outbox.act(wire::RetireReply{reply}, {}, by, false);
}

void Work::charge(CommandId id, const wire::ChargePix &body, OperatorId by, Outbox::Done done)
{
    m_outbox.charge(id, body, by, std::move(done));
}

void Work::cancelCharge(ChargeId charge, ConversationId conversation, OperatorId by)
{
    m_outbox.act(wire::CancelCharge{charge}, conversation, by, false);
}

void Work::sortStrays(const QStringList &endToEndIds, const Stray &as, const Stray &was, OperatorId by,
                      Outbox::Done done)
{
    constexpr qsizetype kAtOnce = 500; // a command has to fit
    auto left = std::make_shared<qsizetype>((endToEndIds.size() + kAtOnce - 1) / kAtOnce);
    auto isAllKept = std::make_shared<bool>(true);
    const auto one = [left, isAllKept, done = std::move(done)](bool kept) {
        *isAllKept = *isAllKept && kept;
        if (--*left == 0)
            done(*isAllKept);
    };
    for (qsizetype from = 0; from < endToEndIds.size(); from += kAtOnce)
        m_outbox.act(wire::SortStrays{endToEndIds.mid(from, kAtOnce), as.isKnown, as.whose, was.isKnown, was.whose}, {},
                     by, false, one);
}

} // namespace balcao::sync
