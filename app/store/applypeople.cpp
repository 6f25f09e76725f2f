// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "store/eventapplier.h"

namespace balcao::store {

using namespace Qt::Literals::StringLiterals;

Result<void> EventApplier::touchCustomer(CustomerId customer)
{
    BALCAO_TAKE(const QList<ConversationId> conversations, m_conversations.of(customer));
    for (const ConversationId &id : conversations)
        m_changes.conversations.insert(id);
    return {};
}

Result<void> EventApplier::on(const wire::Event &event, const wire::CustomerCreated &body)
{
    if (!event.subject.customer)
        return {};
    return m_db.prepare(u"INSERT OR IGNORE INTO customer (id, name, username, wa_id, bsuid) VALUES (?, ?, ?, ?, ?)"_s)
        .bind(*event.subject.customer)
        .bind(body.name)
        .bind(body.identifiers.username)
        .bind(body.identifiers.waId)
        .bind(body.identifiers.bsuid)
        .run();
}

Result<void> EventApplier::on(const wire::Event &event, const wire::CustomerRenamed &body)
{
    if (!event.subject.customer)
        return {};
    BALCAO_TRY(m_db.prepare(body.source == wire::NameSource::Operator ? u"UPDATE customer SET given = ? WHERE id = ?"_s
                                                                      : u"UPDATE customer SET name = ? WHERE id = ?"_s)
                   .bind(body.name)
                   .bind(*event.subject.customer)
                   .run());
    return touchCustomer(*event.subject.customer);
}

Result<void> EventApplier::on(const wire::Event &event, const wire::CustomerIdentified &body)
{
    if (!event.subject.customer)
        return {};
    BALCAO_TRY(m_db.prepare(u"UPDATE customer SET wa_id = iif(?1 = '', wa_id, ?1), bsuid = iif(?2 = '', bsuid, ?2), "
                            "username = iif(?3 = '', username, ?3) WHERE id = ?4"_s)
                   .bind(body.identifiers.waId)
                   .bind(body.identifiers.bsuid)
                   .bind(body.identifiers.username)
                   .bind(*event.subject.customer)
                   .run());
    return touchCustomer(*event.subject.customer);
}

Result<void> EventApplier::on(const wire::Event &, const wire::CustomerMerged &body)
{
    // Who was merged into `from` before is `into` now, too.
    BALCAO_TRY(m_db.prepare(u"UPDATE customer SET merged_into = ?1 WHERE id = ?2 OR merged_into = ?2"_s)
                   .bind(body.into)
                   .bind(body.from)
                   .run());
    // What the survivor lacks it takes from the other; tags add up.
    BALCAO_TRY(m_db.prepare(u"UPDATE customer SET "
                            "wa_id = iif(wa_id = '', (SELECT wa_id FROM customer WHERE id = ?1), wa_id), "
                            "bsuid = iif(bsuid = '', (SELECT bsuid FROM customer WHERE id = ?1), bsuid), "
                            "username = iif(username = '', (SELECT username FROM customer WHERE id = ?1), username), "
                            "name = iif(name = '', (SELECT name FROM customer WHERE id = ?1), name) WHERE id = ?2"_s)
                   .bind(body.from)
                   .bind(body.into)
                   .run());
    BALCAO_TRY(m_db.prepare(u"INSERT OR IGNORE INTO customer_tag SELECT ?, tag FROM customer_tag WHERE customer = ?"_s)
                   .bind(body.into)
                   .bind(body.from)
                   .run());
    for (const wire::ConversationMove &move : body.conversations) {
        BALCAO_TAKE(std::optional<ConversationRecord> moved, m_conversations.find(move.from));
        BALCAO_TAKE(std::optional<ConversationRecord> into, m_conversations.find(move.into));
        if (!moved)
            continue;
        if (move.from == move.into || !into) {
            moved->customer = body.into;
            BALCAO_TRY(save(*moved));
            continue;
        }
        BALCAO_TRY(m_db.prepare(u"UPDATE message SET conversation = ? WHERE conversation = ?"_s)
                       .bind(into->id)
                       .bind(moved->id)
                       .run());
        const bool newer = moved->lastAt > into->lastAt;
        const ConversationId id = into->id;
        const qint64 unread = into->unread + moved->unread;
        const qint64 waiting = into->waitingSince == 0    ? moved->waitingSince
                               : moved->waitingSince == 0 ? into->waitingSince
                                                          : qMin(into->waitingSince, moved->waitingSince);
        const qint64 inboundAt = qMax(into->inboundAt, moved->inboundAt);
        const qint64 inboundSeq = qMax(into->inboundSeq, moved->inboundSeq);
        const bool open = moved->state == ConversationState::Open || into->state == ConversationState::Open;
        const ConversationState state = open ? ConversationState::Open : into->state;
        const auto episode = into->episode;
        const auto assignee = into->assignee;
        const qint64 readUpto = into->readUpto;
        const qint64 snoozedUntil = open ? 0 : into->snoozedUntil;
        ConversationRecord joined = newer ? *moved : *into;
        joined.id = id;
        joined.customer = body.into;
        joined.unread = unread;
        joined.waitingSince = waiting;
        joined.inboundAt = inboundAt;
        joined.inboundSeq = inboundSeq;
        joined.state = state;
        joined.episode = episode;
        joined.assignee = assignee;
        joined.readUpto = readUpto;
        joined.snoozedUntil = snoozedUntil;
        BALCAO_TRY(m_conversations.remove(moved->id));
        BALCAO_TRY(m_db.prepare(u"UPDATE alias SET id = ? WHERE id = ?"_s).bind(id).bind(moved->id).run());
        BALCAO_TRY(
            m_db.prepare(u"INSERT OR REPLACE INTO alias (given, id) VALUES (?, ?)"_s).bind(moved->id).bind(id).run());
        m_changes.conversations.insert(moved->id);
        m_changes.threads.insert(id);
        BALCAO_TRY(save(joined));
    }
    return touchCustomer(body.into);
}

Result<void> EventApplier::on(const wire::Event &, const wire::CustomerUnmerged &body)
{
    BALCAO_TRY(m_db.prepare(u"UPDATE customer SET merged_into = NULL WHERE id = ?"_s).bind(body.from).run());
    for (const wire::ConversationMove &move : body.conversations) {
        // Messages that were joined stay joined on the desk; new ones go their own way again.
        BALCAO_TRY(m_db.prepare(u"DELETE FROM alias WHERE given = ?"_s).bind(move.from).run());
        BALCAO_TAKE(std::optional<ConversationRecord> back, m_conversations.find(move.from));
        if (back) {
            back->customer = body.from;
            BALCAO_TRY(save(*back));
            continue;
        }
        BALCAO_TAKE(const std::optional<ConversationRecord> into, m_conversations.find(move.into));
        ConversationRecord again;
        again.id = move.from;
        again.customer = body.from;
        again.channel = into ? into->channel : QString();
        BALCAO_TRY(save(again));
    }
    return touchCustomer(body.into);
}

Result<void> EventApplier::on(const wire::Event &event, const wire::CustomerTagged &body)
{
    if (!event.subject.customer)
        return {};
    BALCAO_TRY(m_db.prepare(u"INSERT OR IGNORE INTO customer_tag (customer, tag) VALUES (?, ?)"_s)
                   .bind(*event.subject.customer)
                   .bind(body.tag)
                   .run());
    return touchCustomer(*event.subject.customer);
}

Result<void> EventApplier::on(const wire::Event &event, const wire::CustomerUntagged &body)
{
    if (!event.subject.customer)
        return {};
    BALCAO_TRY(m_db.prepare(u"DELETE FROM customer_tag WHERE customer = ? AND tag = ?"_s)
                   .bind(*event.subject.customer)
                   .bind(body.tag)
                   .run());
    return touchCustomer(*event.subject.customer);
}

Result<void> EventApplier::on(const wire::Event &event, const wire::CustomerNoted &body)
{
    if (!event.subject.customer)
        return {};
    BALCAO_TRY(m_db.prepare(u"UPDATE customer SET note = ?, note_seq = ? WHERE id = ?"_s)
                   .bind(body.text)
                   .bind(event.seq)
                   .bind(*event.subject.customer)
                   .run());
    return touchCustomer(*event.subject.customer);
}

Result<void> EventApplier::on(const wire::Event &event, const wire::CustomerConsented &body)
{
    if (!event.subject.customer)
        return {};
    return m_db.prepare(u"INSERT OR REPLACE INTO consent (customer, purpose, granted, seq) VALUES (?, ?, ?, ?)"_s)
        .bind(*event.subject.customer)
        .bind(body.purpose)
        .bind(body.granted)
        .bind(event.seq)
        .run();
}

Result<void> EventApplier::on(const wire::Event &, const wire::CustomerRevealed &)
{
    return {}; // the log is the audit
}

Result<void> EventApplier::on(const wire::Event &event, const wire::CustomerErased &)
{
    if (!event.subject.customer)
        return {};
    const CustomerId customer = *event.subject.customer;
    BALCAO_TAKE(const QList<ConversationId> conversations, m_conversations.of(customer));
    for (const ConversationId &id : conversations) {
        // A system line stays, without the words of who assigned it.
        BALCAO_TRY(m_db.prepare(u"UPDATE message SET text = '', file = '', quote_text = '', error_detail = '', "
                                "gone = iif(kind = 2, gone, 1) WHERE conversation = ?"_s)
                       .bind(id)
                       .run());
        BALCAO_TAKE(std::optional<ConversationRecord> record, m_conversations.find(id));
        record->preview.clear();
        m_changes.threads.insert(id);
        BALCAO_TRY(save(*record));
    }
    return m_db
        .prepare(u"UPDATE customer SET name = '', given = '', username = '', wa_id = '', bsuid = '', note = '', "
                 "erased = 1 WHERE id = ?1 OR merged_into = ?1"_s)
        .bind(customer)
        .run();
}

} // namespace balcao::store
