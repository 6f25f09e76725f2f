// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "relay/store/refunds.h"

#include "relay/store/relaydata.h"

namespace balcao::relay {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Nobody plans to look later than that.
constexpr qint64 kFarthestLookMs = 2 * kDayMs;

const QString kSelect = u"SELECT id, charge, e2eid, amount, at, tried, ended FROM refund WHERE "_s;

Refund read(const sql::Statement &row)
{
    return {row.id<RefundId>(0), row.id<ChargeId>(1), row.text(2),   Money{row.int64(3)},
            row.int64(4),        row.boolean(5),      row.boolean(6)};
}

} // namespace

Result<std::optional<Refund>> Refunds::find(RefundId id)
{
    return m_data.connection().prepare(kSelect + u"id = ?"_s).bind(id).one(read);
}

Result<std::optional<Refund>> Refunds::openOf(ChargeId charge)
{
    return m_data.connection().prepare(kSelect + u"charge = ? AND ended = 0"_s).bind(charge).one(read);
}

Result<QList<Refund>> Refunds::due(qint64 nowMs, int limit)
{
    return m_data.connection()
        .prepare(kSelect + u"look_at <= ? OR look_at > ? ORDER BY look_at LIMIT ?"_s)
        .bind(nowMs)
        .bind(nowMs + kFarthestLookMs) // set by a clock that ran ahead
        .bind(limit)
        .all(read);
}

Result<std::optional<qint64>> Refunds::nextLook(qint64 nowMs)
{
    return m_data.connection()
        .prepare(u"SELECT look_at FROM refund WHERE look_at > ? ORDER BY look_at LIMIT 1"_s)
        .bind(nowMs)
        .one([](const sql::Statement &row) { return row.int64(0); });
}

Result<void> Refunds::say(ChargeId charge, const Stamp &stamp, wire::EventBody body)
{
    BALCAO_TAKE(const std::optional<Charge> about, m_data.charges().find(charge));
    return about ? m_data.charges().say(*about, stamp, std::move(body)) : Result<void>();
}

Result<void> Refunds::ask(const Refund &refund, const QString &reason, const Stamp &stamp)
{
    auto put = m_data.connection().prepare(
        u"INSERT INTO refund (id, charge, e2eid, amount, at, look_at) VALUES (?, ?, ?, ?, ?, ?)"_s);
    put.bind(refund.id).bind(refund.charge).bind(refund.endToEndId).bind(refund.amount.centavos);
    BALCAO_TRY(put.bind(refund.at).bind(refund.at).run());
    return say(refund.charge, stamp, wire::PixRefundAsked{refund.id, refund.endToEndId, refund.amount, reason});
}

Result<void> Refunds::tried(RefundId id)
{
    return m_data.connection().prepare(u"UPDATE refund SET tried = 1 WHERE id = ?"_s).bind(id).run();
}

Result<void> Refunds::lookAgain(RefundId id, std::optional<qint64> at)
{
    return m_data.connection().prepare(u"UPDATE refund SET look_at = ? WHERE id = ?"_s).bind(at).bind(id).run();
}

Result<void> Refunds::end(const Refund &refund, bool done, const QString &fault)
{
    auto put = m_data.connection().prepare(u"UPDATE refund SET ended = 1, look_at = NULL WHERE id = ? AND ended = 0"_s);
    BALCAO_TRY(put.bind(refund.id).run());
    return put.changes() == 0 ? Result<void>()
                              : say(refund.charge, Stamp{}, wire::PixRefundEnded{refund.id, done, fault});
}

RefundChoice paymentToRefund(const QList<wire::PixPayment> &payments, Money amount, qint64 nowMs)
{
    RefundChoice choice{{}, RefundFault::TooMuch};
    for (const wire::PixPayment &payment : payments) { // oldest first
        if (wire::leftOf(payment) < amount)
            continue;
        if (nowMs - payment.at > kRefundableMs) {
            if (choice.fault)
                choice.fault = RefundFault::TooLate;
            continue;
        }
        choice = {payment.endToEndId, {}};
    }
    return choice;
}

} // namespace balcao::relay
