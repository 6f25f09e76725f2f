// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "sql/transaction.h"

#include "sql/connection.h"

#include <utility>

namespace balcao::sql {

using namespace Qt::Literals::StringLiterals;

Result<Transaction> Transaction::begin(Connection &connection)
{
    if (const auto begun = connection.exec(u"BEGIN IMMEDIATE"_s); !begun)
        return begun.error();
    return Transaction(connection);
}

Transaction::Transaction(Transaction &&other) noexcept : m_connection(std::exchange(other.m_connection, nullptr)) {}

// SQLite may have rolled back by itself (disk full): then ROLLBACK fails, and there is nothing to do.
Transaction::~Transaction()
{
    if (m_connection)
        (void)m_connection->exec(u"ROLLBACK"_s);
}

Result<void> Transaction::commit()
{
    if (!m_connection)
        return failure(Error::Kind::Internal, u"the transaction is over"_s);
    const auto committed = m_connection->exec(u"COMMIT"_s);
    if (!committed)
        (void)m_connection->exec(u"ROLLBACK"_s);
    m_connection = nullptr;
    return committed;
}

// One name is enough: RELEASE and ROLLBACK TO mean the innermost of that name.
Result<Savepoint> Savepoint::begin(Connection &connection)
{
    if (const auto begun = connection.exec(u"SAVEPOINT part"_s); !begun)
        return begun.error();
    return Savepoint(connection);
}

Savepoint::Savepoint(Savepoint &&other) noexcept : m_connection(std::exchange(other.m_connection, nullptr)) {}

Savepoint::~Savepoint()
{
    if (!m_connection)
        return;
    (void)m_connection->exec(u"ROLLBACK TO part"_s);
    (void)m_connection->exec(u"RELEASE part"_s);
}

Result<void> Savepoint::commit()
{
    if (!m_connection)
        return failure(Error::Kind::Internal, u"the savepoint is over"_s);
    auto released = m_connection->exec(u"RELEASE part"_s);
    if (released)
        m_connection = nullptr;
    return released;
}

} // namespace balcao::sql
