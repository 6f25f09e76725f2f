// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// What can still be read of a damaged local.db: drafts, acts on their way, small settings.
#pragma once

#include "core/result.h"
#include "sql/connection.h"

namespace balcao::store {

/// Copies each row that can be read into a new local.db that nothing has been written to. Words for a customer that
/// waited there do not go by themselves: a letter of them may be another, so that they are incerta and a person looks.
/// What cannot be read is no error.
Result<void> salvage(sql::Connection &damaged, sql::Connection &into);

} // namespace balcao::store
