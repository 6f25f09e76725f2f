// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// What an answer of the Graph API, or its absence, lets us know for certain. Pure.
// Source: Meta, messages/send-messages (there is no idempotency key: a request whose answer was lost may
// have been accepted, so doubt is an outcome of its own).
#pragma once

#include "relay/sending/retrytable.h"

#include <QByteArray>
#include <QString>

#include <variant>

namespace balcao::relay {

/// Meta took it.
struct Submitted
{
    QString wamid;
    QString waId;  ///< as Meta spells the recipient; may lack the ninth digit, may be empty
    QString bsuid; ///< when the send went to one
};

/// Meta said no, with a code: nothing was sent.
struct Refused
{
    Refusal refusal;
    QString detail; ///< Meta's technical words, without the recipient
};

/// No connection, or the request was not fully written: nothing was sent.
struct Unreachable
{
};

/// Timeout, cut answer, bare 5xx, 200 without a wamid: nobody knows.
struct Doubtful
{
};

using SendResult = std::variant<Submitted, Refused, Unreachable, Doubtful>;

/// Meta's codes that say of a message: not in this form. In another one it may go.
bool isFormTrouble(int code);

/// Of a complete HTTP answer.
SendResult readSendAnswer(int httpStatus, const QByteArray &body);

} // namespace balcao::relay
