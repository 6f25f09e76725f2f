// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "core/markedtext.h"
#include "core/text.h"
#include "store/eventapplier.h"
#include "store/messagesum.h"
#include "store/searchindex.h"

#include <algorithm>

namespace balcao::store {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Quoted
{
    QString text;
    ContentType type = ContentType::Text;
    bool outbound = false;
    OperatorId author;
};

constexpr QChar kFieldEnd(31);
constexpr QChar kTextEnd(30);
constexpr qsizetype kMostFields = 64;

/// A template's words are Meta's and its name the shop's; what of it can be told without the template is its name.
QStringList fieldsOf(const wire::Content &content)
{
    QStringList fields;
    if (content.place)
        fields = {content.place->name, content.place->address, content.place->latitude, content.place->longitude};
    for (const wire::ContactCard &one : content.contacts)
        fields << one.name << one.phones.value(0);
    if (!content.items.isEmpty()) {
        qint64 pieces = 0;
        qint64 cents = 0;
        for (const wire::OrderItem &item : content.items) {
            const qint64 few = std::clamp<qint64>(item.quantity, 0, 1'000'000);
            pieces += few;
            cents += few * std::clamp<qint64>(item.priceCents, 0, 1'000'000'000);
        }
        fields = {QString::number(pieces), QString::number(cents), content.items.first().currency};
    }
    if (content.usedTemplate)
        fields = {content.usedTemplate->name};
    if (content.type == ContentType::Unsupported || content.type == ContentType::Unknown)
        fields = {content.detail};
    return fields.mid(0, kMostFields);
}

QString cardOf(const wire::Content &content)
{
    QStringList clean;
    const QStringList fields = fieldsOf(content);
    for (const QString &field : fields)
        clean.append(previewText(field, 200)); // one line, and no control that could part it
    return clean.join(kFieldEnd);
}

} // namespace

Result<bool> EventApplier::insert(const wire::Event &event, qint64 sortAt, RowKind kind, bool outbound,
                                  const wire::Content &content, bool late)
{
    BALCAO_TAKE(const std::optional<ConversationRecord> in, conversationOf(event));
    if (!in)
        return false;
    Quoted quoted;
    const bool quotes = content.quote.has_value();
    const bool reacts = !quotes && content.type == ContentType::Reaction && content.reaction;
    std::optional<MessageId> target = quotes ? content.quote->target : std::nullopt;
    if (reacts)
        target = content.reaction->target; // so that its words are known, and follow when they change
    if (target) {
        const auto found =
            m_db.prepare(u"SELECT iif(text = '', file, text), type, outbound, author FROM message WHERE id = ?"_s)
                .bind(*target)
                .one([](const sql::Statement &row) {
                    return Quoted{previewWords(row.text(0), 160), static_cast<ContentType>(row.int64(1)),
                                  row.boolean(2), row.id<OperatorId>(3)};
                });
        BALCAO_TRY(found);
        quoted = found->value_or(Quoted());
        if (reacts && !*found)
            target.reset();
    }
    const MessageId id = event.subject.message.value_or(
        MessageId(event.subject.note ? event.subject.note->uuid()
                                     : QUuid::createUuidV5(in->id.uuid(), QByteArray::number(event.seq))));
    auto put =
        m_db.prepare(u"INSERT OR IGNORE INTO message (conversation, sort_at, seq, id, origin, kind, outbound, author, "
                     u"type, text, file, mime, "
                     "quote, quote_text, quote_type, quote_out, quote_author, card, chip, state, late, charge, sum) "
                     "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s);
    const bool isReaction = content.type == ContentType::Reaction && content.reaction;
    const MessageSum::Said said{id.bytes(),
                                in->id.bytes(),
                                sortAt,
                                event.seq,
                                static_cast<int>(kind),
                                outbound,
                                static_cast<int>(content.type),
                                isReaction ? content.reaction->emoji : content.text,
                                content.media ? content.media->filename : QString(),
                                cardOf(content)};
    const QByteArray sum = MessageSum::of(said);
    put.bind(in->id)
        .bind(sortAt)
        .bind(event.seq)
        .bind(id)
        .bind(*event.subject.conversation)
        .bind(static_cast<int>(kind))
        .bind(outbound);
    put.bind(event.actor.operatorId).bind(static_cast<int>(content.type));
    put.bind(said.text).bind(said.file).bind(content.media ? content.media->mime : QString());
    put.bind(quotes || target ? std::optional(target.value_or(MessageId()).bytes()) : std::nullopt).bind(quoted.text);
    put.bind(static_cast<int>(quoted.type)).bind(quoted.outbound);
    put.bind(quoted.author.isNull() ? std::nullopt : std::optional(quoted.author.bytes()));
    BALCAO_TAKE(const bool chip, react(content, outbound));
    put.bind(said.card).bind(chip);
    put.bind(static_cast<int>(outbound ? MessageState::Accepted : MessageState::Received))
        .bind(late)
        .bind(content.charge)
        .bind(sum);
    BALCAO_TRY(put.run());
    if (put.changes() == 0)
        return false;
    m_changes.threads.insert(in->id);
    if (sum.isEmpty())
        BALCAO_TRY(MessageSum(m_db).keep(id.bytes()));
    BALCAO_TRY(SearchIndex(m_db).addMessage(id.bytes()));
    return true;
}

// A reaction stands at the message it is about; true when that one is here.
Result<bool> EventApplier::react(const wire::Content &content, bool outbound)
{
    if (content.type != ContentType::Reaction || !content.reaction || !content.reaction->target)
        return false;
    auto put = m_db.prepare(outbound ? u"UPDATE message SET liked_out = ? WHERE id = ? AND gone = 0"_s
                                     : u"UPDATE message SET liked_in = ? WHERE id = ? AND gone = 0"_s);
    put.bind(previewText(content.reaction->emoji, 16)).bind(*content.reaction->target);
    BALCAO_TRY(put.run());
    return put.changes() > 0;
}

Result<void> EventApplier::inbound(const wire::Event &event, const wire::MessageReceived &body)
{
    BALCAO_TAKE(const bool isNew, insert(event, body.sortAt, RowKind::Message, false, body.content, body.late));
    BALCAO_TAKE(std::optional<ConversationRecord> in, conversationOf(event));
    if (!isNew || !in)
        return {};
    const bool speaks = body.content.type != ContentType::Reaction && body.content.type != ContentType::System;
    if (speaks) {
        in->inboundAt = qMax(in->inboundAt, body.sortAt);
        in->inboundSeq = event.seq;
        if (in->waitingSince == 0)
            in->waitingSince = body.sortAt;
        m_lastInboundAt = qMax(m_lastInboundAt, body.sortAt);
        in->unread += event.seq > in->readUpto ? 1 : 0;
        m_changes.arrived.insert(in->id);
    }
    if (event.subject.message &&
        (body.content.type == ContentType::Image || body.content.type == ContentType::Document))
        BALCAO_TRY(noteProof(in->id, *event.subject.message, body.sortAt));
    if (body.sortAt >= in->lastAt) {
        in->lastAt = body.sortAt;
        in->lastSeq = event.seq;
        in->preview = previewWords(body.content.type == ContentType::Reaction && body.content.reaction
                                       ? body.content.reaction->emoji
                                       : body.content.text);
        in->previewType = body.content.type;
        in->previewOut = false;
        in->outDismissed = false;
        in->previewMessage = event.subject.message.value_or(MessageId());
    }
    return save(*in);
}

Result<void> EventApplier::on(const wire::Event &event, const wire::MessageReceived &body)
{
    return inbound(event, body);
}

Result<void> EventApplier::on(const wire::Event &event, const wire::MessageReparsed &body)
{
    return inbound(event, body.received);
}

Result<void> EventApplier::on(const wire::Event &event, const wire::MessageAccepted &body)
{
    BALCAO_TAKE(const bool isNew, insert(event, event.at, RowKind::Message, true, body.content, false));
    if (isNew) {
        // Who got an automatic answer still waits for a person.
        const bool answers = event.actor.type != wire::ActorType::Automation;
        BALCAO_TAKE(const QString amount, amountOf(body.content.charge));
        BALCAO_TRY(spoke(event, body.content, amount.isEmpty() ? previewWords(body.content.text) : amount, answers));
    }
    return event.subject.message ? applyParked(*event.subject.message) : Result<void>();
}

Result<void> EventApplier::spoke(const wire::Event &event, const wire::Content &content, const QString &preview,
                                 bool answers)
{
    BALCAO_TAKE(std::optional<ConversationRecord> in, conversationOf(event));
    if (!in)
        return {};
    if (answers)
        in->waitingSince = 0;
    if (event.at >= in->lastAt) {
        in->lastAt = event.at;
        in->lastSeq = event.seq;
        in->preview = preview;
        in->previewType = content.type;
        in->previewOut = true;
        in->previewMessage = event.subject.message.value_or(MessageId());
        in->outState = MessageState::Accepted;
        in->outDismissed = false;
    }
    return save(*in);
}

Result<void> EventApplier::on(const wire::Event &event, const wire::MessageStatus &body)
{
    if (!event.subject.message)
        return {};
    BALCAO_TRY(meter(event, body));
    const auto known = m_db.prepare(u"SELECT 1 FROM message WHERE id = ?"_s)
                           .bind(*event.subject.message)
                           .one([](const sql::Statement &) { return true; });
    BALCAO_TRY(known);
    if (*known)
        return setState(*event.subject.message, body.state, body.error);
    return park(event, body);
}

/// A reply inside the service window that reached its customer, once (Meta: "pricing" of the messages webhook, category
/// "service": type "regular" is charged, "free_customer_service" is not, "free_entry_point" is of no quota). No person
/// stands in it, so it outlives an erasure.
Result<void> EventApplier::meter(const wire::Event &event, const wire::MessageStatus &body)
{
    const bool reached = body.state == MessageState::Delivered || body.state == MessageState::Read;
    if (!reached || !body.pricing || body.pricing->category != u"service"_s ||
        body.pricing->type == u"free_entry_point"_s)
        return {};
    BALCAO_TAKE(const std::optional<ConversationRecord> in, conversationOf(event));
    if (!in)
        return {};
    return m_db
        .prepare(u"INSERT INTO metered (message, channel, at, charged) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING"_s)
        .bind(*event.subject.message)
        .bind(in->channel)
        .bind(body.statusAt)
        .bind(body.pricing->type == u"regular"_s)
        .run();
}

Result<void> EventApplier::park(const wire::Event &event, const wire::MessageStatus &body)
{
    BALCAO_TAKE(const std::optional<ConversationRecord> in, conversationOf(event));
    if (in) {
        const auto erased = m_db.prepare(u"SELECT erased FROM customer WHERE id = ?"_s)
                                .bind(in->customer)
                                .one([](const sql::Statement &row) { return row.boolean(0); });
        BALCAO_TRY(erased);
        if (erased->value_or(false))
            return {};
    }
    const wire::SendError error = body.error.value_or(wire::SendError());
    return m_db
        .prepare(u"INSERT OR IGNORE INTO parked (message, seq, conversation, state, error_code, error_detail) "
                 "VALUES (?, ?, ?, ?, ?, ?)"_s)
        .bind(*event.subject.message)
        .bind(event.seq)
        .bind(event.subject.conversation)
        .bind(static_cast<int>(body.state))
        .bind(error.code)
        .bind(error.detail)
        .run();
}

Result<void> EventApplier::applyParked(MessageId message)
{
    struct Parked
    {
        MessageState state;
        wire::SendError error;
    };
    const auto waiting =
        m_db.prepare(u"SELECT state, error_code, error_detail FROM parked WHERE message = ? ORDER BY seq"_s)
            .bind(message)
            .all([](const sql::Statement &row) {
                return Parked{static_cast<MessageState>(row.int64(0)), {static_cast<int>(row.int64(1)), row.text(2)}};
            });
    BALCAO_TRY(waiting);
    for (const Parked &status : *waiting)
        BALCAO_TRY(setState(message, status.state, status.error));
    return m_db.prepare(u"DELETE FROM parked WHERE message = ?"_s).bind(message).run();
}

Result<void> EventApplier::setState(MessageId message, MessageState state, const std::optional<wire::SendError> &error)
{
    struct Now
    {
        ConversationId conversation;
        MessageState state;
    };
    const auto now = m_db.prepare(u"SELECT conversation, state FROM message WHERE id = ?"_s)
                         .bind(message)
                         .one([](const sql::Statement &row) {
                             return Now{row.id<ConversationId>(0), static_cast<MessageState>(row.int64(1))};
                         });
    BALCAO_TRY(now);
    if (!*now)
        return {};
    const MessageState merged = mergeState((*now)->state, state);
    if (merged == (*now)->state)
        return {};
    const bool failed = merged == MessageState::Failed && error;
    BALCAO_TRY(m_db.prepare(u"UPDATE message SET state = ?, error_code = ?, error_detail = ? WHERE id = ?"_s)
                   .bind(static_cast<int>(merged))
                   .bind(failed ? error->code : 0)
                   .bind(failed ? error->detail : QString())
                   .bind(message)
                   .run());
    m_changes.threads.insert((*now)->conversation);
    if (merged == MessageState::Failed)
        m_changes.failed.insert((*now)->conversation);
    BALCAO_TAKE(std::optional<ConversationRecord> in, m_conversations.find((*now)->conversation));
    if (!in || in->previewMessage != message)
        return {};
    in->outState = merged;
    return save(*in);
}

Result<void> EventApplier::on(const wire::Event &event, const wire::MessageDismissed &body)
{
    if (!event.subject.message)
        return {};
    const auto by = body.dismissed ? event.actor.operatorId : std::optional<OperatorId>();
    BALCAO_TRY(m_db.prepare(u"UPDATE message SET dismissed = ?, dismissed_by = ? WHERE id = ?"_s)
                   .bind(body.dismissed)
                   .bind(by)
                   .bind(*event.subject.message)
                   .run());
    BALCAO_TRY(touchThread(event));
    BALCAO_TAKE(std::optional<ConversationRecord> in, conversationOf(event));
    if (!in || in->previewMessage != *event.subject.message)
        return {};
    in->outDismissed = body.dismissed;
    return save(*in);
}

Result<void> EventApplier::on(const wire::Event &event, const wire::MessageUnreadable &)
{
    return event.subject.conversation ? systemLine(event, SystemLine::Unreadable) : Result<void>();
}

Result<void> EventApplier::on(const wire::Event &event, const wire::MessageEdited &body)
{
    if (!event.subject.message)
        return {};
    SearchIndex index(m_db);
    BALCAO_TRY(index.removeMessage(event.subject.message->bytes()));
    // The last few texts it had are kept, so that nobody can say that it always said that.
    BALCAO_TRY(m_db.prepare(u"UPDATE message SET was = substr(iif(was = '', '', was || ?2) || substr(text, 1, ?3), "
                            "-?4), text = ?1, edited = 1 WHERE id = ?5 AND gone = 0"_s)
                   .bind(body.content.text)
                   .bind(QString(kTextEnd))
                   .bind(4096)
                   .bind(16384)
                   .bind(*event.subject.message)
                   .run());
    BALCAO_TRY(index.addMessage(event.subject.message->bytes()));
    return reworded(*event.subject.message);
}

Result<void> EventApplier::on(const wire::Event &event, const wire::MessageRevoked &)
{
    if (!event.subject.message)
        return {};
    BALCAO_TRY(SearchIndex(m_db).removeMessage(event.subject.message->bytes()));
    BALCAO_TRY(
        m_db.prepare(u"UPDATE message SET text = '', file = '', card = '', was = '', liked_in = '', liked_out = '', "
                     "gone = 1 WHERE id = ?"_s)
            .bind(*event.subject.message)
            .run());
    return reworded(*event.subject.message);
}

Result<void> EventApplier::reworded(MessageId message)
{
    struct Words
    {
        ConversationId conversation;
        QString text;
    };
    const auto now = m_db.prepare(u"SELECT conversation, text FROM message WHERE id = ?"_s)
                         .bind(message)
                         .one([](const sql::Statement &row) {
                             return Words{row.id<ConversationId>(0), row.text(1)};
                         });
    BALCAO_TRY(now);
    if (!*now)
        return {};
    m_changes.threads.insert((*now)->conversation);
    BALCAO_TRY(MessageSum(m_db).keep(message.bytes()));
    const auto quoting = m_db.prepare(u"SELECT DISTINCT conversation FROM message WHERE quote = ?"_s)
                             .bind(message)
                             .all([](const sql::Statement &row) { return row.id<ConversationId>(0); });
    BALCAO_TRY(quoting);
    for (const ConversationId &one : *quoting)
        m_changes.threads.insert(one);
    BALCAO_TRY(m_db.prepare(u"UPDATE message SET quote_text = ? WHERE quote = ?"_s)
                   .bind(previewWords((*now)->text, 160))
                   .bind(message)
                   .run());
    BALCAO_TAKE(std::optional<ConversationRecord> in, m_conversations.find((*now)->conversation));
    if (!in || in->previewMessage != message)
        return {};
    in->preview = previewWords((*now)->text);
    return save(*in);
}

/// Under the name that it stands by now.
Result<void> EventApplier::touchThread(const wire::Event &event)
{
    BALCAO_TAKE(const std::optional<ConversationRecord> in, conversationOf(event));
    if (in)
        m_changes.threads.insert(in->id);
    return {};
}

Result<void> EventApplier::on(const wire::Event &event, const wire::MediaStored &)
{
    return touchThread(event);
}

Result<void> EventApplier::on(const wire::Event &event, const wire::MediaFailed &)
{
    return touchThread(event);
}

Result<void> EventApplier::on(const wire::Event &event, const wire::NoteAdded &body)
{
    wire::Content content;
    content.text = body.text;
    BALCAO_TRY(insert(event, event.at, RowKind::Note, true, content, false));
    return {};
}

Result<void> EventApplier::on(const wire::Event &event, const wire::NoteRemoved &)
{
    if (!event.subject.note)
        return {};
    BALCAO_TRY(touchThread(event));
    BALCAO_TRY(SearchIndex(m_db).removeMessage(event.subject.note->bytes()));
    return m_db.prepare(u"DELETE FROM message WHERE id = ? AND kind = 1"_s).bind(event.subject.note->bytes()).run();
}

Result<void> EventApplier::systemLine(const wire::Event &event, SystemLine line, const QString &text, OperatorId whom)
{
    // The line's number stands where a message has its type.
    BALCAO_TAKE(const std::optional<ConversationRecord> in, conversationOf(event));
    if (!in)
        return {};
    m_changes.threads.insert(in->id);
    const QByteArray id = QUuid::createUuidV5(in->id.uuid(), QByteArray::number(event.seq)).toRfc4122();
    BALCAO_TRY(m_db.prepare(u"INSERT OR IGNORE INTO message (conversation, sort_at, seq, id, origin, kind, outbound, "
                            u"author, type, text, quote_author) VALUES (?, ?, ?, ?, ?, ?, 1, ?, ?, ?, ?)"_s)
                   .bind(in->id)
                   .bind(event.at)
                   .bind(event.seq)
                   .bind(id)
                   .bind(*event.subject.conversation)
                   .bind(static_cast<int>(RowKind::System))
                   .bind(event.actor.operatorId)
                   .bind(static_cast<int>(line))
                   .bind(text)
                   .bind(whom)
                   .run());
    return MessageSum(m_db).keep(id);
}

} // namespace balcao::store
