// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "relay/store/upkeep.h"

#include "relay/store/rawwebhooks.h"
#include "sql/privatefile.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

namespace balcao::relay {

using namespace Qt::Literals::StringLiterals;

Result<void> runTimers(RelayData &data)
{
    const qint64 now = data.clock().nowMs();
    BALCAO_TAKE(const QList<Conversation> due, data.conversations().dueSnoozes(now));
    for (Conversation conversation : due)
        BALCAO_TRY(data.conversations().wake(conversation, wire::WakeReason::Timer, Stamp{}));
    BALCAO_TRY(data.connection().prepare(u"DELETE FROM parked WHERE at < ?"_s).bind(now - kRawKeptMs).run());
    BALCAO_TRY(data.connection().prepare(u"DELETE FROM taken WHERE at < ?"_s).bind(now - kRawKeptMs).run());
    return data.connection().prepare(u"DELETE FROM raw WHERE at < ?"_s).bind(now - kRawKeptMs).run();
}

namespace {

const QString kSame = u"WITH RECURSIVE same (id) AS (SELECT ?1 UNION SELECT c.id FROM customer c "
                      "JOIN same ON c.merged_into = same.id) "_s;

/// Everybody whom a merge ever joined with them, at whatever remove.
const QString kMet = kSame.trimmed() + u", met (id) AS (SELECT id FROM same UNION SELECT iif(m.id = met.id, m.with_id, "
                                       "m.id) FROM merged_once m JOIN met ON met.id IN (m.id, m.with_id)) "_s;

/// A JSON list of the ids, as subjects spell them.
Result<QString> conversationsWhere(sql::Connection &connection, CustomerId customer, const QString &condition)
{
    const auto ids = connection.prepare(kMet + u"SELECT v.id FROM conversation v WHERE "_s + condition)
                         .bind(customer)
                         .all([](const sql::Statement &row) { return row.id<ConversationId>(0).text(); });
    BALCAO_TRY(ids);
    return QString::fromUtf8(
        QJsonDocument(QJsonArray::fromStringList(QStringList(*ids))).toJson(QJsonDocument::Compact));
}

/// What becomes of a body that has to stay: amounts are the shop's books, which the law makes it keep.
struct Redaction
{
    QLatin1StringView kind;
    QLatin1StringView body;
};
constexpr Redaction kRedactions[] = {
    {"pix.charged"_L1, "json_remove(body, '$.description', '$.text', '$.code')"_L1},
    {"pix.issued"_L1, "json_set(body, '$.code', '')"_L1},
    {"pix.settled"_L1, "json_set(body, '$.reason', '')"_L1},
    // What was priced stays counted.
    {"message.status"_L1,
     "iif(json_extract(body, '$.pricing') IS NULL, NULL, json_remove(body, '$.wamid', '$.error'))"_L1},
    {"pix.refund_asked"_L1, "json_set(body, '$.reason', '')"_L1},
    {"pix.paid"_L1, "json_object('payments', (SELECT json_group_array(json_remove(value, '$.payer')) "
                    "FROM json_each(body, '$.payments')))"_L1},
};

/// Of that customer's events, those that name one of the conversations (`inThem`), or all but those.
Result<void> blankBodies(sql::Connection &connection, CustomerId customer, const QString &conversations, bool inThem)
{
    const QString theirs =
        u" AND body IS NOT NULL AND ifnull(length(sum), 1) > 0 AND customer = ?1 AND ifnull(json_extract(subject, "
        "'$.conversation') IN (SELECT value FROM json_each(?2)), 0) = ?3"_s;
    const auto update = [&](const QString &statement) {
        return connection.prepare(statement + theirs).bind(customer).bind(conversations).bind(inThem).run();
    };
    for (const Redaction &one : kRedactions)
        BALCAO_TRY(
            update(u"UPDATE event SET sum = NULL, body = "_s + one.body + u" WHERE kind = '"_s + one.kind + u'\''));
    return update(u"UPDATE event SET sum = NULL, body = NULL WHERE kind NOT IN ('customer.erased', 'customer.merged', "
                  "'customer.unmerged', 'conversation.opened', 'conversation.reopened', 'conversation.resolved', "
                  "'conversation.read', 'pix.charged', 'pix.issued', 'pix.refused', 'pix.paid', 'pix.cancelled', "
                  "'pix.settled', 'message.status', 'pix.refund_asked', 'pix.refund_ended')"_s);
}

/// Nobody is asked for money any more whom the shop has forgotten.
Result<void> endCharges(RelayData &data, CustomerId customer)
{
    BALCAO_TAKE(const QList<Charge> open, data.charges().openOf(customer));
    for (const Charge &charge : open)
        BALCAO_TRY(data.charges().cancel(charge, Stamp{}));
    return data.connection()
        .prepare(u"UPDATE charge SET description = '', words = '', paid_words = '', cancelled_words = '', code = '', "
                 u"standing = iif(standing = '', '', "
                 "json_object('payments', (SELECT json_group_array(json_remove(value, '$.payer')) FROM "
                 "json_each(standing, '$.payments')))) WHERE conversation IN (SELECT id FROM conversation WHERE "
                 "customer = ?)"_s)
        .bind(customer)
        .run();
}

} // namespace

Result<void> eraseCustomer(RelayData &data, CustomerId customer)
{
    sql::Connection &connection = data.connection();
    // Whoever was merged into this customer is the same person.
    BALCAO_TAKE(const QList<CustomerId> people, data.people().those(customer));
    // While two were taken for one, events named the survivor: the conversation tells whose words they are.
    BALCAO_TAKE(const QString own, conversationsWhere(connection, customer, u"v.customer IN same"_s));
    BALCAO_TAKE(
        const QString others,
        conversationsWhere(connection, customer, u"v.customer NOT IN same AND v.customer IN (SELECT id FROM met)"_s));
    const auto survivors = connection.prepare(kMet + u"SELECT id FROM met WHERE id NOT IN same"_s)
                               .bind(customer)
                               .all([](const sql::Statement &row) { return row.id<CustomerId>(0); });
    BALCAO_TRY(survivors);
    // What the disk has changed is not read as JSON, and does not pass for sound afterwards.
    for (const CustomerId &one : QList<CustomerId>(people) + *survivors) {
        BALCAO_TAKE(const QList<qint64> damaged, data.log().damagedOf(one));
        for (const qint64 seq : damaged)
            BALCAO_TRY(data.log().blankDamaged(seq));
    }
    for (const CustomerId &survivor : *survivors)
        BALCAO_TRY(blankBodies(connection, survivor, own, true));
    for (const CustomerId &id : people) {
        BALCAO_TRY(blankBodies(connection, id, others, false));
        BALCAO_TRY(eraseRaws(data, id));
        BALCAO_TRY(connection.prepare(u"DELETE FROM identifier WHERE customer = ?"_s).bind(id).run());
        BALCAO_TRY(connection.prepare(u"DELETE FROM customer_tag WHERE customer = ?"_s).bind(id).run());
        BALCAO_TRY(connection
                       .prepare(u"UPDATE outgoing SET state = 2, content = NULL, quoted = '' WHERE conversation IN "
                                "(SELECT id FROM conversation WHERE customer = ?)"_s)
                       .bind(id)
                       .run());
        BALCAO_TRY(endCharges(data, id));
        // Nothing wakes it any more: desks show an empty, ended conversation.
        BALCAO_TRY(connection
                       .prepare(u"UPDATE conversation SET state = ?, snoozed_until = 0, assignee = NULL "
                                "WHERE customer = ?"_s)
                       .bind(static_cast<int>(ConversationState::Resolved))
                       .bind(id)
                       .run());
        BALCAO_TRY(connection.prepare(u"UPDATE customer SET erased = 1, profile = NULL WHERE id = ?"_s).bind(id).run());
    }
    BALCAO_TRY(data.log().sum());
    return data.wantScrub();
}

Result<void> backUpTo(sql::Connection &connection, const QString &path)
{
    // Marked before it has its name: a copy without a mark would be served as the log that it was.
    const QString part = path + ".unmarked"_L1;
    for (const QLatin1StringView beside : {"-wal"_L1, "-shm"_L1})
        QFile::remove(part + beside); // of one that was cut short
    BALCAO_TRY(connection.copyInto(part));
    BALCAO_TRY(RelayData::markCopy(part));
    return sql::putInPlace(part, path);
}

} // namespace balcao::relay
