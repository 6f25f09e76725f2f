// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "store/customereraser.h"
#include "store/eventapplier.h"

#include "core/text.h"

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
    BALCAO_TRY(m_db.prepare(u"INSERT OR IGNORE INTO customer (id, name, username, wa_id, bsuid, created_at) "
                            "VALUES (?, ?, ?, ?, ?, ?)"_s)
                   .bind(*event.subject.customer)
                   .bind(body.name)
                   .bind(body.identifiers.username)
                   .bind(body.identifiers.waId)
                   .bind(body.identifiers.bsuid)
                   .bind(event.at)
                   .run());
    return refold(*event.subject.customer);
}

Result<void> EventApplier::refold(CustomerId customer)
{
    const auto names = m_db.prepare(u"SELECT given || ' ' || name || ' ' || username FROM customer WHERE id = ?"_s)
                           .bind(customer)
                           .one([](const sql::Statement &row) { return row.text(0); });
    BALCAO_TRY(names);
    return m_db.prepare(u"UPDATE customer SET folded = ? WHERE id = ?"_s)
        .bind(foldedText(names->value_or(QString())).simplified())
        .bind(customer)
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
    BALCAO_TRY(refold(*event.subject.customer));
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
    BALCAO_TRY(refold(*event.subject.customer));
    return touchCustomer(*event.subject.customer);
}

Result<void> EventApplier::on(const wire::Event &event, const wire::CustomerTagged &body)
{
    if (!event.subject.customer)
        return {};
    BALCAO_TRY(m_conversations.countTags(*event.subject.customer, -1));
    BALCAO_TRY(m_db.prepare(u"INSERT OR IGNORE INTO customer_tag (customer, tag) VALUES (?, ?)"_s)
                   .bind(*event.subject.customer)
                   .bind(body.tag)
                   .run());
    BALCAO_TRY(m_conversations.countTags(*event.subject.customer, 1));
    return touchCustomer(*event.subject.customer);
}

Result<void> EventApplier::on(const wire::Event &event, const wire::CustomerUntagged &body)
{
    if (!event.subject.customer)
        return {};
    BALCAO_TRY(m_conversations.countTags(*event.subject.customer, -1));
    BALCAO_TRY(m_db.prepare(u"DELETE FROM customer_tag WHERE customer = ? AND tag = ?"_s)
                   .bind(*event.subject.customer)
                   .bind(body.tag)
                   .run());
    BALCAO_TRY(m_conversations.countTags(*event.subject.customer, 1));
    return touchCustomer(*event.subject.customer);
}

Result<void> EventApplier::on(const wire::Event &event, const wire::CustomerNoted &body)
{
    if (!event.subject.customer)
        return {};
    BALCAO_TRY(m_db.prepare(u"UPDATE customer SET note = ?, note_seq = ?, note_at = ?, note_by = ? WHERE id = ?"_s)
                   .bind(body.text)
                   .bind(event.seq)
                   .bind(event.at)
                   .bind(event.actor.operatorId)
                   .bind(*event.subject.customer)
                   .run());
    return touchCustomer(*event.subject.customer);
}

Result<void> EventApplier::on(const wire::Event &event, const wire::CustomerConsented &body)
{
    if (!event.subject.customer)
        return {};
    return m_db
        .prepare(u"INSERT OR REPLACE INTO consent (customer, purpose, granted, at, seq) VALUES (?, ?, ?, ?, ?)"_s)
        .bind(*event.subject.customer)
        .bind(body.purpose)
        .bind(body.granted)
        .bind(event.at)
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
    BALCAO_TAKE(const QList<ConversationId> conversations,
                eraseCustomer(m_db, {*event.subject.customer, event.at, event.seq}));
    for (const ConversationId &id : conversations) {
        m_changes.conversations.insert(id);
        m_changes.threads.insert(id);
    }
    m_changes.erased = true;
    return {};
}

} // namespace balcao::store
