// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// What Meta says of one of the shop's numbers: the name that customers see, whether it is approved, how well the number
// is thought of. Pure.
// Source: Meta, reference/whatsapp-business-phone-number (2026).
#pragma once

#include "relay/sending/graphrequest.h"
#include "wire/shopevents.h"

#include <optional>

namespace balcao::relay {

http::HttpRequest graphNumberRequest(const GraphAccess &access, const QString &channel);

/// Of a complete HTTP answer; nothing: it cannot be read, and what was known still stands.
std::optional<wire::ChannelHealth> readNumberAnswer(const QString &channel, int httpStatus, const QByteArray &body);

/// Meta does not let this shop ask, by its error code: the token was revoked, a permission is gone, or the number is
/// another's by now. A limit, which Meta tells with the same HTTP status, is none.
bool isNumberRefused(int httpStatus, const QByteArray &body);

} // namespace balcao::relay
