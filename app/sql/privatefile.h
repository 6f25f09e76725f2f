// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Files and folders that only their owner may read, private from the moment they exist. SQLite gives
// -wal and -shm the mode of the database file, so making that one first is enough; umask is not
// touched, for it belongs to the whole process. On Windows the user's profile protects: no-op there.
#pragma once

#include "core/result.h"

namespace balcao::sql {

/// Makes the missing folders (0700) and the empty file (0600). Folders that exist are left as they
/// are; a file that exists, and its -wal and -shm, become 0600.
Result<void> makePrivateFile(const QString &path);

/// Waits until the file's bytes are on the disk.
Result<void> syncFile(const QString &path);

/// A file that is whole takes its name, in place of what had it; durable when this returns.
Result<void> putInPlace(const QString &part, const QString &path);

} // namespace balcao::sql
