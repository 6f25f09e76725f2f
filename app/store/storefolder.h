// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The desk's folder of two files: projection-N.db, which may be thrown away and replayed, and local.db,
// which may not. Opens them, and knows which projection is current. Files 0600, folder 0700.
#pragma once

#include "core/id.h"
#include "sql/connection.h"

namespace balcao::store {

/// Raised whenever projection.sql or what the applier writes changes meaning.
inline constexpr int kProjectionVersion = 1;

class StoreFolder
{
public:
    explicit StoreFolder(QString path) : m_path(std::move(path)) {}

    [[nodiscard]] const QString &path() const { return m_path; }
    [[nodiscard]] QString localFile() const;
    [[nodiscard]] QString projectionFile(int number) const;
    /// The highest number that stands, or 1.
    [[nodiscard]] int newestProjection() const;

    Result<std::unique_ptr<sql::Connection>> openLocal(const std::optional<sql::Key> &key, bool readOnly = false) const;
    Result<std::unique_ptr<sql::Connection>> openProjection(int number, const std::optional<sql::Key> &key,
                                                            bool readOnly = false) const;
    /// Puts a replaced projection aside (kept 30 days), and removes those that are older.
    void putAside(int number, LogId log, qint64 nowMs) const;
    /// Removes a projection that was never finished.
    void drop(int number) const;
    /// "Este PC foi desconectado": everything goes.
    void wipe() const;

private:
    QString m_path;
};

/// Meta of a projection.
struct ProjectionHead
{
    LogId log; ///< null in a fresh one
    qint64 cursor = 0;
    int version = kProjectionVersion;
};
Result<ProjectionHead> projectionHead(sql::Connection &projection);

} // namespace balcao::store
