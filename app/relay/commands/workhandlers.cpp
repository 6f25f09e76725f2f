// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "core/phone.h"
#include "core/servicewindow.h"
#include "core/text.h"
#include "relay/commands/commands.h"
#include "relay/store/upkeep.h"

#include <algorithm>
#include <limits>

namespace balcao::relay {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype kLongestText = 4096; // Meta's limit for a text message

constexpr bool isOfCharge(ContentType type)
{
    return type == ContentType::Pix || type == ContentType::PixCode;
}

} // namespace

Result<std::optional<MessageRow>> Commands::messageIn(const Conversation &in, MessageId message)
{
    BALCAO_TAKE(const std::optional<MessageRow> row, m_data.messages().find(message));
    if (!row)
        return std::optional<MessageRow>();
    BALCAO_TAKE(const std::optional<Conversation> its, conversation(row->conversation));
    return its && its->id == in.id ? row : std::optional<MessageRow>();
}

/// Whom an answer is for, should two be one: who was sent it before, who is quoted, who wrote last.
Result<CustomerId> Commands::recipient(const wire::SendMessage &body, const Conversation &in)
{
    std::optional<MessageId> about = body.resendOf;
    if (!about && body.content.quote)
        about = body.content.quote->target;
    if (!about) {
        BALCAO_TAKE(about, m_data.messages().newestInbound(in.id, std::numeric_limits<qint64>::max()));
    }
    if (!about)
        return m_data.people().lastHeard(in.customer);
    BALCAO_TAKE(const std::optional<MessageRow> row, m_data.messages().find(*about));
    return m_data.conversations().personOf(row ? row->conversation : in.id, in.customer);
}

Result<std::optional<Commands::Verdict>> Commands::maySend(const wire::SendMessage &body, const Conversation &in)
{
    using Refusal = std::optional<Verdict>;
    const wire::Content &content = body.content;
    if (content.media)
        return Refusal(Verdict::no(problem::kMediaMissing));
    const bool isText = content.type == ContentType::Text && !content.charge;
    if (!isText && !(isOfCharge(content.type) && body.resendOf))
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
        BALCAO_TAKE(const std::optional<MessageRow> before, messageIn(in, *body.resendOf));
        if (!before)
            return Refusal(Verdict::no(problem::kMessageUnknown));
        if (before->state != MessageState::Failed && before->state != MessageState::Uncertain)
            return Refusal(Verdict::no(problem::kNotResendable));
        BALCAO_TAKE(const bool isSame, isSameAgain(content, *before));
        if (!isSame)
            return Refusal(Verdict::no(problem::kBadBody, u"resend_of: not of this charge"_s));
    }
    if (content.quote && content.quote->target) {
        BALCAO_TAKE(const std::optional<MessageRow> quoted, messageIn(in, *content.quote->target));
        if (!quoted)
            return Refusal(Verdict::no(problem::kMessageUnknown));
    }
    return Refusal();
}

/// A charge's words go in the place of its words, its code in that of its code, and nothing else in theirs: what stands
/// for a charge's message is looked at as the charge is.
Result<bool> Commands::isSameAgain(const wire::Content &content, const MessageRow &before)
{
    BALCAO_TAKE(const std::optional<Charge> its, m_data.charges().carriedBy(before));
    if (!its || !isOfCharge(content.type))
        return !its && !isOfCharge(content.type);
    BALCAO_TAKE(const QList<MessageRow> like, m_data.charges().messagesOf(*its, content.type));
    return content.charge == its->id && std::ranges::find(like, before.id, &MessageRow::id) != like.end();
}

/// A message of a charge goes again with the charge's own words, whatever the desk says of them.
Result<std::optional<Commands::Verdict>> Commands::fillFromCharge(wire::Content &content, const Conversation &in)
{
    using Refusal = std::optional<Verdict>;
    BALCAO_TAKE(const std::optional<Charge> charge, m_data.charges().find(content.charge.value_or(ChargeId())));
    if (!charge)
        return Refusal(Verdict::no(problem::kChargeUnknown));
    BALCAO_TAKE(const std::optional<Conversation> its, conversation(charge->conversation));
    if (!its || its->id != in.id)
        return Refusal(Verdict::no(problem::kChargeUnknown));
    if (!isPayable(chargeState(charge->facts, m_data.clock().nowMs())))
        return Refusal(Verdict::no(problem::kChargeClosed));
    content = Charges::contentFor(*charge, content.type);
    return Refusal();
}

Result<Commands::Verdict> Commands::handle(const wire::SendMessage &asked)
{
    wire::SendMessage body = asked;
    BALCAO_TAKE(std::optional<Conversation> in, conversation(body.conversation));
    if (!in)
        return Verdict::no(problem::kConversationUnknown);
    BALCAO_TAKE(const std::optional<MessageRow> stands, m_data.messages().find(body.message));
    if (stands)
        return Verdict::noop(body.message.text());
    BALCAO_TAKE(const std::optional<Charge> reserved, m_data.charges().ofMessage(body.message));
    if (reserved)
        return Verdict::no(problem::kBadBody, u"message: the id is a charge's"_s);
    // Written when two were taken for one: it may mean the other.
    if (m_command.expect && in->partedSeq > m_command.expect->seq)
        return Verdict::no(problem::kStale);
    if (isOfCharge(body.content.type)) {
        BALCAO_TAKE(const std::optional<Verdict> unpayable, fillFromCharge(body.content, *in));
        if (unpayable)
            return *unpayable;
    }
    BALCAO_TAKE(const std::optional<Verdict> refused, maySend(body, *in));
    if (refused)
        return *refused;
    if (body.resendOf) {
        BALCAO_TAKE(const std::optional<MessageId> sent, m_data.messages().resend(*body.resendOf, body.message));
        if (sent)
            return Verdict::noop(sent->text());
    }
    if (in->state == ConversationState::Resolved)
        BALCAO_TRY(m_data.conversations().reopen(*in, m_stamp));
    QString quotedWamid;
    wire::Content content = body.content;
    content.text = cleanText(content.text, kLongestText);
    if (content.quote && content.quote->target) {
        BALCAO_TAKE(quotedWamid, m_data.messages().wamidOf(*content.quote->target));
    }
    BALCAO_TAKE(const CustomerId person, recipient(body, *in));
    BALCAO_TAKE(const ConversationId told, m_data.conversations().heardIn(*in, person));
    wire::Subject subject = in->subject(told);
    subject.message = body.message;
    subject.charge = content.charge;
    wire::Content said = content;
    if (content.type == ContentType::PixCode)
        said.text.clear(); // it stands in the charge
    BALCAO_TAKE(const qint64 seq,
                m_data.announce(subject, m_stamp, wire::MessageAccepted{in->channel, said, body.resendOf}));
    BALCAO_TRY(m_data.messages().add({body.message, told, seq, true, MessageState::Accepted}));
    BALCAO_TRY(m_data.outgoing().add(body.message, seq, told, in->channel, content, quotedWamid));
    return Verdict::done();
}

