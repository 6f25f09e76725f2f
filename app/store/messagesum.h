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
    /// Where a query has what the sum is over, of an alias `m`.
    struct Columns
    {
        int sum, id, conversation, sortAt, seq, kind, outbound, type, text, file, card, was;

        /// Of columns(), from there on.
        static constexpr Columns from(int first)
        {
            return {first,     first + 1, first + 2, first + 3, first + 4,  first + 5,
                    first + 6, first + 7, first + 8, first + 9, first + 10, first + 11};
        }
    };
    static QString columns();

    /// What the sum is over.
    struct Said
    {
        QByteArray id;
        QByteArray conversation;
        qint64 sortAt = 0;
        qint64 seq = 0;
        int kind = 0;
        bool outbound = false;
        int type = 0;
        QString text = {};
        QString file = {};
        QString card = {};
        QString was = {};
    };
    /// To be written with it. Empty where SQLite gives back another text than it was handed (half a letter, a nought, a
    /// mark of byte order): keep() is called then, once it is written.
    static QByteArray of(const Said &said);

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
    static bool isAsWritten(const sql::Statement &row, const Columns &at);

private:
    sql::Connection &m_db;
};

} // namespace balcao::store
