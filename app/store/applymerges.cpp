// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "core/markedtext.h"
#include "store/eventapplier.h"
#include "store/messagesum.h"

namespace balcao::store {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Whoever was merged into ?1, and those below them.
const QString kBelow = u"WITH RECURSIVE below (id) AS (SELECT id FROM customer WHERE merged_via = ?1 UNION "
                       "SELECT c.id FROM customer c JOIN below ON c.merged_via = below.id) "_s;
/// The same of conversations.
const QString kJoined = u"WITH RECURSIVE joined (id) AS (SELECT given FROM alias WHERE via = ?1 UNION "
                        "SELECT a.given FROM alias a JOIN joined ON a.via = joined.id) "_s;

/// As the relay says that it stands.
void setStanding(ConversationRecord &record, const std::optional<wire::Standing> &stands)
{
    if (!stands)
        return;
    record.state = stands->state;
    record.assignee = stands->assignee.value_or(OperatorId());
    record.snoozedUntil = stands->snoozedUntil.value_or(0);
    record.episode = stands->episode.value_or(EpisodeId());
    record.readUpto = stands->readUpto;
}

/// One row of the list out of two: the newer one's last words, both ones' waiting and unread.
ConversationRecord joined(const ConversationRecord &into, const ConversationRecord &moved, CustomerId customer)
{
    ConversationRecord both = moved.lastAt > into.lastAt ? moved : into;
    both.id = into.id;
    both.customer = customer;
    both.state = into.state;
    both.assignee = into.assignee;
    both.snoozedUntil = into.snoozedUntil;
    both.episode = into.episode;
    both.readUpto = into.readUpto;
    both.unread = into.unread + moved.unread;
    both.waitingSince = into.waitingSince == 0    ? moved.waitingSince
                        : moved.waitingSince == 0 ? into.waitingSince
                                                  : qMin(into.waitingSince, moved.waitingSince);
    both.inboundAt = qMax(into.inboundAt, moved.inboundAt);
    both.inboundSeq = qMax(into.inboundSeq, moved.inboundSeq);
    return both;
}

} // namespace

Result<void> EventApplier::on(const wire::Event &, const wire::CustomerMerged &body)
{
    const auto known = m_db.prepare(u"SELECT 1 FROM customer WHERE id = ? AND merged_via = ?"_s)
                           .bind(body.from)
                           .bind(body.into)
                           .one([](const sql::Statement &) { return true; });
    BALCAO_TRY(known);
    // Told again for what goes along since.
    if (!known->value_or(false))
        BALCAO_TRY(mergeInto(body.from, body.into));
    for (const wire::ConversationMove &move : body.conversations)
        BALCAO_TRY(join(move, body.into));
    return touchCustomer(body.into);
}

Result<void> EventApplier::mergeInto(CustomerId from, CustomerId into)
{
    // Who was merged into `from` before is `into` now, too.
    BALCAO_TRY(m_db.prepare(u"UPDATE customer SET merged_into = ?1, merged_via = iif(id = ?2, ?1, merged_via) "
                            "WHERE id = ?2 OR merged_into = ?2"_s)
                   .bind(into)
                   .bind(from)
                   .run());
    BALCAO_TRY(showPerson(into));
    BALCAO_TRY(m_conversations.countTags(into, -1));
    BALCAO_TRY(m_db.prepare(u"INSERT OR IGNORE INTO customer_tag SELECT ?, tag FROM customer_tag WHERE customer = ?"_s)
                   .bind(into)
                   .bind(from)
                   .run());
    return m_conversations.countTags(into, 1);
}

Result<void> EventApplier::join(const wire::ConversationMove &move, CustomerId customer)
{
    BALCAO_TAKE(std::optional<ConversationRecord> moved, m_conversations.find(move.from));
    BALCAO_TAKE(const std::optional<ConversationRecord> into, m_conversations.find(move.into));
    // Where the other had none on that channel, this is the name of what they will say there.
    if (!moved)
        return into ? joinNames(move, into->id) : Result<void>();
    const ConversationId both = into ? into->id : move.into;
    BALCAO_TRY(
        m_db.prepare(u"UPDATE message SET conversation = ? WHERE conversation = ?"_s).bind(both).bind(moved->id).run());
    BALCAO_TRY(MessageSum(m_db).keepAllIn(both));
    BALCAO_TRY(
        m_db.prepare(u"UPDATE charge SET conversation = ? WHERE conversation = ?"_s).bind(both).bind(moved->id).run());
    BALCAO_TRY(m_conversations.remove(moved->id));
    BALCAO_TRY(joinNames(move, both));
    m_changes.conversations.insert(moved->id);
    m_changes.threads.insert(both);
    ConversationRecord row = into ? joined(*into, *moved, customer) : *moved;
    row.id = both;
    row.customer = customer;
    setStanding(row, move.intoStands);
    return save(row);
}

Result<void> EventApplier::joinNames(const wire::ConversationMove &move, ConversationId both)
{
    BALCAO_TRY(m_db.prepare(u"UPDATE alias SET id = ? WHERE id = ?"_s).bind(both).bind(move.from).run());
    return m_db.prepare(u"INSERT OR REPLACE INTO alias (given, id, via) VALUES (?, ?, ?)"_s)
        .bind(move.from)
        .bind(both)
        .bind(move.into)
        .run();
}

