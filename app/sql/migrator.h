// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Brings a database to the newest schema: ordered steps, each with its number (PRAGMA user_version)
// in one transaction, so a crash leaves a whole version. A fresh file runs all steps, so fresh equals
// migrated. A released step is frozen.
#pragma once

#include "core/result.h"

#include <QList>

namespace balcao::sql {

class Connection;

struct MigrationStep
{
    int version = 0;  ///< what user_version becomes; from 1 up, ascending
    QString resource; ///< file with the statements, such as ":/sql/local/0001_start.sql"
};

class Migrator
{
public:
    explicit Migrator(QList<MigrationStep> steps) : m_steps(std::move(steps)) {}

    [[nodiscard]] int newestVersion() const { return m_steps.isEmpty() ? 0 : m_steps.last().version; }

    /// A database newer than newestVersion() is left alone: Conflict, with both numbers. Before the
    /// first step on a database with content, a copy is put at "<path>.v<its version>.bak".
    Result<void> run(Connection &connection) const;

private:
    Result<void> backUp(Connection &connection, qint64 version) const;
    Result<void> apply(Connection &connection, const MigrationStep &step) const;

    QList<MigrationStep> m_steps;
};

} // namespace balcao::sql
