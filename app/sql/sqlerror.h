// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// SQLite's result codes as our errors. The extended code stays in the detail ("sqlite 2067: …").
// Source: sqlite.org/rescode.html.
#pragma once

#include "core/result.h"

class QSqlError;

namespace balcao::sql {

/// 10 I/O, 13 full, 14 cannot open, 8 read-only -> Storage; 11, 26 -> Corrupt; 5, 6 -> Timeout;
/// 19 -> Conflict; everything else is a mistake of ours -> Internal. `code` may be extended.
Error::Kind kindOfCode(int code);

/// For what failed while it was opened, prepared, or run without bound values.
Error errorOf(const QSqlError &error);

/// For what failed with values bound. FTS5 quotes the search text in its messages (code 1), so the
/// message of that code is left out.
Error errorOfStep(const QSqlError &error);

} // namespace balcao::sql
