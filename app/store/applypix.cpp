// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "core/chargestate.h"
#include "store/chargereader.h"
#include "store/eventapplier.h"
#include "store/tillreader.h"

namespace balcao::store {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Of the newest payment.
struct LastPaid
{
    qint64 at = 0;
    QString payer;
};

LastPaid lastOf(const wire::PixPaid &body)
{
    LastPaid last;
    for (const wire::PixPayment &payment : body.payments) {
        if (payment.at >= last.at)
            last = {payment.at, payment.payer};
    }
    return last;
}

/// Of one payment.
Money mostLeftOf(const wire::PixPaid &body)
{
    Money most;
    for (const wire::PixPayment &payment : body.payments)
        most = qMax(most, wire::leftOf(payment));
    return most;
}

/// Whether the list still says something of it; that its time is over is seen when it is shown.
bool matters(const ChargeFacts &facts)
{
    switch (chargeState(facts, 0)) {
    case ChargeState::Creating:
    case ChargeState::Waiting:
    case ChargeState::Paid:
    case ChargeState::PaidLess:
    case ChargeState::PaidMore:
    case ChargeState::Withdrawn:
        return true;
    default:
        return false;
    }
}

Result<void> putAccount(sql::Connection &db, const wire::Event &event, const wire::PixRecord &record, bool standing,
                        qint64 ripeAt)
{
    return db
        .prepare(u"INSERT OR REPLACE INTO pix_account (standing, key_type, key, name, city, at, by, ripe_at, first) "
                 "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, NOT EXISTS (SELECT 1 FROM pix_account WHERE standing = 1))"_s)
        .bind(standing)
        .bind(static_cast<int>(record.keyType))
        .bind(record.key)
        .bind(record.name)
        .bind(record.city)
        .bind(event.at)
        .bind(event.actor.operatorId)
        .bind(ripeAt)
        .run();
}

} // namespace

Result<void> EventApplier::on(const wire::Event &event, const wire::PixAccountProposed &body)
{
    m_changes.pixAccount = true;
    return putAccount(m_db, event, body.account, false, body.ripeAt);
}

Result<void> EventApplier::on(const wire::Event &event, const wire::PixAccountChanged &body)
{
    m_changes.pixAccount = true;
    BALCAO_TRY(m_db.prepare(u"DELETE FROM pix_account WHERE standing = 0"_s).run());
    return putAccount(m_db, event, body.account, true, 0);
}

Result<void> EventApplier::on(const wire::Event &, const wire::PixAccountKept &)
{
    m_changes.pixAccount = true;
    return m_db.prepare(u"DELETE FROM pix_account WHERE standing = 0"_s).run();
}

Result<void> EventApplier::on(const wire::Event &event, const wire::PixCharged &body)
{
    BALCAO_TAKE(const std::optional<ConversationRecord> in, conversationOf(event));
    if (!in || !event.subject.charge || !event.subject.message)
        return {};
    auto put = m_db.prepare(u"INSERT OR IGNORE INTO charge (id, conversation, origin, seq, at, message, author, kind, "
                            "amount, description, txid, code, expires_at, sends) "
                            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s);
    put.bind(*event.subject.charge).bind(in->id).bind(*event.subject.conversation).bind(event.seq).bind(event.at);
    put.bind(*event.subject.message).bind(event.actor.operatorId).bind(static_cast<int>(body.kind));
    put.bind(body.amount.centavos).bind(body.description).bind(body.txid).bind(body.code).bind(body.expiresAt);
    BALCAO_TRY(put.bind(body.sends).run());
    if (put.changes() == 0)
        return {};
    m_changes.till = true;
    wire::Content content;
    content.type = ContentType::Pix;
    content.text = body.text;
    content.charge = event.subject.charge;
    BALCAO_TAKE(const bool isNew, insert(event, event.at, RowKind::Message, true, content, false));
    if (isNew) {
        // What was only shown at the counter is no answer to who waits in WhatsApp.
        const bool answers = body.sends && event.actor.type != wire::ActorType::Automation;
        BALCAO_TRY(spoke(event, content, reaisShown(body.amount), answers));
    }
    return applyParked(*event.subject.message);
}

