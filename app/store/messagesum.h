// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Keeps a sum beside what a row of a thread says, so that a letter which the disk has changed is not shown as theirs.
#pragma once

#include "core/id.h"
#include "core/result.h"
#include "sql/connection.h"

namespace balcao::store {

class MessageSum
{
public:
    /// What isAsWritten() reads, of an alias `m`.
    static QString columns();

    explicit MessageSum(sql::Connection &projection) : m_db(projection) {}

    /// After its words were written, in the same transaction.
    Result<void> keep(const QByteArray &id);
    /// After messages have come into this conversation from another.
    Result<void> keepAllIn(ConversationId conversation);
    /// Where a walk through all of them has come to.
    struct Place
    {
        ConversationId conversation; ///< null: the beginning, and the end
        qint64 sortAt = 0;
        qint64 seq = 0;
    };
    /// Looks through what nobody may have opened for long, at most `limit` rows from there on, as they stand on the disk.
    /// Corrupt: one is not as it was written.
    Result<Place> look(const Place &from, int limit);
    /// The row's columns() begin at `first`.
    static bool isAsWritten(const sql::Statement &row, int first);

private:
    sql::Connection &m_db;
};

} // namespace balcao::store
