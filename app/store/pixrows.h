// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// What the store knows of money, as presenters get it. A charge's state follows from its facts and the relay's time
// (core/chargestate.h), so it is worked out when it is shown.
#pragma once

#include "core/chargestate.h"
#include "core/contenttype.h"
#include "core/id.h"
#include "core/payee.h"

#include <QString>

#include <optional>

namespace balcao::store {

/// The numbers stand in the projection.
enum class RefundState { None = 0, UnderWay = 1, Done = 2, Failed = 3 };

/// What a manager has sent back last.
struct RefundRow
{
    RefundState state = RefundState::None;
    Money amount;
    QString by; ///< operator's name
    QString why;
    QString fault; ///< pix.refund_ended's

    friend bool operator==(const RefundRow &, const RefundRow &) = default;
};

struct ChargeRow
{
    ChargeId id;
    ConversationId conversation;
    MessageId message; ///< its row in the thread
    qint64 seq = 0;    ///< key of lists of charges, newest first
    ChargeKind kind = ChargeKind::Shop;
    ChargeFacts facts;
    QString description;
    QString txid;
    QString code;      ///< BR Code; empty until the bank has answered
    QString key;       ///< that a bank's code pays; in the shop's own it stands in the code
    qint64 at = 0;     ///< when it was asked for, relay time
    qint64 paidAt = 0; ///< by the bank, of the newest payment
    QString payer;     ///< as the bank names them; may be empty
    QString author;    ///< operator's name
    OperatorId authorId;
    QString settledBy; ///< operator's name, of a "baixa manual"
    QString settledWhy;
    QString refusal;   ///< why it was not registered: pix.refused's reason
    bool sends = true; ///< false: only shown at the counter
    MessageId proof;   ///< the newest picture or document that came while it waited
    Money refundable;  ///< the most that one refund may give back
    RefundRow refund;

    friend bool operator==(const ChargeRow &, const ChargeRow &) = default;
};

/// In the list: of the conversation's newest charge that waits, or was paid and nobody has resolved the conversation
/// since.
struct ChargeChip
{
    ChargeId id;
    ChargeKind kind = ChargeKind::Shop;
    ChargeFacts facts;
    MessageId proof; ///< as above

    friend bool operator==(const ChargeChip &, const ChargeChip &) = default;
};

/// A charge that this desk asks for and the log does not say yet.
struct PendingCharge
{
    ChargeKind kind = ChargeKind::Shop;
    Money amount;
    QString description;
    bool sends = true;

    friend bool operator==(const PendingCharge &, const PendingCharge &) = default;
};

/// Which of a charge's messages it is.
struct ChargeMessage
{
    ChargeId charge;
    ContentType type = ContentType::Pix; ///< or PixCode

    friend bool operator==(const ChargeMessage &, const ChargeMessage &) = default;
};

/// Who receives, and since when; what somebody wants instead.
struct PixAccountRow
{
    std::optional<PixAccount> account;
    qint64 changedAt = 0; ///< 0: it is the shop's first
    QString changedBy;    ///< operator's name
    std::optional<PixAccount> proposed;
    qint64 ripeAt = 0;
    QString proposedBy;
    OperatorId proposerId;

    friend bool operator==(const PixAccountRow &, const PixAccountRow &) = default;
};

} // namespace balcao::store
