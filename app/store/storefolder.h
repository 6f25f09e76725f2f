// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The desk's folder of two files: projection-N.db, which may be thrown away and replayed, and local.db,
// which may not. Opens them, and knows which projection is current. Files 0600, folder 0700.
#pragma once

#include "core/id.h"
#include "sql/connection.h"

namespace balcao::store {

/// Raised whenever projection.sql or what the applier writes changes meaning.
inline constexpr int kProjectionVersion = 20;

/// Raised whenever wire reads a body that it could not read before: what an older reader skipped is replayed.
inline constexpr int kReaderVersion = 1;

class StoreFolder
{
public:
    explicit StoreFolder(QString path) : m_path(std::move(path)) {}

    [[nodiscard]] const QString &path() const { return m_path; }
    [[nodiscard]] QString localFile() const;
    [[nodiscard]] QString projectionFile(int number) const;
    /// Numbers of the projections that stand, highest first.
    [[nodiscard]] QList<int> projections() const;
    /// What was replaced and is still kept: paths.
    [[nodiscard]] QStringList asideFiles() const;
    /// It was local.db.
    [[nodiscard]] static bool isLocalAside(const QString &file);
    /// Those that have been kept for 30 days go.
    void dropOldAside(qint64 nowMs) const;

    Result<std::unique_ptr<sql::Connection>> openLocal(const std::optional<sql::Key> &key, bool readOnly = false) const;
    /// The same. One that is damaged is put aside, and it or one that was lost is made anew, with a notice of it.
    Result<std::unique_ptr<sql::Connection>> openOrMakeLocal(const std::optional<sql::Key> &key, qint64 nowMs) const;
    /// A file that is not there yet is made; `building`: it says so of itself until finish().
    Result<std::unique_ptr<sql::Connection>> openProjection(int number, const std::optional<sql::Key> &key,
                                                            bool readOnly = false, bool building = false) const;
    Result<std::unique_ptr<sql::Connection>> openAside(const QString &file, const std::optional<sql::Key> &key) const;
    /// Puts a replaced and closed projection aside (kept 30 days), and removes those that are older. Where
    /// somebody still reads it and the system does not let go, it stays for the next start.
    void putAside(int number, LogId log, qint64 nowMs) const;
    /// Removes a projection that was never finished.
    void drop(int number) const;
    static void removeFile(const QString &database);

private:
    /// What stands under it is whole, and takes local.db's place.
    [[nodiscard]] QString newLocalFile() const;
    /// A local.db with all that can be read of a damaged one, under newLocalFile(), and a notice that names `aside`.
    Result<void> makeFrom(const QString &damaged, const QString &aside, const std::optional<sql::Key> &key) const;
    /// With what stands beside it.
    Result<void> putLocalAside(const QString &name) const;

    QString m_path;
};

/// Meta of a projection.
struct ProjectionHead
{
    LogId log; ///< null in a fresh one
    qint64 cursor = 0;
    qint64 cursorAt = 0; ///< when the event there was logged; 0: not known
    int version = kProjectionVersion;
    bool building = false; ///< not caught up yet: not to be shown
};
Result<ProjectionHead> projectionHead(sql::Connection &projection);
/// From now on it is the one to show.
Result<void> finishBuilding(sql::Connection &projection);

} // namespace balcao::store
