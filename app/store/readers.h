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

    /// In the order of the view: who waits or expires first, else the newest words first.
    Result<QList<ConversationRow>> list(const ConversationFilter &filter, int limit);
    /// How many there are in all: a kept counter, or for those that expire and for a tag within a view a walk over
    /// their index.
    Result<qint64> count(const ConversationFilter &filter);
    Result<std::optional<ConversationRow>> find(ConversationId id);
    /// The ids under which it was known before a merge.
    Result<QList<ConversationId>> aliases(ConversationId id);
    /// When the shop last answered somebody, as far as the list shows it; 0: not lately.
    Result<qint64> answeredAt();
    /// A kept counter (store/conversationtable.h).
    Result<qint64> counter(const QString &name);

private:
    sql::Connection &m_db;
};

class ThreadReader
{
public:
    /// `damage`: set where a row is not as it was written; it reads "could not be read" then, and all else is shown.
    explicit ThreadReader(sql::Connection &projection, bool *damage = nullptr) : m_db(projection), m_damage(damage) {}

    /// The newest `limit` rows, oldest first.
    Result<QList<ThreadRow>> newest(ConversationId conversation, int limit);
    /// The `limit` rows that stand before `key`, oldest first.
    Result<QList<ThreadRow>> before(ConversationId conversation, ThreadKey key, int limit);
    /// The row at `key` and those after it.
    Result<QList<ThreadRow>> from(ConversationId conversation, ThreadKey key, int limit);
    Result<std::optional<ThreadKey>> keyOf(ConversationId conversation, MessageId message);
    /// The first row, in the thread's order, of what came after `readUpto` and waits to be read.
    Result<std::optional<ThreadKey>> firstUnread(ConversationId conversation, qint64 readUpto);
    /// How many such rows came after `seq`; counts no further than `limit`.
    Result<int> inboundAfter(ConversationId conversation, qint64 seq, int limit);

private:
    Result<QList<ThreadRow>> read(sql::Statement &rows);

    sql::Connection &m_db;
    bool *m_damage;
};

class ShopReader
{
public:
    explicit ShopReader(sql::Connection &projection) : m_db(projection) {}

    Result<QList<OperatorRow>> operators();
    Result<ShopRow> shop();
    Result<QList<ChannelRow>> channels();
    Result<QList<PausedChannelRow>> pausedChannels();
    /// What the computers are called that are paired, by name.
    Result<QStringList> desks();
    /// By name.
    Result<QList<TagCount>> tags();
    Result<QList<ReplyRow>> replies();
    /// Of each number that has sent anything from `sinceMs` on, the most used first.
    Result<QList<MeterRow>> meter(qint64 sinceMs);

private:
    sql::Connection &m_db;
};

} // namespace balcao::store
