// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// What the desk's Pix needs of the world: who receives, and acts about charges. The store and sync stand behind it, so
// that presenters are tested without either. GUI thread.
#pragma once

#include "store/pixrows.h"

#include <QtGlobal>

#include <functional>

namespace balcao::desk {

/// The most that is asked for in one charge.
inline constexpr Money kMostCharged{999'999'999};

/// One charge as one dialog asks for it. Its ids are made when the dialog opens and never again: whatever is pressed
/// how often, it is one charge.
struct PixOrder
{
    CommandId command = CommandId::create();
    ChargeId charge = ChargeId::create();
    MessageId message = MessageId::create();
    MessageId codeMessage = MessageId::create();
    ConversationId conversation;
    ChargeKind kind = ChargeKind::Shop;
    Money amount;
    QString description;
    QString text; ///< what the customer reads with it
    std::optional<qint64> validUntil;
    bool sends = true;     ///< false: only shown at the counter
    QString paidText;      ///< what the customer reads once the bank says so, where WhatsApp has a form for it
    QString cancelledText; ///< the same, when nobody is to pay it any more

    friend bool operator==(const PixOrder &, const PixOrder &) = default;
};

class PixSource
{
public:
    PixSource() = default;
    virtual ~PixSource() = default;
    Q_DISABLE_COPY_MOVE(PixSource)

    /// Answers later, or not at all when it cannot be read.
    virtual void account(std::function<void(const store::PixAccountRow &)> done) = 0;
};

/// What staff say of money that came without a charge.
struct StraySorting
{
    bool isKnown = false;                ///< what it was for
    std::optional<ConversationId> whose; ///< none: a sale at the counter

    friend bool operator==(const StraySorting &, const StraySorting &) = default;
};

class PixActions
{
public:
    PixActions() = default;
    virtual ~PixActions() = default;
    Q_DISABLE_COPY_MOVE(PixActions)

    /// `done(false)`: could not be made durable here. What became of it comes later, by its command's id.
    virtual void charge(const PixOrder &order, OperatorId by, std::function<void(bool)> done) = 0;
    virtual void cancel(ChargeId charge, ConversationId conversation, OperatorId by) = 0;
    /// `was`: as whoever says it sees it. `done`: it will be read as said, or (false) could not be made durable here.
    virtual void sortStrays(const QStringList &endToEndIds, const StraySorting &as, const StraySorting &was,
                            OperatorId by, std::function<void(bool)> done) = 0;
};

/// `refund` is made once for what one form asks for.
struct RefundOrder
{
    RefundId refund;
    ChargeId charge;
    Money amount;
    Money returned; ///< of the charge, as the form saw it
};

/// A day to be closed, as whoever closes it sees it.
struct TillClosing
{
    QString day;       ///< "2026-11-25"
    qint64 number = 0; ///< that its report would get
    qint64 seen = 0;   ///< the last event in its sums

    friend bool operator==(const TillClosing &, const TillClosing &) = default;
};

/// Acts that need a PIN, there and then: never queued, never stored.
class PixSigner
{
public:
    enum class Outcome {
        Done,
        PinWrong,
        NoPinYet,
        TooManyTries,
        Refused, ///< see `problem`
        NeedsConnection,
        Unknown, ///< it went, and no answer came: the same again is the same act
        Failed,
    };
    struct Answer
    {
        Outcome outcome = Outcome::Failed;
        qint64 number = 0; ///< PinWrong: tries left, below 0 when not known; TooManyTries: ms to wait
        QString problem;   ///< code of core/problem.h
    };
    using Done = std::function<void(const Answer &)>;

    PixSigner() = default;
    virtual ~PixSigner() = default;
    Q_DISABLE_COPY_MOVE(PixSigner)

    virtual void propose(const PixAccount &account, OperatorId by, const QString &pin, Done done) = 0;
    virtual void confirm(const PixAccount &account, OperatorId by, const QString &pin, Done done) = 0;
    virtual void keep(OperatorId by, const QString &pin, Done done) = 0;
    virtual void settle(ChargeId charge, const QString &reason, OperatorId by, const QString &pin, Done done) = 0;
    virtual void refund(const RefundOrder &order, const QString &reason, OperatorId by, const QString &pin,
                        Done done) = 0;
    virtual void closeDay(const TillClosing &closing, OperatorId by, const QString &pin, Done done) = 0;
};

} // namespace balcao::desk
