// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// One process for each data folder. The kernel holds the lock and lets go of it with the process, however
// that ends: what the file says is nobody's business, for in a container every relay is process 1.
#pragma once

#include "core/result.h"

#include <QString>

#include <memory>

class QLockFile;

namespace balcao::relay {

class DataLock
{
public:
    DataLock();
    ~DataLock();
    Q_DISABLE_COPY_MOVE(DataLock)

    /// Conflict: another process has it. The folder must exist.
    Result<void> take(const QString &dataDir);
    void release();

private:
#ifdef Q_OS_UNIX
    int m_file = -1;
#else
    std::unique_ptr<QLockFile> m_file;
#endif
};

} // namespace balcao::relay
