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
    BALCAO_TRY(
        m_db.prepare(u"INSERT OR IGNORE INTO customer (id, own_name, own_username, own_wa_id, own_bsuid, created_at) "
                     "VALUES (?, ?, ?, ?, ?, ?)"_s)
            .bind(*event.subject.customer)
            .bind(body.name)
            .bind(body.identifiers.username)
            .bind(body.identifiers.waId)
            .bind(body.identifiers.bsuid)
            .bind(event.at)
            .run());
    return showPerson(*event.subject.customer);
}

Result<void> EventApplier::showPerson(CustomerId person)
{
    const auto stands = m_db.prepare(u"SELECT coalesce(merged_into, id) FROM customer WHERE id = ?"_s)
                            .bind(person)
                            .one([](const sql::Statement &row) { return row.id<CustomerId>(0); });
    BALCAO_TRY(stands);
    if (!*stands)
        return {};
    QStringList shown;
    for (const QString &what : {u"name"_s, u"username"_s, u"wa_id"_s, u"bsuid"_s}) {
        shown.append(
            u"%1 = iif(own_%1 <> '', own_%1, coalesce((SELECT c.own_%1 FROM customer c WHERE c.merged_into = ?1 "
            "AND c.own_%1 <> '' ORDER BY c.created_at, c.id LIMIT 1), ''))"_s.arg(what));
    }
    BALCAO_TRY(
        m_db.prepare(u"UPDATE customer SET "_s + shown.join(u", "_s) + u" WHERE id = ?1"_s).bind(**stands).run());
    BALCAO_TRY(refold(**stands));
    return touchCustomer(**stands);
}

Result<void> EventApplier::refold(CustomerId customer)
{
    using Known = std::pair<QString, QString>;
    const auto known = m_db.prepare(u"SELECT given || ' ' || own_name || ' ' || own_username, own_wa_id FROM customer "
                                    "WHERE id = ?1 OR merged_into = ?1"_s)
                           .bind(customer)
                           .all([](const sql::Statement &row) { return Known(row.text(0), row.text(1)); });
    BALCAO_TRY(known);
    QStringList names;
    QStringList phones;
    for (const Known &one : *known) {
        names.append(one.first);
        phones.append(one.second);
    }
    return m_db.prepare(u"UPDATE customer SET folded = ?, phones = ? WHERE id = ?"_s)
        .bind(foldedText(names.join(u' ')).simplified())
        .bind(phones.join(u' ').simplified())
        .bind(customer)
        .run();
}

Result<void> EventApplier::on(const wire::Event &event, const wire::CustomerRenamed &body)
{
    if (!event.subject.customer)
        return {};
    BALCAO_TRY(m_db.prepare(body.source == wire::NameSource::Operator
                                ? u"UPDATE customer SET given = ? WHERE id = ?"_s
                                : u"UPDATE customer SET own_name = ? WHERE id = ?"_s)
                   .bind(body.name)
                   .bind(*event.subject.customer)
                   .run());
    return showPerson(*event.subject.customer);
}

Result<void> EventApplier::on(const wire::Event &event, const wire::CustomerIdentified &body)
{
    if (!event.subject.customer)
        return {};
    BALCAO_TRY(m_db.prepare(u"UPDATE customer SET own_wa_id = iif(?1 = '', own_wa_id, ?1), own_bsuid = iif(?2 = '', "
                            "own_bsuid, ?2), own_username = iif(?3 = '', own_username, ?3) WHERE id = ?4"_s)
                   .bind(body.identifiers.waId)
                   .bind(body.identifiers.bsuid)
                   .bind(body.identifiers.username)
                   .bind(*event.subject.customer)
                   .run());
    return showPerson(*event.subject.customer);
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
    BALCAO_TRY(
        m_db.prepare(u"INSERT OR REPLACE INTO consent (customer, purpose, granted, at, seq) VALUES (?, ?, ?, ?, ?)"_s)
            .bind(*event.subject.customer)
            .bind(body.purpose)
            .bind(body.granted)
            .bind(event.at)
            .bind(event.seq)
            .run());
    return touchCustomer(*event.subject.customer);
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
