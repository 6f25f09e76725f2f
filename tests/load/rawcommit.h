// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The floor: rows of a webhook's size into SQLite through its C API, as many to a commit as the relay made, each
// commit durable (WAL, synchronous=FULL). No HTTP, no parsing, no projection.
#pragma once

#include <QString>

namespace balcao::test {

/// Durable rows a second, measured for about `seconds`.
double rawRowsPerSecond(const QString &file, int rowsPerCommit, int bytesPerRow, double seconds);

} // namespace balcao::test
