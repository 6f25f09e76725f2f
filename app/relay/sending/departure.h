// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The last look before a message leaves, in the transaction that lets it: whether it still may, and in which form.
// Writer's thread.
#pragma once

#include "relay/sending/graphorder.h"
#include "relay/sending/pictures.h"
#include "relay/store/outgoing.h"

#include <optional>

namespace balcao::relay {

/// Our own codes, where Meta was not asked (desk/wording.cpp has the words).
inline constexpr int kMispays = -2;
inline constexpr int kNotPayable = -3;

struct Departure
{
    std::optional<SendJob> job;     ///< as it stands now; nothing: it stays here
    std::optional<PixOrder> order;  ///< it goes in WhatsApp's own form
    std::optional<OrderStatus> end; ///< it says what became of an order
    QString toDraw;                 ///< a code that is to be a picture at Meta first: no attempt has been made
    QString mediaId;                ///< of its picture; empty: it goes without
};

/// Makes the attempt durable. What is not to leave any more has failed when this returns. `known`: its picture.
Result<Departure> depart(RelayData &data, MessageId message, const std::optional<Picture> &known);

} // namespace balcao::relay
