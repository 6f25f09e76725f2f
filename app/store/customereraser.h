// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Takes everything of a customer out of a projection, in whatever order and form its events came: a desk
// that saw the words and one that replays the blanked log end with the same rows. What stays is that
// there was someone. Writer thread, inside a transaction.
#pragma once

#include "core/id.h"
#include "sql/connection.h"

#include <QList>

namespace balcao::store {

/// The event customer.erased.
struct Erasure
{
    CustomerId customer;
    qint64 at = 0; ///< relay time, UTC ms
    qint64 seq = 0;
};

/// The conversations that were emptied.
Result<QList<ConversationId>> eraseCustomer(sql::Connection &projection, const Erasure &erasure);

/// Who has been erased so far: for files that are no replay of this log, and may still hold their words.
Result<QList<Erasure>> erasures(sql::Connection &projection);

/// Conversations of erased customers, with the ids that were joined into them.
Result<QList<ConversationId>> erasedConversations(sql::Connection &projection);

} // namespace balcao::store