Result<Commands::Verdict> Commands::handle(const wire::DismissMessage &body)
{
    BALCAO_TAKE(const std::optional<MessageRow> row, m_data.messages().find(body.message));
    if (!row)
        return Verdict::no(problem::kMessageUnknown);
    BALCAO_TAKE(const std::optional<Conversation> in, conversation(row->conversation));
    if (!in)
        return Verdict::no(problem::kConversationUnknown);
    BALCAO_TAKE(const std::optional<Verdict> refused, unfit(in->customer));
    if (refused)
        return *refused;
    // Whoever asked saw it in doubt: a log from before that will come to know, and one that it settled in needs nothing.
    const bool mayBeInDoubt =
        row->outbound && (row->state == MessageState::Uncertain || row->state == MessageState::Accepted);
    if (!mayBeInDoubt || row->dismissed == body.dismissed)
        return Verdict::noop();
    if (m_command.expect) {
        BALCAO_TAKE(const bool unseen,
                    m_data.messages().isDismissedElsewhere(row->id, *m_stamp.desk, m_command.expect->seq));
        if (unseen)
            return Verdict::no(problem::kStale);
    }
    BALCAO_TRY(m_data.messages().dismiss(row->id, body.dismissed));
    wire::Subject subject = in->subject(row->conversation);
    subject.episode.reset();
    subject.message = row->id;
    return say(subject, wire::MessageDismissed{body.dismissed});
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
        BALCAO_TAKE(const std::optional<Conversation> known, conversation(body.conversation));
        BALCAO_TAKE(const bool taken, m_data.people().isTaken(body.conversation.bytes()));
        if (taken && (!known || known->id != stands->id))
            return Verdict::no(problem::kBadBody, u"conversation: another's"_s);
        if (!taken) {
            BALCAO_TAKE(const CustomerId person, m_data.people().named(body.customer));
            BALCAO_TAKE(const ConversationId its, m_data.conversations().heardIn(*stands, person));
            BALCAO_TRY(m_data.people().alias(body.conversation.bytes(), its.bytes()));
        }
        return Verdict::noop(stands->id.text());
    }
    BALCAO_TAKE(const bool another, m_data.people().isTaken(body.conversation.bytes()));
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
    if (const auto wrong = tooLong("note"_L1, body.note, kLongestText))
        return *wrong;
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
    if (isStale(in->changed))
        return Verdict::no(problem::kStale);
    const OperatorId to = body.to.value_or(OperatorId());
    if (in->assignee == to && body.note.isEmpty())
        return Verdict::noop();
    in->assignee = to;
    BALCAO_TAKE(const qint64 seq,
                m_data.announce(in->subject(), m_stamp,
                                wire::ConversationAssigned{body.to, cleanText(body.note, kLongestText)}));
    in->changed.set(seq, *m_stamp.desk);
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
    if (in->state == ConversationState::Resolved)
        return Verdict::no(problem::kStale); // whoever asked saw it open
    // Two things, each by itself: nobody has seen what the customer wrote since; another desk was faster.
    const bool unseen = m_command.expect && in->inboundSeq > m_command.expect->seq;
    if (unseen || isStale(in->changed))
        return Verdict::no(problem::kStale);
    in->state = ConversationState::Snoozed;
    in->snoozedUntil = body.until;
    BALCAO_TAKE(const qint64 seq, m_data.announce(in->subject(), m_stamp, wire::ConversationSnoozed{body.until}));
    in->changed.set(seq, *m_stamp.desk);
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
    if (m_command.expect) {
        BALCAO_TAKE(const bool anew,
                    m_data.conversations().isSnoozedElsewhere(in->id, *m_stamp.desk, m_command.expect->seq));
        if (anew)
            return Verdict::no(problem::kStale);
    }
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
    BALCAO_TAKE(const qint64 seq, m_data.announce(in->subject(), m_stamp, wire::ConversationResolved{}));
    in->changed.set(seq, *m_stamp.desk);
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
    if (isStale(in->changed))
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
    const qint64 seen = m_command.expect ? m_command.expect->seq : head;
    const qint64 upto = std::min({body.uptoSeq, head, seen});
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
    if (const auto wrong = tooLong("text"_L1, body.text, kLongestText))
        return *wrong;
    BALCAO_TRY(m_data.shop().addNote(body.note, in->id));
    wire::Subject subject = in->subject();
    subject.note = body.note;
    return say(subject, wire::NoteAdded{cleanText(body.text, kLongestText)});
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

} // namespace balcao::relay
