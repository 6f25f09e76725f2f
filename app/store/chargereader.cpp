// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "store/chargereader.h"

namespace balcao::store {

using namespace Qt::Literals::StringLiterals;

namespace {

/// What chipColumns() reads, from its third column on.
ChargeFacts readFacts(const sql::Statement &row, int first)
{
    ChargeFacts facts;
    facts.amount = {row.int64(first)};
    facts.paid = {row.int64(first + 1)};
    facts.returned = {row.int64(first + 2)};
    facts.withdrawn = {row.int64(first + 3)};
    if (!row.isNull(first + 4))
        facts.expiresAt = row.int64(first + 4);
    facts.hasCode = row.boolean(first + 5);
    facts.refused = row.boolean(first + 6);
    facts.cancelled = row.boolean(first + 7);
    facts.settled = row.boolean(first + 8);
    return facts;
}

constexpr int kChipColumns = 12;

QString rowsFrom()
{
    return u"SELECT "_s + chargeColumns() + u"FROM charge h "_s + chargeJoins();
}

ChargeRow read(const sql::Statement &row)
{
    return readCharge(row, 0).value_or(ChargeRow());
}

std::optional<PixAccount> readAccount(const sql::Statement &row)
{
    return pixAccountOf(static_cast<PixKeyType>(row.int64(1)), row.text(2), row.text(3), row.text(4));
}

} // namespace

QString chipColumns()
{
    return u"h.id, h.kind, h.amount, h.paid, h.returned, h.withdrawn, h.expires_at, h.code <> '', h.refusal <> '', "
           "h.cancelled, h.settled, h.proof "_s;
}

std::optional<ChargeChip> readChip(const sql::Statement &row, int first)
{
    if (row.isNull(first))
        return {};
    return ChargeChip{row.id<ChargeId>(first), static_cast<ChargeKind>(row.int64(first + 1)), readFacts(row, first + 2),
                      row.id<MessageId>(first + 11)};
}

QString chargeColumns()
{
    return chipColumns() + u", h.conversation, h.message, h.seq, h.description, h.txid, h.code, h.at, h.paid_at, "
                           "h.payer, ha.name, h.author, hs.name, h.settled_why, h.refusal, h.sends, h.key, "
                           "h.refundable, h.refund_state, h.refund_amount, hr.name, h.refund_why, h.refund_fault "_s;
}

QString chargeJoins()
{
    return u"LEFT JOIN operator ha ON ha.id = h.author LEFT JOIN operator hs ON hs.id = h.settled_by "
           "LEFT JOIN operator hr ON hr.id = h.refund_by "_s;
}

std::optional<ChargeRow> readCharge(const sql::Statement &row, int first)
{
    const std::optional<ChargeChip> known = readChip(row, first);
    if (!known)
        return {};
    const int rest = first + kChipColumns;
    ChargeRow r;
    r.id = known->id;
    r.kind = known->kind;
    r.facts = known->facts;
    r.proof = known->proof;
    r.conversation = row.id<ConversationId>(rest);
    r.message = row.id<MessageId>(rest + 1);
    r.seq = row.int64(rest + 2);
    r.description = row.text(rest + 3);
    r.txid = row.text(rest + 4);
    r.code = row.text(rest + 5);
    r.at = row.int64(rest + 6);
    r.paidAt = row.int64(rest + 7);
    r.payer = row.text(rest + 8);
    r.author = row.text(rest + 9);
    r.authorId = row.id<OperatorId>(rest + 10);
    r.settledBy = row.text(rest + 11);
    r.settledWhy = row.text(rest + 12);
    r.refusal = row.text(rest + 13);
    r.sends = row.boolean(rest + 14);
    r.key = row.text(rest + 15);
    r.refundable = {row.int64(rest + 16)};
    r.refund = {static_cast<RefundState>(row.int64(rest + 17)),
                {row.int64(rest + 18)},
                row.text(rest + 19),
                row.text(rest + 20),
                row.text(rest + 21)};
    return r;
}

Result<QList<ChargeRow>> ChargeReader::ofCustomer(ConversationId conversation, int limit, qint64 beforeSeq)
{
    // A customer has a conversation on each of the shop's numbers, which are few.
    return m_db
        .prepare(rowsFrom() + u"WHERE h.conversation IN (SELECT id FROM conversation WHERE customer = (SELECT customer "
                              "FROM conversation WHERE id = coalesce((SELECT id FROM alias WHERE given = ?1), ?1))) "
                              "AND h.seq < ?2 ORDER BY h.seq DESC LIMIT ?3"_s)
        .bind(conversation)
        .bind(beforeSeq > 0 ? beforeSeq : std::numeric_limits<qint64>::max())
        .bind(limit)
        .all(read);
}

Result<std::optional<ChargeRow>> ChargeReader::find(ChargeId id)
{
    return m_db.prepare(rowsFrom() + u"WHERE h.id = ?"_s).bind(id).one(read);
}

Result<PixAccountRow> ChargeReader::account()
{
    PixAccountRow account;
    auto rows = m_db.prepare(u"SELECT p.standing, p.key_type, p.key, p.name, p.city, p.at, p.by, o.name, p.ripe_at, "
                             "p.first FROM pix_account p LEFT JOIN operator o ON o.id = p.by"_s);
    for (;;) {
        BALCAO_TAKE(const bool more, rows.step());
        if (!more)
            return account;
        if (rows.boolean(0)) {
            account.account = readAccount(rows);
            account.changedAt = rows.boolean(9) ? 0 : rows.int64(5);
            account.changedBy = rows.text(7);
        } else {
            account.proposed = readAccount(rows);
            account.ripeAt = rows.int64(8);
            account.proposedBy = rows.text(7);
            account.proposerId = rows.id<OperatorId>(6);
        }
    }
}

} // namespace balcao::store
