// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "core/phone.h"
#include "core/servicewindow.h"
#include "core/text.h"
#include "relay/commands/commands.h"
#include "relay/store/upkeep.h"

namespace balcao::relay {

using namespace Qt::Literals::StringLiterals;

namespace {

wire::Subject about(CustomerId customer)
{
    wire::Subject subject;
    subject.customer = customer;
    return subject;
}

constexpr qsizetype kLongestText = 4096; // Meta's limit for a text message

} // namespace

Result<std::optional<Commands::Verdict>> Commands::maySend(const wire::SendMessage &body, const Conversation &in)
{
    using Refusal = std::optional<Verdict>;
    const wire::Content &content = body.content;
    if (content.media)
        return Refusal(Verdict::no(problem::kMediaMissing));
    if (content.type != ContentType::Text)
        return Refusal(Verdict::no(problem::kBadBody, u"content.type: cannot be sent"_s));
    if (content.text.trimmed().isEmpty())
        return Refusal(Verdict::no(problem::kBadBody, u"content.text: empty"_s));
    if (content.text.size() > kLongestText)
        return Refusal(Verdict::no(problem::kBadBody, u"content.text: too long"_s));
    BALCAO_TAKE(const bool erased, m_data.people().isErased(in.customer));
    if (erased)
        return Refusal(Verdict::no(problem::kErased));
    if (!isWindowOpen(in.inboundAt, m_data.clock().nowMs()))
        return Refusal(Verdict::no(problem::kWindowClosed));
    if (body.resendOf) {
        BALCAO_TAKE(const std::optional<MessageRow> before, m_data.messages().find(*body.resendOf));
        if (!before)
            return Refusal(Verdict::no(problem::kMessageUnknown));
        if (before->state != MessageState::Failed && before->state != MessageState::Uncertain)
            return Refusal(Verdict::no(problem::kNotResendable));
    }
    return Refusal();
}

Result<Commands::Verdict> Commands::handle(const wire::SendMessage &body)
{
    BALCAO_TAKE(std::optional<Conversation> in, conversation(body.conversation));
    if (!in)
        return Verdict::no(problem::kConversationUnknown);
    BALCAO_TAKE(const std::optional<MessageRow> stands, m_data.messages().find(body.message));
    if (stands)
        return Verdict::noop(body.message.text());
    BALCAO_TAKE(const std::optional<Verdict> refused, maySend(body, *in));
    if (refused)
        return *refused;
    if (in->state == ConversationState::Resolved)
        BALCAO_TRY(m_data.conversations().reopen(*in, m_stamp));
    QString quotedWamid;
    wire::Content content = body.content;
    content.text = cleanText(content.text, kLongestText);
    if (content.quote && content.quote->target) {
        BALCAO_TAKE(quotedWamid, m_data.messages().wamidOf(*content.quote->target));
    }
    wire::Subject subject = in->subject();
    subject.message = body.message;
    BALCAO_TAKE(const qint64 seq,
                m_data.announce(subject, m_stamp, wire::MessageAccepted{in->channel, content, body.resendOf}));
    BALCAO_TRY(m_data.messages().add({body.message, in->id, seq, true, MessageState::Accepted}));
    BALCAO_TRY(m_data.outgoing().add(body.message, seq, in->id, in->channel, content, quotedWamid));
    return Verdict::done();
}

Result<Commands::Verdict> Commands::handle(const wire::OpenConversation &body)
{
    BALCAO_TAKE(const std::optional<CustomerId> who, customer(body.customer));
    BALCAO_TAKE(const std::optional<Verdict> refused, unfit(who));
    if (refused)
        return *refused;
    BALCAO_TAKE(const bool hasChannel, m_data.shop().hasChannel(body.channel));
    if (!hasChannel)
        return Verdict::no(problem::kChannelUnknown);
    BALCAO_TAKE(const std::optional<Conversation> stands, m_data.conversations().find(*who, body.channel));
    if (stands) {
        if (stands->id != body.conversation)
            BALCAO_TRY(m_data.people().alias(body.conversation.bytes(), stands->id.bytes()));
        return Verdict::noop(stands->id.text());
    }
    BALCAO_TAKE(const std::optional<Conversation> another, conversation(body.conversation));
    if (another)
        return Verdict::no(problem::kBadBody, u"conversation: another's"_s);
    BALCAO_TRY(m_data.conversations().open(body.conversation, *who, body.channel, m_stamp));
    return Verdict::done();
}

Result<Commands::Verdict> Commands::handle(const wire::AssignConversation &body)
{
    BALCAO_TAKE(std::optional<Conversation> in, conversation(body.conversation));
    if (!in)
        return Verdict::no(problem::kConversationUnknown);
    if (!body.note.isEmpty()) {
        BALCAO_TAKE(const std::optional<Verdict> refused, unfit(in->customer));
        if (refused)
            return *refused;
    }
    if (body.to) {
        BALCAO_TAKE(const std::optional<Operator> to, m_data.operators().find(*body.to));
        if (!to)
            return Verdict::no(problem::kOperatorUnknown);
        if (to->disabled)
            return Verdict::no(problem::kOperatorDisabled);
    }
    if (isStale(in->changedSeq, in->changedDesk))
        return Verdict::no(problem::kStale);
    const OperatorId to = body.to.value_or(OperatorId());
    if (in->assignee == to && body.note.isEmpty())
        return Verdict::noop();
    in->assignee = to;
    BALCAO_TAKE(in->changedSeq,
                m_data.announce(in->subject(), m_stamp, wire::ConversationAssigned{body.to, body.note}));
    in->changedDesk = *m_stamp.desk;
    BALCAO_TRY(m_data.conversations().store(*in));
    return Verdict::done();
}

Result<Commands::Verdict> Commands::handle(const wire::SnoozeConversation &body)
{
    BALCAO_TAKE(std::optional<Conversation> in, conversation(body.conversation));
    if (!in)
        return Verdict::no(problem::kConversationUnknown);
    if (body.until <= m_data.clock().nowMs())
        return Verdict::no(problem::kTimePast);
    if (isStale(qMax(in->changedSeq, in->inboundSeq), in->inboundSeq > in->changedSeq ? DeskId() : in->changedDesk))
        return Verdict::no(problem::kStale);
    in->state = ConversationState::Snoozed;
    in->snoozedUntil = body.until;
    BALCAO_TAKE(in->changedSeq, m_data.announce(in->subject(), m_stamp, wire::ConversationSnoozed{body.until}));
    in->changedDesk = *m_stamp.desk;
    BALCAO_TRY(m_data.conversations().store(*in));
    return Verdict::done();
}

Result<Commands::Verdict> Commands::handle(const wire::WakeConversation &body)
{
    BALCAO_TAKE(std::optional<Conversation> in, conversation(body.conversation));
    if (!in)
        return Verdict::no(problem::kConversationUnknown);
    if (in->state != ConversationState::Snoozed)
        return Verdict::noop();
    BALCAO_TRY(m_data.conversations().wake(*in, wire::WakeReason::Operator, m_stamp));
    return Verdict::done();
}

Result<Commands::Verdict> Commands::handle(const wire::ResolveConversation &body)
{
    BALCAO_TAKE(std::optional<Conversation> in, conversation(body.conversation));
    if (!in)
        return Verdict::no(problem::kConversationUnknown);
    if (in->state == ConversationState::Resolved)
        return Verdict::noop();
    // The customer has written since: nobody has seen that yet.
    if (m_command.expect && in->inboundSeq > m_command.expect->seq)
        return Verdict::no(problem::kStale);
    in->state = ConversationState::Resolved;
    in->snoozedUntil = 0;
    BALCAO_TAKE(in->changedSeq, m_data.announce(in->subject(), m_stamp, wire::ConversationResolved{}));
    in->changedDesk = *m_stamp.desk;
    BALCAO_TRY(m_data.conversations().store(*in));
    return Verdict::done();
}

Result<Commands::Verdict> Commands::handle(const wire::ReopenConversation &body)
{
    BALCAO_TAKE(std::optional<Conversation> in, conversation(body.conversation));
    if (!in)
        return Verdict::no(problem::kConversationUnknown);
    if (in->state != ConversationState::Resolved)
        return Verdict::noop();
    if (isStale(in->changedSeq, in->changedDesk))
        return Verdict::no(problem::kStale);
    BALCAO_TRY(m_data.conversations().reopen(*in, m_stamp));
    return Verdict::done();
}

Result<Commands::Verdict> Commands::handle(const wire::ReadConversation &body)
{
    BALCAO_TAKE(std::optional<Conversation> in, conversation(body.conversation));
    if (!in)
        return Verdict::no(problem::kConversationUnknown);
    BALCAO_TAKE(const qint64 head, m_data.log().head());
    const qint64 upto = qMin(body.uptoSeq, head);
    if (upto <= in->readUpto)
        return Verdict::noop();
    in->readUpto = upto;
    BALCAO_TRY(m_data.conversations().store(*in));
    return say(in->subject(), wire::ConversationRead{upto});
}

Result<Commands::Verdict> Commands::handle(const wire::AddNote &body)
{
    BALCAO_TAKE(const std::optional<Conversation> in, conversation(body.conversation));
    if (!in)
        return Verdict::no(problem::kConversationUnknown);
    BALCAO_TAKE(const std::optional<Verdict> refused, unfit(in->customer));
    if (refused)
        return *refused;
    BALCAO_TAKE(const std::optional<ConversationId> stands, m_data.shop().noteHolder(body.note));
    if (stands)
        return Verdict::noop(body.note.text());
    if (body.text.trimmed().isEmpty())
        return Verdict::no(problem::kBadBody, u"text: empty"_s);
    BALCAO_TRY(m_data.shop().addNote(body.note, in->id));
    wire::Subject subject = in->subject();
    subject.note = body.note;
    return say(subject, wire::NoteAdded{cleanText(body.text, 4096)});
}

Result<Commands::Verdict> Commands::handle(const wire::RemoveNote &body)
{
    BALCAO_TAKE(const std::optional<ConversationId> holder, m_data.shop().noteHolder(body.note));
    if (!holder)
        return Verdict::no(problem::kNoteUnknown);
    BALCAO_TAKE(const bool removed, m_data.shop().removeNote(body.note));
    if (!removed)
        return Verdict::noop();
    BALCAO_TAKE(const std::optional<Conversation> in, conversation(*holder));
    wire::Subject subject = in ? in->subject() : wire::Subject();
    subject.note = body.note;
    return say(subject, wire::NoteRemoved{});
}

Result<Commands::Verdict> Commands::handle(const wire::CreateCustomer &body)
{
    Identifiers identifiers;
    identifiers.waId = phoneInBrazil(body.phone);
    if (identifiers.waId.isEmpty())
        return Verdict::no(problem::kBadBody, u"phone: not a phone number"_s);
    BALCAO_TAKE(const std::optional<CustomerId> itself, customer(body.customer));
    BALCAO_TAKE(const std::optional<CustomerId> stands, m_data.people().find(identifiers));
    if (itself)
        return Verdict::noop(itself->text());
    if (stands) {
        BALCAO_TRY(m_data.people().alias(body.customer.bytes(), stands->bytes()));
        return Verdict::noop(stands->text());
    }
    BALCAO_TRY(m_data.people().create(body.customer, {identifiers, {}, {}}, m_stamp));
    if (!body.name.trimmed().isEmpty())
        return say(about(body.customer), wire::CustomerRenamed{cleanText(body.name, 512), wire::NameSource::Operator});
    return Verdict::done();
}

Result<Commands::Verdict> Commands::handle(const wire::RenameCustomer &body)
{
    BALCAO_TAKE(const std::optional<CustomerId> who, customer(body.customer));
    BALCAO_TAKE(const std::optional<Verdict> refused, unfit(who));
    if (refused)
        return *refused;
    if (body.name.trimmed().isEmpty())
        return Verdict::no(problem::kBadBody, u"name: empty"_s);
    return say(about(*who), wire::CustomerRenamed{cleanText(body.name.trimmed(), 512), wire::NameSource::Operator});
}

Result<Commands::Verdict> Commands::setTag(CustomerId given, TagId tag, bool on)
{
    BALCAO_TAKE(const std::optional<CustomerId> who, customer(given));
    BALCAO_TAKE(const std::optional<Verdict> refused, unfit(who));
    if (refused)
        return *refused;
    BALCAO_TAKE(const bool known, m_data.shop().hasTag(tag));
    if (!known)
        return Verdict::no(problem::kTagUnknown);
    BALCAO_TAKE(const bool changed, m_data.shop().tagCustomer(*who, tag, on));
    if (!changed)
        return Verdict::noop();
    return on ? say(about(*who), wire::CustomerTagged{tag}) : say(about(*who), wire::CustomerUntagged{tag});
}

Result<Commands::Verdict> Commands::handle(const wire::TagCustomer &body)
{
    return setTag(body.customer, body.tag, true);
}

Result<Commands::Verdict> Commands::handle(const wire::UntagCustomer &body)
{
    return setTag(body.customer, body.tag, false);
}

Result<Commands::Verdict> Commands::handle(const wire::NoteCustomer &body)
{
    struct LastNote
    {
        qint64 seq = 0;
        DeskId desk;
    };
    BALCAO_TAKE(const std::optional<CustomerId> who, customer(body.customer));
    BALCAO_TAKE(const std::optional<Verdict> refused, unfit(who));
    if (refused)
        return *refused;
    const auto last = m_data.connection()
                          .prepare(u"SELECT note_seq, note_desk FROM customer WHERE id = ?"_s)
                          .bind(*who)
                          .one([](const sql::Statement &row) {
                              return LastNote{row.int64(0), row.id<DeskId>(1)};
                          });
    BALCAO_TRY(last);
    if (*last && isStale((*last)->seq, (*last)->desk))
        return Verdict::no(problem::kStale);
    BALCAO_TAKE(const qint64 seq,
                m_data.announce(about(*who), m_stamp, wire::CustomerNoted{cleanText(body.text, 4096)}));
    BALCAO_TRY(m_data.connection()
                   .prepare(u"UPDATE customer SET note_seq = ?, note_desk = ? WHERE id = ?"_s)
                   .bind(seq)
                   .bind(m_stamp.desk)
                   .bind(*who)
                   .run());
    return Verdict::done();
}

Result<Commands::Verdict> Commands::handle(const wire::RecordConsent &body)
{
    BALCAO_TAKE(const std::optional<CustomerId> who, customer(body.customer));
    BALCAO_TAKE(const std::optional<Verdict> refused, unfit(who));
    if (refused)
        return *refused;
    return say(about(*who), body.consent);
}

Result<Commands::Verdict> Commands::handle(const wire::RevealCustomer &body)
{
    BALCAO_TAKE(const std::optional<CustomerId> who, customer(body.customer));
    BALCAO_TAKE(const std::optional<Verdict> refused, unfit(who));
    if (refused)
        return *refused;
    return say(about(*who), wire::CustomerRevealed{body.what});
}

Result<Commands::Verdict> Commands::handle(const wire::MergeCustomers &body)
{
    BALCAO_TAKE(const std::optional<CustomerId> one, customer(body.one));
    BALCAO_TAKE(const std::optional<CustomerId> other, customer(body.other));
    for (const auto &who : {one, other}) {
        BALCAO_TAKE(const std::optional<Verdict> refused, unfit(who));
        if (refused)
            return *refused;
    }
    if (*one == *other)
        return Verdict::noop(one->text());
    BALCAO_TRY(m_data.people().merge(*one, *other, m_stamp));
    return Verdict::done();
}

Result<Commands::Verdict> Commands::handle(const wire::UnmergeCustomer &body)
{
    BALCAO_TAKE(const bool forgotten, m_data.people().isErased(body.customer));
    if (forgotten)
        return Verdict::no(problem::kErased);
    BALCAO_TAKE(const bool undone, m_data.people().unmerge(body.customer, m_stamp));
    return undone ? Verdict::done() : Verdict::no(problem::kCustomerUnknown);
}

Result<Commands::Verdict> Commands::handle(const wire::EraseCustomer &body)
{
    BALCAO_TAKE(const std::optional<CustomerId> who, customer(body.customer));
    if (!who)
        return Verdict::no(problem::kCustomerUnknown);
    BALCAO_TAKE(const bool gone, m_data.people().isErased(*who));
    if (gone)
        return Verdict::noop();
    BALCAO_TRY(eraseCustomer(m_data, *who));
    return say(about(*who), wire::CustomerErased{body.reason});
}

} // namespace balcao::relay
