// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "relay/store/refunds.h"

#include "relay/store/relaydata.h"

namespace balcao::relay {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Nobody plans to look later than that.
constexpr qint64 kFarthestLookMs = 2 * kDayMs;

const QString kSelect = u"SELECT id, charge, e2eid, amount, gone, at, puts, put_at, heard, ended FROM refund WHERE "_s;

Refund read(const sql::Statement &row)
{
    Refund refund;
    refund.id = row.id<RefundId>(0);
    refund.charge = row.id<ChargeId>(1);
    refund.endToEndId = row.text(2);
    refund.amount = Money{row.int64(3)};
    refund.gone = Money{row.int64(4)};
    refund.at = row.int64(5);
    refund.puts = static_cast<int>(row.int64(6));
    refund.putAt = row.int64(7);
    refund.heard = row.boolean(8);
    refund.ended = row.boolean(9);
    return refund;
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

Result<void> Refunds::begin(const QByteArray &bank)
{
    BALCAO_TRY(m_data.setMeta(kRefundsBankKey, bank));
    const auto others = m_data.connection().prepare(kSelect + u"ended = 0 AND bank <> ?"_s).bind(bank).all(read);
    BALCAO_TRY(others);
    for (const Refund &refund : *others)
        BALCAO_TRY(end(refund, false, u"other-bank"_s));
    return {};
}

Result<void> Refunds::ask(const Refund &refund, const QString &reason, const Stamp &stamp)
{
    BALCAO_TAKE(const QByteArray bank, m_data.meta(kRefundsBankKey));
    BALCAO_TAKE(const std::optional<Charge> charge, m_data.charges().find(refund.charge));
    BALCAO_TAKE(const bool isForgotten, charge ? m_data.charges().isForgotten(*charge) : Result<bool>(false));
    auto put = m_data.connection().prepare(u"INSERT INTO refund (id, charge, e2eid, amount, gone, bank, at, look_at) "
                                           "VALUES (?, ?, ?, ?, ?, ?, ?, ?)"_s);
    put.bind(refund.id).bind(refund.charge).bind(refund.endToEndId).bind(refund.amount.centavos);
    put.bind(refund.gone.centavos).bind(bank);
    BALCAO_TRY(put.bind(refund.at).bind(refund.at).run());
    const wire::PixRefundAsked said{refund.id, refund.endToEndId, refund.amount, isForgotten ? QString() : reason};
    return say(refund.charge, stamp, said);
}

Result<void> Refunds::tried(RefundId id)
{
    return m_data.connection()
        .prepare(u"UPDATE refund SET puts = puts + 1, put_at = ? WHERE id = ?"_s)
        .bind(m_data.clock().nowMs())
        .bind(id)
        .run();
}

Result<void> Refunds::heard(RefundId id)
{
    return m_data.connection().prepare(u"UPDATE refund SET heard = 1 WHERE id = ?"_s).bind(id).run();
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

Money goneOf(const wire::PixPayment &payment)
{
    return {payment.amount.centavos - wire::leftOf(payment).centavos};
}

RefundChoice paymentToRefund(const QList<wire::PixPayment> &payments, Money amount, qint64 nowMs)
{
    RefundChoice choice{{}, {}, RefundFault::TooMuch};
    for (const wire::PixPayment &payment : payments) { // oldest first
        if (wire::leftOf(payment) < amount)
            continue;
        if (nowMs - payment.at > kRefundableMs) {
            if (choice.fault)
                choice.fault = RefundFault::TooLate;
            continue;
        }
        choice = {payment.endToEndId, goneOf(payment), {}};
    }
    return choice;
}

} // namespace balcao::relay
