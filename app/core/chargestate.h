// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The life of a charge as every desk shows it, derived from what is known of it and never stored, so that the same
// facts in any order give one answer. Money counts only as far as the bank has said so.
// Source: Banco Central, API Pix 2.9.0 (CobCompleta, Pix, Devolucao: a cob that is CONCLUIDA says nothing of the debt).
#pragma once

#include "core/clock.h"
#include "core/money.h"

#include <optional>

namespace balcao {

/// The numbers stand in databases: new ones go at the end.
enum class ChargeKind {
    Shop = 0, ///< "Pix da loja": a static code of the shop's key; the bank knows no charge behind it
    Bank = 1, ///< a cob that the bank registered, and says of when it was paid
};

/// How long one of the bank's may be open: a minute is enough to pay, and nobody waits for a month.
inline constexpr qint64 kShortestOpenMs = kMinuteMs;
inline constexpr qint64 kLongestOpenMs = 31 * kDayMs;

/// API Pix 2.9.0: a devolução may be asked for until 90 days after the Pix. An hour less, for clocks that differ.
inline constexpr qint64 kRefundableMs = 90 * kDayMs - kHourMs;

enum class ChargeState {
    Creating,       ///< the bank has not answered yet: there is nothing to pay
    Waiting,        ///< may be paid
    Paid,           ///< the bank says so
    PaidLess,       ///< the bank says so, of another amount
    PaidMore,       ///< the same
    Expired,        ///< its time is over; a payment that was under way may still come
    Cancelled,      ///< by staff
    Returned,       ///< all that was paid went back
    PartlyReturned, ///< a part of it did
    Withdrawn,      ///< the bank took it back (MED)
    Settled,        ///< "baixa manual": somebody of the shop says so, the bank does not
    Refused,        ///< the bank did not register it, or our own check stopped it: nothing was sent
};

struct ChargeFacts
{
    Money amount;
    Money paid;                      ///< all that came, by the bank's word
    Money returned;                  ///< of it, what went back by the shop's will
    Money withdrawn;                 ///< of it, what the bank took back
    std::optional<qint64> expiresAt; ///< UTC ms
    bool hasCode = false;
    bool refused = false;
    bool cancelled = false;
    bool settled = false;

    friend bool operator==(const ChargeFacts &, const ChargeFacts &) = default;
};

/// `nowMs`: the relay's time.
ChargeState chargeState(const ChargeFacts &facts, qint64 nowMs);

/// Whether the shop still waits for money, so that sending the code again makes sense.
constexpr bool isPayable(ChargeState state)
{
    return state == ChargeState::Waiting;
}

} // namespace balcao
