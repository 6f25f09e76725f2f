// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Reads for the screen, by key and never by offset. Any connection to the two files will do; the desk uses
// read-only ones on the reader thread.
#pragma once

#include "sql/connection.h"
#include "store/rows.h"

namespace balcao::store {

class ConversationReader
{
public:
    explicit ConversationReader(sql::Connection &projection) : m_db(projection) {}

    /// Newest first, open and snoozed and resolved alike.
    Result<QList<ConversationRow>> newest(int limit);
    Result<std::optional<ConversationRow>> find(ConversationId id);
    /// Who has waited longest.
    Result<std::optional<ConversationId>> longestWaiting();
    /// A kept counter (store/conversationtable.h).
    Result<qint64> counter(QLatin1StringView name);

private:
    sql::Connection &m_db;
};

class ThreadReader
{
public:
    explicit ThreadReader(sql::Connection &projection) : m_db(projection) {}

    /// The newest `limit` rows, oldest first.
    Result<QList<ThreadRow>> newest(ConversationId conversation, int limit);

private:
    sql::Connection &m_db;
};

class ShopReader
{
public:
    explicit ShopReader(sql::Connection &projection) : m_db(projection) {}

    Result<QList<OperatorRow>> operators();
    Result<ShopRow> shop();
    Result<QList<PausedChannelRow>> pausedChannels();

private:
    sql::Connection &m_db;
};

} // namespace balcao::store
