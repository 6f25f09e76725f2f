// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Why the shop's server said no, in words: one for each code that a command may get.

#include "core/problem.h"
#include "desk/wording.h"

#include <QCoreApplication>

#include <algorithm>

namespace balcao::desk {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("balcao::desk::Wording", text);
}

struct Reason
{
    QLatin1StringView code;
    const char *words;
};

constexpr Reason kReasons[] = {
    {problem::kIdReused, QT_TRANSLATE_NOOP("balcao::desk::Wording", "this computer mixed two things up; do it again")},
    {problem::kUnknownKind,
     QT_TRANSLATE_NOOP("balcao::desk::Wording", "the shop's server is older than this program and does not know it")},
    {problem::kBadBody, QT_TRANSLATE_NOOP("balcao::desk::Wording", "the shop's server could not read it")},
    {problem::kExpired, QT_TRANSLATE_NOOP("balcao::desk::Wording", "it waited too long for the connection")},
    {problem::kStale,
     QT_TRANSLATE_NOOP("balcao::desk::Wording", "something changed here meanwhile; look again and repeat it")},
    {problem::kOperatorUnknown,
     QT_TRANSLATE_NOOP("balcao::desk::Wording", "this operator no longer serves in this shop")},
    {problem::kOperatorDisabled,
     QT_TRANSLATE_NOOP("balcao::desk::Wording", "this operator no longer serves in this shop")},
    {problem::kManagerNeeded, QT_TRANSLATE_NOOP("balcao::desk::Wording", "only a manager may do this")},
    {problem::kLastManager, QT_TRANSLATE_NOOP("balcao::desk::Wording", "the shop needs one manager at least")},
    {problem::kCustomerUnknown,
     QT_TRANSLATE_NOOP("balcao::desk::Wording", "the shop's server does not know this customer")},
    {problem::kConversationUnknown,
     QT_TRANSLATE_NOOP("balcao::desk::Wording", "the shop's server does not know this conversation")},
    {problem::kMessageUnknown,
     QT_TRANSLATE_NOOP("balcao::desk::Wording", "the shop's server does not know this message")},
    {problem::kTagUnknown, QT_TRANSLATE_NOOP("balcao::desk::Wording", "this tag no longer exists")},
    {problem::kTagExists, QT_TRANSLATE_NOOP("balcao::desk::Wording", "another tag has this name")},
    {problem::kNoteUnknown, QT_TRANSLATE_NOOP("balcao::desk::Wording", "this note no longer exists")},
    {problem::kReplyUnknown, QT_TRANSLATE_NOOP("balcao::desk::Wording", "this quick reply no longer exists")},
    {problem::kChannelUnknown, QT_TRANSLATE_NOOP("balcao::desk::Wording", "the shop no longer has this number")},
    {problem::kMediaMissing, QT_TRANSLATE_NOOP("balcao::desk::Wording", "the attachment is not on the shop's server")},
    {problem::kWindowClosed,
     QT_TRANSLATE_NOOP("balcao::desk::Wording", "more than 24 h have passed since the customer wrote")},
    {problem::kErased, QT_TRANSLATE_NOOP("balcao::desk::Wording", "this customer's data was erased at their request")},
    {problem::kNotResendable,
     QT_TRANSLATE_NOOP("balcao::desk::Wording", "this message is on its way, arrived or went again already")},
    {problem::kTimePast, QT_TRANSLATE_NOOP("balcao::desk::Wording", "that time has passed already")},
    {problem::kChargeUnknown,
     QT_TRANSLATE_NOOP("balcao::desk::Wording", "the shop's server does not know this charge")},
    {problem::kChargeClosed,
     QT_TRANSLATE_NOOP("balcao::desk::Wording", "this charge is paid, cancelled or over already")},
    {problem::kNoPixAccount,
     QT_TRANSLATE_NOOP("balcao::desk::Wording", "the shop has not said yet to which Pix key it is paid")},
    {problem::kNoBank, QT_TRANSLATE_NOOP("balcao::desk::Wording", "no bank is connected to the shop's server")},
    {problem::kPayeeMismatch, QT_TRANSLATE_NOOP("balcao::desk::Wording", "the code would not pay this shop")},
    {problem::kSecondNeeded,
     QT_TRANSLATE_NOOP("balcao::desk::Wording", "another manager has to confirm it, or you after 24 h")},
    {problem::kNoRefunds,
     QT_TRANSLATE_NOOP("balcao::desk::Wording", "paying back is not switched on at the shop's server")},
    {problem::kRefundOpen,
     QT_TRANSLATE_NOOP("balcao::desk::Wording", "something of this charge is being paid back already")},
    {problem::kRefundTooMuch,
     QT_TRANSLATE_NOOP("balcao::desk::Wording", "that is more than is left of any one payment")},
    {problem::kRefundTooLate,
     QT_TRANSLATE_NOOP("balcao::desk::Wording", "it was paid more than 90 days ago; the bank pays nothing back then")},
    {problem::kDeskTooNew, QT_TRANSLATE_NOOP("balcao::desk::Wording",
                                             "this computer was connected less than a day ago; for that long nothing "
                                             "is paid back from it")},
    {problem::kDayAhead, QT_TRANSLATE_NOOP("balcao::desk::Wording", "that day has not begun yet")},
    {problem::kInternal,
     QT_TRANSLATE_NOOP("balcao::desk::Wording", "the shop's server has a fault; tell whoever cares for it")},
};

QString reason(const QString &problemType)
{
    const auto *found = std::ranges::find(kReasons, problemType, &Reason::code);
    return tr(found != std::end(kReasons) ? found->words
                                          : QT_TRANSLATE_NOOP("balcao::desk::Wording", "the shop's server refused it"));
}

} // namespace

QString Wording::refusal(const QString &problemType)
{
    if (problemType == problem::kWindowClosed)
        return failure(131047); // as Meta's own answer says it
    return tr("Not sent: %1.").arg(reason(problemType));
}

QString Wording::actRefusal(const QString &problemType)
{
    return tr("Not done: %1.").arg(reason(problemType));
}

} // namespace balcao::desk
