// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The names of what the relay refuses, as they travel: the `type` of an application/problem+json and
// of a command's outcome. Codes are stable; the words are made in the desk.
#pragma once

#include <QLatin1StringView>
#include <QString>

namespace balcao::problem {

// Requests
inline constexpr QLatin1StringView kBadRequest("bad-request");     ///< not JSON, or not the shape of the call
inline constexpr QLatin1StringView kBadSignature("bad-signature"); ///< webhook not signed by our app secret
inline constexpr QLatin1StringView kUnauthorized("unauthorized");  ///< no such token: pair again
inline constexpr QLatin1StringView kDeskRevoked("desk-revoked");   ///< the only 401 that wipes a desk
inline constexpr QLatin1StringView kNotFound("not-found");
inline constexpr QLatin1StringView kMethodNotAllowed("method-not-allowed");
inline constexpr QLatin1StringView kTooLarge("too-large");
inline constexpr QLatin1StringView kBusy("busy");                   ///< queue full: come back after Retry-After
inline constexpr QLatin1StringView kTooManyTries("too-many-tries"); ///< PIN, pairing code, token: slowed down
inline constexpr QLatin1StringView kMediaUnknown("media-unknown");
inline constexpr QLatin1StringView kLogChanged("log-changed"); ///< the batch was written to another log: read first
inline constexpr QLatin1StringView kStorage("storage");        ///< could not be made durable
inline constexpr QLatin1StringView kInternal("internal");      ///< a mistake of the relay's own

// Pairing and sessions
inline constexpr QLatin1StringView kCodeWrong("code-wrong"); ///< wrong, used, expired or dead: never which
inline constexpr QLatin1StringView kPinWrong("pin-wrong");
inline constexpr QLatin1StringView kPinUnset("pin-unset"); ///< this operator has not chosen a PIN yet
inline constexpr QLatin1StringView kPinWeak("pin-weak");   ///< 4-8 digits, 6 or more for managers

// Commands
inline constexpr QLatin1StringView kIdReused("id-reused"); ///< same id, another body
inline constexpr QLatin1StringView kUnknownKind("unknown-kind");
inline constexpr QLatin1StringView kBadBody("bad-body");
inline constexpr QLatin1StringView kExpired("expired"); ///< after expires_at
inline constexpr QLatin1StringView kStale("stale");     ///< the subject changed after expect.seq
inline constexpr QLatin1StringView kOperatorUnknown("operator-unknown");
inline constexpr QLatin1StringView kOperatorDisabled("operator-disabled");
inline constexpr QLatin1StringView kManagerNeeded("manager-needed"); ///< attendant, or no session
inline constexpr QLatin1StringView kLastManager("last-manager");
inline constexpr QLatin1StringView kCustomerUnknown("customer-unknown");
inline constexpr QLatin1StringView kConversationUnknown("conversation-unknown");
inline constexpr QLatin1StringView kMessageUnknown("message-unknown");
inline constexpr QLatin1StringView kTagUnknown("tag-unknown");
inline constexpr QLatin1StringView kTagExists("tag-exists"); ///< another tag has the name, case folded
inline constexpr QLatin1StringView kNoteUnknown("note-unknown");
inline constexpr QLatin1StringView kReplyUnknown("reply-unknown");
inline constexpr QLatin1StringView kChannelUnknown("channel-unknown");
inline constexpr QLatin1StringView kMediaMissing("media_missing");   ///< a send names media the relay does not hold
inline constexpr QLatin1StringView kWindowClosed("window-closed");   ///< more than 24 h since the customer wrote
inline constexpr QLatin1StringView kErased("erased");                ///< the customer asked to be forgotten
inline constexpr QLatin1StringView kNotResendable("not-resendable"); ///< only failed or incerta sends
inline constexpr QLatin1StringView kTimePast("time-past");           ///< snooze until a moment gone by
inline constexpr QLatin1StringView kChargeUnknown("charge-unknown");
inline constexpr QLatin1StringView kChargeClosed("charge-closed");   ///< paid, cancelled or over: nothing to do with it
inline constexpr QLatin1StringView kNoPixAccount("no-pix-account");  ///< the shop has not said yet who receives
inline constexpr QLatin1StringView kNoBank("no-bank");               ///< no bank is set up at the relay
inline constexpr QLatin1StringView kPayeeMismatch("payee-mismatch"); ///< the code does not pay what it should
inline constexpr QLatin1StringView kSecondNeeded("second-needed");   ///< another manager, or the same after a day
inline constexpr QLatin1StringView kNoRefunds("no-refunds");         ///< not switched on at the relay
inline constexpr QLatin1StringView kRefundOpen("refund-open");       ///< one of this charge is under way
inline constexpr QLatin1StringView kRefundTooMuch("refund-too-much"); ///< more than is left of any one payment
inline constexpr QLatin1StringView kRefundTooLate("refund-too-late"); ///< more than 90 days since it was paid
inline constexpr QLatin1StringView kDeskTooNew("desk-too-new");       ///< paired less than a day ago
inline constexpr QLatin1StringView kDayAhead("day-ahead");            ///< a day that has not begun is not closed

// Each of them, for what must have something to say about all.
inline constexpr QLatin1StringView kOfRequests[] = {
    kBadRequest, kBadSignature, kUnauthorized, kDeskRevoked, kNotFound, kMethodNotAllowed, kTooLarge,
    kBusy,       kTooManyTries, kMediaUnknown, kLogChanged,  kStorage,  kInternal};
inline constexpr QLatin1StringView kOfSessions[] = {kCodeWrong, kPinWrong, kPinUnset, kPinWeak};
inline constexpr QLatin1StringView kOfCommands[] = {kIdReused,
                                                    kUnknownKind,
                                                    kBadBody,
                                                    kExpired,
                                                    kStale,
                                                    kOperatorUnknown,
                                                    kOperatorDisabled,
                                                    kManagerNeeded,
                                                    kLastManager,
                                                    kCustomerUnknown,
                                                    kConversationUnknown,
                                                    kMessageUnknown,
                                                    kTagUnknown,
                                                    kTagExists,
                                                    kNoteUnknown,
                                                    kReplyUnknown,
                                                    kChannelUnknown,
                                                    kMediaMissing,
                                                    kWindowClosed,
                                                    kErased,
                                                    kNotResendable,
                                                    kTimePast,
                                                    kChargeUnknown,
                                                    kChargeClosed,
                                                    kNoPixAccount,
                                                    kNoBank,
                                                    kPayeeMismatch,
                                                    kSecondNeeded,
                                                    kNoRefunds,
                                                    kRefundOpen,
                                                    kRefundTooMuch,
                                                    kRefundTooLate,
                                                    kDeskTooNew,
                                                    kDayAhead};

} // namespace balcao::problem

namespace balcao {

/// `type` is one of the codes above; `detail` names a field or a limit, never its content.
struct Problem
{
    QString type;
    QString detail;

    Problem() = default;
    Problem(QLatin1StringView code, QString what = {}) : type(code), detail(std::move(what)) {}

    friend bool operator==(const Problem &, const Problem &) = default;
};

} // namespace balcao