Result<void> EventApplier::on(const wire::Event &event, const wire::PixIssued &body)
{
    BALCAO_TRY(m_db.prepare(u"UPDATE charge SET code = ?, key = ?, expires_at = ? WHERE id = ?"_s)
                   .bind(body.code)
                   .bind(body.key)
                   .bind(body.expiresAt)
                   .bind(event.subject.charge)
                   .run());
    return touchCharge(event);
}

Result<void> EventApplier::on(const wire::Event &event, const wire::PixRefused &body)
{
    BALCAO_TRY(m_db.prepare(u"UPDATE charge SET refusal = iif(?1 = '', 'unknown', ?1) WHERE id = ?2"_s)
                   .bind(body.reason)
                   .bind(event.subject.charge)
                   .run());
    return touchCharge(event);
}

Result<void> EventApplier::on(const wire::Event &event, const wire::PixCancelled &)
{
    BALCAO_TRY(m_db.prepare(u"UPDATE charge SET cancelled = 1 WHERE id = ?"_s).bind(event.subject.charge).run());
    return touchCharge(event);
}

Result<void> EventApplier::on(const wire::Event &event, const wire::PixSettled &body)
{
    BALCAO_TRY(m_db.prepare(u"UPDATE charge SET settled = 1, settled_by = ?, settled_why = ? WHERE id = ?"_s)
                   .bind(event.actor.operatorId)
                   .bind(body.reason)
                   .bind(event.subject.charge)
                   .run());
    return touchCharge(event);
}

Result<void> EventApplier::on(const wire::Event &event, const wire::PixPaid &body)
{
    const wire::PixSums sums = wire::sumsOf(body.payments);
    const LastPaid last = lastOf(body);
    const auto before = m_db.prepare(u"SELECT paid, returned, withdrawn FROM charge WHERE id = ?"_s)
                            .bind(event.subject.charge)
                            .one([](const sql::Statement &row) {
                                return wire::PixSums{{row.int64(0)}, {row.int64(1)}, {row.int64(2)}};
                            });
    BALCAO_TRY(before);
    const wire::PixSums known = before->value_or(wire::PixSums());
    // Told once more, it does not come back to who has resolved the conversation.
    auto put =
        m_db.prepare(u"UPDATE charge SET paid = ?1, returned = ?2, withdrawn = ?3, paid_at = ?4, payer = ?5, "
                     "payments = ?6, refundable = ?7 WHERE id = ?8 AND (paid, returned, withdrawn, paid_at, payer, "
                     "payments, refundable) <> (?1, ?2, ?3, ?4, ?5, ?6, ?7)"_s);
    put.bind(sums.paid.centavos).bind(sums.returned.centavos).bind(sums.withdrawn.centavos);
    put.bind(last.at).bind(last.payer).bind(body.payments.size()).bind(mostLeftOf(body).centavos);
    BALCAO_TRY(put.bind(event.subject.charge).run());
    if (put.changes() == 0)
        return {};
    BALCAO_TAKE(const std::optional<ConversationRecord> in, conversationOf(event));
    if (in && sums.paid.centavos > known.paid.centavos)
        m_changes.paid.insert(in->id);
    return touchCharge(event, sums != known);
}

Result<void> EventApplier::on(const wire::Event &event, const wire::PixRefundAsked &body)
{
    BALCAO_TRY(m_db.prepare(u"UPDATE charge SET refund = ?, refund_state = ?, refund_amount = ?, refund_by = ?, "
                            "refund_why = ?, refund_fault = '' WHERE id = ?"_s)
                   .bind(body.refund)
                   .bind(static_cast<int>(RefundState::UnderWay))
                   .bind(body.amount.centavos)
                   .bind(event.actor.operatorId)
                   .bind(body.reason)
                   .bind(event.subject.charge)
                   .run());
    return touchCharge(event);
}

Result<void> EventApplier::on(const wire::Event &event, const wire::PixRefundEnded &body)
{
    BALCAO_TRY(m_db.prepare(u"UPDATE charge SET refund_state = ?, refund_fault = ? WHERE id = ? AND refund = ?"_s)
                   .bind(static_cast<int>(body.done ? RefundState::Done : RefundState::Failed))
                   .bind(body.fault)
                   .bind(event.subject.charge)
                   .bind(body.refund)
                   .run());
    return touchCharge(event, !body.done);
}

