// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Refunds as they stand: to which payment money is to go back, and whether the bank has heard of it. One of a charge at a
// time. What went back counts with the charge's payments (Charges::paid), not here.
#pragma once

#include "relay/store/log.h"

namespace balcao::relay {

class RelayData;
struct Charge;
struct Stamp;

/// In meta: whether the configuration lets money go back; "1" or empty.
inline constexpr QLatin1StringView kRefundsKey("refunds");
/// In meta: which bank the configuration names, so that a refund is never asked for at another.
inline constexpr QLatin1StringView kRefundsBankKey("refunds_bank");

struct Refund
{
    RefundId id;
    ChargeId charge;
    QString endToEndId;
    Money amount;
    Money gone; ///< of that payment, when it was asked for: what went back, or was under way
    qint64 at = 0;
    int puts = 0;       ///< how often the bank was asked for it: above 0 it may have heard
    qint64 putAt = 0;   ///< the last time
    bool heard = false; ///< the bank has it
    bool ended = false;
};

class Refunds
{
public:
    explicit Refunds(RelayData &data) : m_data(data) {}

    Result<std::optional<Refund>> find(RefundId id);
    /// Of that charge, the one that the bank has not ended yet.
    Result<std::optional<Refund>> openOf(ChargeId charge);
    /// Those that the bank is to be asked about by then, the longest overdue first.
    Result<QList<Refund>> due(qint64 nowMs, int limit);
    Result<std::optional<qint64>> nextLook(qint64 nowMs);

    /// From now on the shop's bank; what is open at another one nobody here can follow to its end. Empty: there is none.
    Result<void> begin(const QByteArray &bank);
    /// Says pix.refund_asked; what is in `refund` has been checked.
    Result<void> ask(const Refund &refund, const QString &reason, const Stamp &stamp);
    /// Durable before the bank is asked.
    Result<void> tried(RefundId id);
    /// The bank has it: it is never asked for again.
    Result<void> heard(RefundId id);
    Result<void> lookAgain(RefundId id, std::optional<qint64> at);
    /// Says pix.refund_ended; once.
    Result<void> end(const Refund &refund, bool done, const QString &fault);

private:
    Result<void> say(ChargeId charge, const Stamp &stamp, wire::EventBody body);

    RelayData &m_data;
};

/// What of it went back, or is under way.
Money goneOf(const wire::PixPayment &payment);

/// The newest of the payments of which so much is left and which may still go back; nothing: `TooMuch` or `TooLate`.
enum class RefundFault { TooMuch, TooLate };
struct RefundChoice
{
    QString endToEndId;
    Money gone; ///< of that one
    std::optional<RefundFault> fault;
};
RefundChoice paymentToRefund(const QList<wire::PixPayment> &payments, Money amount, qint64 nowMs);

} // namespace balcao::relay
