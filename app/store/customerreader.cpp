// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "store/customerreader.h"

#include "store/chargereader.h"

namespace balcao::store {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kEpisodes = 12;
constexpr int kCharges = 3;

CustomerCard readCard(const sql::Statement &row)
{
    CustomerCard card;
    card.id = row.id<CustomerId>(0);
    card.name = row.text(1);
    card.profileName = row.text(2);
    card.username = row.text(3);
    card.phone = row.text(4);
    card.since = row.int64(5);
    card.note = row.text(6);
    card.noteAt = row.int64(7);
    card.noteBy = row.text(8);
    card.erased = row.int64(9) > 0;
    card.bsuid = row.text(10);
    return card;
}

} // namespace

Result<std::optional<CustomerCard>> CustomerReader::of(ConversationId conversation)
{
    ConversationId itself;
    auto found =
        m_db.prepare(u"SELECT c.id, c.given, c.name, c.username, c.wa_id, c.created_at, c.note, c.note_at, "
                     "o.name, c.erased, c.bsuid, v.id FROM conversation v JOIN customer c ON c.id = v.customer "
                     "LEFT JOIN operator o ON o.id = c.note_by "
                     "WHERE v.id = coalesce((SELECT id FROM alias WHERE given = ?1), ?1)"_s)
            .bind(conversation)
            .one([&itself](const sql::Statement &row) {
                itself = row.id<ConversationId>(11);
                return readCard(row);
            });
    BALCAO_TRY(found);
    if (!*found)
        return std::optional<CustomerCard>();
    CustomerCard card = **found;
    BALCAO_TAKE(card.tags, tags(card.id));
    BALCAO_TAKE(card.consents, consents(card.id));
    BALCAO_TAKE(card.episodes, episodes(itself));
    BALCAO_TAKE(card.conversations, begun(itself));
    BALCAO_TAKE(card.charges, ChargeReader(m_db).ofCustomer(itself, kCharges + 1));
    card.moreCharges = card.charges.size() > kCharges;
    card.charges = card.charges.mid(0, kCharges);
    return std::optional(card);
}

Result<QList<CustomerId>> CustomerReader::mergedInto(CustomerId customer)
{
    return m_db.prepare(u"SELECT id FROM customer WHERE merged_into = ? ORDER BY created_at, id"_s)
        .bind(customer)
        .all([](const sql::Statement &row) { return row.id<CustomerId>(0); });
}

Result<QList<TagRow>> CustomerReader::tags(CustomerId customer)
{
    return m_db
        .prepare(u"SELECT t.id, t.name, t.colour FROM customer_tag w JOIN tag t ON t.id = w.tag "
                 "WHERE w.customer = ? ORDER BY t.name COLLATE NOCASE, t.id"_s)
        .bind(customer)
        .all([](const sql::Statement &row) {
            return TagRow{row.id<TagId>(0), row.text(1), row.text(2)};
        });
}

Result<QList<ConsentRow>> CustomerReader::consents(CustomerId customer)
{
    // Of all who are this customer: one's refusal holds for both, and min() takes the rest of its row along.
    return m_db
        .prepare(u"SELECT purpose, min(granted), at FROM consent WHERE customer = ?1 OR customer IN "
                 "(SELECT id FROM customer WHERE merged_into = ?1) GROUP BY purpose ORDER BY purpose"_s)
        .bind(customer)
        .all([](const sql::Statement &row) {
            return ConsentRow{row.text(0), row.boolean(1), row.int64(2)};
        });
}

Result<QList<EpisodeRow>> CustomerReader::episodes(ConversationId conversation)
{
    return m_db
        .prepare(u"SELECT m.sort_at, m.type, o.name, m.id FROM message m INDEXED BY message_lines "
                 "LEFT JOIN operator o ON o.id = m.author "
                 "WHERE m.conversation = ? AND m.kind = 2 AND m.type IN (?, ?) ORDER BY m.sort_at DESC LIMIT ?"_s)
        .bind(conversation)
        .bind(static_cast<int>(SystemLine::Reopened))
        .bind(static_cast<int>(SystemLine::Resolved))
        .bind(kEpisodes)
        .all([](const sql::Statement &row) {
            return EpisodeRow{row.int64(0), static_cast<SystemLine>(row.int64(1)), row.text(2), row.id<MessageId>(3)};
        });
}

Result<int> CustomerReader::begun(ConversationId conversation)
{
    const auto count =
        m_db.prepare(u"SELECT 1 + (SELECT count(*) FROM alias WHERE id = ?1) + (SELECT count(*) FROM message "
                     "INDEXED BY message_lines WHERE conversation = ?1 AND kind = 2 AND type = ?2)"_s)
            .bind(conversation)
            .bind(static_cast<int>(SystemLine::Reopened))
            .one([](const sql::Statement &row) { return static_cast<int>(row.int64(0)); });
    BALCAO_TRY(count);
    return count->value_or(0);
}

} // namespace balcao::store
