// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Transactions that roll back unless committed. All go through exec(): QSqlDatabase::commit() loses
// SQLite's code when the disk is full.
#pragma once

#include "core/result.h"

namespace balcao::sql {

class Connection;

/// BEGIN IMMEDIATE: the write lock is taken at once (Timeout after 5 s), never half-way through.
class [[nodiscard]] Transaction
{
public:
    static Result<Transaction> begin(Connection &connection);
    Transaction(Transaction &&other) noexcept;
    Transaction &operator=(Transaction &&) = delete;
    ~Transaction();

    /// Durable when it returns well. After a failure everything since begin() is gone.
    Result<void> commit();

private:
    explicit Transaction(Connection &connection) : m_connection(&connection) {}

    Connection *m_connection; ///< null once finished or moved from
};

/// A part of a transaction that can be undone alone; nests. Lives strictly inside its Transaction.
class [[nodiscard]] Savepoint
{
public:
    static Result<Savepoint> begin(Connection &connection);
    Savepoint(Savepoint &&other) noexcept;
    Savepoint &operator=(Savepoint &&) = delete;
    ~Savepoint();

    /// Keeps the part; durable only with the Transaction around it.
    Result<void> commit();

private:
    explicit Savepoint(Connection &connection) : m_connection(&connection) {}

    Connection *m_connection; ///< null once finished or moved from
};

} // namespace balcao::sql