Result<void> EventApplier::on(const wire::Event &event, const wire::PixStray &body)
{
    m_changes.till = true;
    const wire::PixSums sums = body.charge ? wire::PixSums() : wire::sumsOf({body.payment});
    BALCAO_TRY(tellWhose(event, body));
    return m_db
        .prepare(u"INSERT INTO pix_stray (e2eid, at, amount, returned, withdrawn, sale, conversation) "
                 "VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (e2eid) DO UPDATE SET amount = excluded.amount, "
                 "returned = excluded.returned, withdrawn = excluded.withdrawn, sale = excluded.sale, "
                 "conversation = excluded.conversation"_s)
        .bind(body.payment.endToEndId)
        .bind(body.payment.at)
        .bind(sums.paid.centavos)
        .bind(sums.returned.centavos)
        .bind(sums.withdrawn.centavos)
        .bind(body.sale.value_or(false))
        .bind(body.conversation)
        .run();
}

// Said where it changes: an event has one line. The relay takes it from one customer before it gives it to another.
Result<void> EventApplier::tellWhose(const wire::Event &event, const wire::PixStray &body)
{
    const auto was = m_db.prepare(u"SELECT conversation FROM pix_stray WHERE e2eid = ? AND conversation IS NOT NULL"_s)
                         .bind(body.payment.endToEndId)
                         .one([](const sql::Statement &row) { return row.id<ConversationId>(0); });
    BALCAO_TRY(was);
    // A charge that claims it says so itself, in its own card.
    if (*was == body.conversation || body.charge)
        return {};
    wire::Event there = event;
    there.subject.conversation = body.conversation ? body.conversation : *was;
    return systemLine(there, body.conversation ? SystemLine::PixLinked : SystemLine::PixUnlinked,
                      QString::number(body.payment.amount.centavos));
}

Result<void> EventApplier::on(const wire::Event &event, const wire::TillClosed &body)
{
    m_changes.till = true;
    BALCAO_TRY(markTold(m_db, body.number, body.endsAt));
    return m_db
        .prepare(u"INSERT OR IGNORE INTO till_report (number, day, starts_at, ends_at, at, by, figures) "
                 "VALUES (?, ?, ?, ?, ?, ?, ?)"_s)
        .bind(body.number)
        .bind(body.day)
        .bind(body.startsAt)
        .bind(body.endsAt)
        .bind(event.at)
        .bind(event.actor.operatorId)
        .bind(QString::fromUtf8(wire::toBytes(body.figures)))
        .run();
}

Result<void> EventApplier::noteProof(ConversationId conversation, MessageId message, qint64 sortAt)
{
    return m_db
        .prepare(u"UPDATE charge SET proof = ?1 WHERE conversation = ?2 AND live = 1 AND paid = 0 AND code <> '' AND "
                 "at <= ?3"_s)
        .bind(message)
        .bind(conversation)
        .bind(sortAt)
        .run();
}

Result<void> EventApplier::leaveCharges(ConversationId conversation)
{
    return m_db.prepare(u"UPDATE charge SET live = 0 WHERE conversation = ? AND live = 1 AND paid > 0"_s)
        .bind(conversation)
        .run();
}

Result<QString> EventApplier::amountOf(std::optional<ChargeId> charge)
{
    if (!charge)
        return QString();
    const auto amount =
        m_db.prepare(u"SELECT amount FROM charge WHERE id = ?"_s).bind(*charge).one([](const sql::Statement &row) {
            return reaisShown({row.int64(0)});
        });
    BALCAO_TRY(amount);
    return amount->value_or(QString());
}

Result<void> EventApplier::touchCharge(const wire::Event &event, bool anew)
{
    if (!event.subject.charge)
        return {};
    BALCAO_TAKE(const std::optional<ChargeRow> now, ChargeReader(m_db).find(*event.subject.charge));
    if (!now)
        return {};
    m_changes.till = true;
    m_changes.threads.insert(now->conversation);
    m_changes.conversations.insert(now->conversation);
    // Once it was left it stays so, whatever staff do about it; what the bank says is news.
    return m_db.prepare(u"UPDATE charge SET live = ?1 AND (live OR ?2) WHERE id = ?3"_s)
        .bind(matters(now->facts))
        .bind(anew)
        .bind(now->id)
        .run();
}

} // namespace balcao::store
