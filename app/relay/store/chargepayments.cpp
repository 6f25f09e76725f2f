// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// What came in for a charge. A bank's answers may come late, leave something out, or name what is another's: what it has
// said of a payment stays, and one payment counts for one charge.

#include "relay/store/charges.h"
#include "relay/store/relaydata.h"

#include <algorithm>

namespace balcao::relay {

using namespace Qt::Literals::StringLiterals;

namespace {

QList<wire::PixPayment> joined(QList<wire::PixPayment> now, const QList<wire::PixPayment> &before)
{
    for (const wire::PixPayment &old : before) {
        const auto known = std::ranges::find(now, old.endToEndId, &wire::PixPayment::endToEndId);
        if (known == now.end()) {
            now.append(old);
            continue;
        }
        // One answer of the bank says less than another.
        wire::addReturns(known->returns, old.returns);
        known->at = old.at;
        if (known->payer.isEmpty())
            known->payer = old.payer;
    }
    std::ranges::sort(now, {}, [](const wire::PixPayment &one) { return std::pair(one.at, one.endToEndId); });
    return now;
}

} // namespace

/// None that counts for another charge already.
Result<QList<wire::PixPayment>> Charges::ownPayments(const Charge &charge, const QList<wire::PixPayment> &payments)
{
    QList<wire::PixPayment> own;
    for (const wire::PixPayment &payment : payments) {
        BALCAO_TRY(
            m_data.connection()
                .prepare(u"INSERT INTO pix_payment (e2eid, charge) VALUES (?, ?) ON CONFLICT (e2eid) DO NOTHING"_s)
                .bind(payment.endToEndId)
                .bind(charge.id)
                .run());
        const auto whose = m_data.connection()
                               .prepare(u"SELECT charge FROM pix_payment WHERE e2eid = ?"_s)
                               .bind(payment.endToEndId)
                               .one([](const sql::Statement &row) { return row.id<ChargeId>(0); });
        BALCAO_TRY(whose);
        BALCAO_TRY(m_data.strays().claim(payment.endToEndId, whose->value_or(charge.id)));
        const bool isTwice = std::ranges::find(own, payment.endToEndId, &wire::PixPayment::endToEndId) != own.end();
        if (*whose == std::optional(charge.id) && !isTwice)
            own.append(payment);
    }
    return own;
}

Result<QList<wire::PixPayment>> Charges::knownPayments(const Charge &charge)
{
    const auto standing = m_data.connection()
                              .prepare(u"SELECT standing FROM charge WHERE id = ?"_s)
                              .bind(charge.id)
                              .one([](const sql::Statement &row) { return row.text(0).toUtf8(); });
    BALCAO_TRY(standing);
    const auto said = wire::fromBytes<wire::PixPaid>(standing->value_or(QByteArray()));
    return said ? said->payments : QList<wire::PixPayment>();
}

Result<void> Charges::paid(const Charge &charge, const QList<wire::PixPayment> &payments)
{
    BALCAO_TAKE(QList<wire::PixPayment> own, ownPayments(charge, payments));
    if (own.isEmpty())
        return {};
    BALCAO_TAKE(const QList<wire::PixPayment> before, knownPayments(charge));
    wire::PixPaid said{joined(std::move(own), before)};
    BALCAO_TAKE(const bool isForgottenNow, isForgotten(charge));
    if (isForgottenNow) {
        for (wire::PixPayment &one : said.payments)
            one.payer.clear();
    }
    const QString standing = QString::fromUtf8(wire::canonicalJson(wire::encode(said)));
    const wire::PixSums sums = wire::sumsOf(said.payments);
    auto put = m_data.connection().prepare(
        u"UPDATE charge SET paid = ?, returned = ?, withdrawn = ?, payments = ?, paid_at = ?, standing = ? "
        "WHERE id = ? AND standing <> ?"_s);
    put.bind(sums.paid.centavos).bind(sums.returned.centavos).bind(sums.withdrawn.centavos);
    put.bind(said.payments.size()).bind(said.payments.last().at); // in their order
    put.bind(standing).bind(charge.id).bind(standing);
    BALCAO_TRY(put.run());
    if (put.changes() == 0)
        return {};
    BALCAO_TRY(say(charge, Stamp{}, said));
    const bool wasPaid = charge.facts.paid >= charge.facts.amount;
    ChargeFacts now = charge.facts;
    now.paid = sums.paid;
    now.returned = sums.returned;
    now.withdrawn = sums.withdrawn;
    const bool isPaid = endOf(now, m_data.clock().nowMs()) == OrderEnd::Paid;
    return isPaid && !wasPaid ? tellCustomer(charge, OrderEnd::Paid) : Result<void>();
}

} // namespace balcao::relay
