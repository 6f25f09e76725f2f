// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Many statements from one .sql text. Knows strings, quoted names, comments and the bodies of triggers.
#pragma once

#include "core/result.h"

#include <QStringList>

namespace balcao::sql {

class Connection;

/// The statements of `script`, without their semicolons; comments before and after them are dropped.
QStringList splitScript(const QString &script);

/// Runs them in order and stops at the first that fails, naming its number. Opens no transaction.
Result<void> execScript(Connection &connection, const QString &script);

} // namespace balcao::sql