Result<void> EventApplier::on(const wire::Event &, const wire::CustomerUnmerged &body)
{
    BALCAO_TRY(m_db.prepare(u"UPDATE customer SET merged_into = NULL, merged_via = NULL WHERE id = ?"_s)
                   .bind(body.from)
                   .run());
    BALCAO_TRY(m_db.prepare(kBelow + u"UPDATE customer SET merged_into = ?1 WHERE id IN (SELECT id FROM below)"_s)
                   .bind(body.from)
                   .run());
    for (const wire::ConversationMove &move : body.conversations)
        BALCAO_TRY(part(move, body.from));
    BALCAO_TRY(showPerson(body.from));
    return showPerson(body.into);
}

// As the relay parts its own (app/relay/store/merges.cpp): what was decided about both holds for each, and what
// was heard goes back to whom it was heard from.
Result<void> EventApplier::part(const wire::ConversationMove &move, CustomerId customer)
{
    // Before the names are parted: it may stand under one that it was joined to later.
    BALCAO_TAKE(const std::optional<ConversationRecord> both, m_conversations.find(move.from));
    BALCAO_TRY(m_db.prepare(u"DELETE FROM alias WHERE given = ?"_s).bind(move.from).run());
    BALCAO_TRY(m_db.prepare(kJoined + u"UPDATE alias SET id = ?1 WHERE given IN (SELECT id FROM joined)"_s)
                   .bind(move.from)
                   .run());
    if (!both)
        return {};
    ConversationRecord again = *both;
    again.id = move.from;
    again.customer = customer;
    if (both->id == move.from) {
        setStanding(again, move.fromStands);
        return save(again);
    }
    for (const QString &table : {u"message"_s, u"charge"_s}) {
        BALCAO_TRY(m_db.prepare(kJoined + u"UPDATE "_s + table +
                                u" SET conversation = ?1 WHERE conversation = ?2 AND "
                                "(origin = ?1 OR origin IN (SELECT id FROM joined))"_s)
                       .bind(move.from)
                       .bind(both->id)
                       .run());
    }
    BALCAO_TRY(MessageSum(m_db).keepAllIn(again.id));
    m_changes.threads.insert(both->id);
    m_changes.threads.insert(again.id);
    setStanding(again, move.fromStands);
    BALCAO_TRY(saveFromMessages(again, move.fromStands.has_value()));
    ConversationRecord rest = *both;
    setStanding(rest, move.intoStands);
    return saveFromMessages(rest, move.intoStands.has_value());
}

Result<void> EventApplier::saveFromMessages(ConversationRecord record, bool told)
{
    record.lastAt = record.lastSeq = 0;
    record.preview.clear();
    record.previewType = ContentType::Text;
    record.previewOut = false;
    record.previewMessage = MessageId();
    record.outState = MessageState::Received;
    record.outDismissed = false;
    const auto last = m_db.prepare(u"SELECT m.sort_at, m.seq, m.text, m.type, m.outbound, m.id, m.state, m.dismissed, "
                                   "h.amount FROM message m LEFT JOIN charge h ON h.id = m.charge WHERE "
                                   "m.conversation = ? AND m.kind = 0 ORDER BY m.sort_at DESC, m.seq DESC LIMIT 1"_s)
                          .bind(record.id)
                          .one([&record](const sql::Statement &row) {
                              record.lastAt = row.int64(0);
                              record.lastSeq = row.int64(1);
                              record.preview = row.isNull(8) ? previewWords(row.text(2)) : reaisShown({row.int64(8)});
                              record.previewType = static_cast<ContentType>(row.int64(3));
                              record.previewOut = row.boolean(4);
                              record.previewMessage = row.id<MessageId>(5);
                              record.outState = static_cast<MessageState>(row.int64(6));
                              record.outDismissed = row.boolean(7);
                              return true;
                          });
    BALCAO_TRY(last);
    if (!*last && !told) { // without a message it waits for nobody
        record.state = ConversationState::Resolved;
        record.assignee = OperatorId();
        record.snoozedUntil = 0;
    }
    const auto heard =
        m_db.prepare(u"SELECT coalesce(max(sort_at), 0), coalesce(max(seq), 0), coalesce(sum(seq > ?1), 0), "
                     "coalesce(min(iif(seq > (SELECT coalesce(max(o.seq), 0) FROM message o LEFT JOIN charge h ON "
                     "h.id = o.charge WHERE o.conversation = ?2 AND o.kind = 0 AND o.outbound = 1 "
                     "AND coalesce(h.sends, 1) = 1), sort_at, NULL)), 0) FROM message "
                     "WHERE conversation = ?2 AND kind = 0 AND outbound = 0 AND type NOT IN (?3, ?4)"_s)
            .bind(record.readUpto)
            .bind(record.id)
            .bind(static_cast<int>(ContentType::Reaction))
            .bind(static_cast<int>(ContentType::System))
            .one([&record](const sql::Statement &row) {
                record.inboundAt = row.int64(0);
                record.inboundSeq = row.int64(1);
                record.unread = row.int64(2);
                record.waitingSince = record.state == ConversationState::Resolved ? 0 : row.int64(3);
                return true;
            });
    BALCAO_TRY(heard);
    return save(record);
}

} // namespace balcao::store
