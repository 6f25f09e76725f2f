// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Phone numbers and WhatsApp ids of the customers. A wa_id is digits only, and Meta may drop or add
// the ninth digit of a Brazilian mobile: both forms are one person, and neither is ever invented.
// Source: Meta, messages/send-messages ("the extra added prefix of the phone number may be modified").
#pragma once

#include <QString>
#include <QStringView>

namespace balcao {

/// Digits only, leading "+" and punctuation dropped; empty unless 8 to 15 digits remain.
QString phoneDigits(QStringView text);

/// What staff typed, as a full number: 10 or 11 digits without a "+" are DDD and number, so 55 goes before
/// them. Empty as with phoneDigits().
QString phoneInBrazil(QStringView text);

/// The key under which two spellings of one number meet: 55 + DDD + last 8 digits for Brazilian
/// mobiles with or without the ninth digit, the digits themselves for every other number.
/// Empty when `digits` is empty.
QString phoneMatchKey(QStringView digits);

/// What `to` of a send should be: "+" and the digits that Meta gave.
QString phoneForSend(QStringView digits);

/// "(19) 9••••-4471" for Brazilian numbers, "+49 ••••4471" for others; for people, and for logs.
QString phoneMasked(QStringView digits);

} // namespace balcao
