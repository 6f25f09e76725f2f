// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "store/customereraser.h"

#include "store/conversationtable.h"
#include "store/messagesum.h"
#include "store/searchindex.h"

namespace balcao::store {

using namespace Qt::Literals::StringLiterals;

namespace {

Result<void> emptyConversation(sql::Connection &db, const ConversationRecord &before, const Erasure &erasure)
{
    BALCAO_TRY(SearchIndex(db).removeConversation(before.id));
    // Quoted in another's thread, when the two were one.
    BALCAO_TRY(
        db.prepare(
              u"UPDATE message SET quote_text = '', quote_type = 0, quote_out = 0, quote_author = NULL WHERE quote IN "
              "(SELECT id FROM message WHERE conversation = ?)"_s)
            .bind(before.id)
            .run());
    BALCAO_TRY(db.prepare(u"DELETE FROM message WHERE conversation = ?"_s).bind(before.id).run());
    BALCAO_TRY(db.prepare(u"DELETE FROM charge WHERE conversation = ?"_s).bind(before.id).run());
    BALCAO_TRY(db.prepare(u"DELETE FROM parked WHERE conversation = ?1 OR conversation IN "
                          "(SELECT given FROM alias WHERE id = ?1)"_s)
                   .bind(before.id)
                   .run());
    ConversationRecord empty;
    empty.id = before.id;
    empty.customer = before.customer;
    empty.channel = before.channel;
    empty.state = ConversationState::Resolved;
    empty.lastAt = erasure.at;
    empty.lastSeq = erasure.seq;
    empty.readUpto = erasure.seq;
    BALCAO_TRY(ConversationTable(db).save(empty));
    const QByteArray id = QUuid::createUuidV5(before.id.uuid(), QByteArray::number(erasure.seq)).toRfc4122();
    BALCAO_TRY(
        db.prepare(u"INSERT OR IGNORE INTO message (conversation, sort_at, seq, id, origin, kind, outbound, type) "
                   "VALUES (?1, ?2, ?3, ?4, ?1, ?5, 1, ?6)"_s)
            .bind(before.id)
            .bind(erasure.at)
            .bind(erasure.seq)
            .bind(id)
            .bind(static_cast<int>(RowKind::System))
            .bind(static_cast<int>(SystemLine::Erased))
            .run());
    return MessageSum(db).keep(id);
}

} // namespace

Result<QList<ConversationId>> eraseCustomer(sql::Connection &projection, const Erasure &erasure)
{
    ConversationTable table(projection);
    BALCAO_TAKE(const QList<ConversationId> conversations, table.of(erasure.customer));
    for (const ConversationId &id : conversations) {
        BALCAO_TAKE(const std::optional<ConversationRecord> record, table.find(id));
        if (record)
            BALCAO_TRY(emptyConversation(projection, *record, erasure));
    }
    for (const QString &about : {u"customer_tag"_s, u"consent"_s}) {
        BALCAO_TRY(projection
                       .prepare(u"DELETE FROM "_s + about +
                                u" WHERE customer = ?1 OR customer IN "
                                "(SELECT id FROM customer WHERE merged_into = ?1)"_s)
                       .bind(erasure.customer)
                       .run());
    }
    BALCAO_TRY(projection.prepare(u"INSERT OR IGNORE INTO customer (id) VALUES (?)"_s).bind(erasure.customer).run());
    BALCAO_TRY(
        projection
            .prepare(
                u"UPDATE customer SET name = '', given = '', username = '', wa_id = '', bsuid = '', own_name = '', "
                "own_username = '', own_wa_id = '', own_bsuid = '', note = '', note_seq = 0, note_at = 0, "
                "note_by = NULL, created_at = 0, folded = '', phones = '', erased = ?2 WHERE id = ?1 OR merged_into = ?1"_s)
            .bind(erasure.customer)
            .bind(erasure.seq)
            .run());
    BALCAO_TRY(SearchIndex(projection).forgetRemoved());
    return conversations;
}

Result<QList<Erasure>> erasures(sql::Connection &projection)
{
    return projection.prepare(u"SELECT id, erased FROM customer WHERE erased > 0 ORDER BY erased, id"_s)
        .all([](const sql::Statement &row) {
            return Erasure{row.id<CustomerId>(0), 0, row.int64(1)};
        });
}

Result<QList<ConversationId>> erasedConversations(sql::Connection &projection)
{
    return projection
        .prepare(u"SELECT v.id FROM conversation v JOIN customer c ON c.id = v.customer WHERE c.erased > 0 UNION "
                 "SELECT a.given FROM alias a JOIN conversation v ON v.id = a.id "
                 "JOIN customer c ON c.id = v.customer WHERE c.erased > 0"_s)
        .all([](const sql::Statement &row) { return row.id<ConversationId>(0); });
}

} // namespace balcao::store
