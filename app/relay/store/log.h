// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The ordered event log: append, read after, head. The one narrow door to the system of record, so that
// another database could stand behind it. Synchronous; belongs to its connection's thread.
#pragma once

#include "core/result.h"
#include "sql/connection.h"
#include "wire/calls.h"

namespace balcao::relay {

/// A poll's answer with its events as they stand in the log: what is written as JSON and wanted as JSON is not read
/// on the way.
struct LogPage
{
    wire::EventPage frame; ///< without events
    QList<QByteArray> events;
    qint64 last = 0;       ///< number of the last of them
    QList<qint64> damaged; ///< numbers of those that are not what was written

    /// The same bytes as wire::toBytes() of a page with these events.
    [[nodiscard]] QByteArray toBytes() const;
};

class Log
{
public:
    static constexpr int kMaxPage = 500;
    static constexpr qint64 kMaxPageBytes = 1024 * 1024;

    explicit Log(sql::Connection &connection) : m_connection(connection) {}

    /// `event.seq` is ignored. The new seq, or 0 when an event with this dedupe key stands already.
    Result<qint64> append(const wire::Event &event, const QByteArray &dedupe = {});
    /// In order, at most `limit` (1..500) and 1 MiB unless a single one is larger. What the disk has changed of one is
    /// noticed here and in at() and page(): then `log.damaged` stands in its place.
    Result<QList<wire::Event>> readAfter(qint64 after, int limit);
    Result<std::optional<wire::Event>> at(qint64 seq);
    /// 0 for an empty log.
    Result<qint64> head();
    Result<LogId> id();
    Result<std::optional<wire::RestoredFrom>> restoredFrom(qint64 nowMs);
    /// When a copy was last put in place of what was here, relay time; 0: never.
    Result<qint64> restoredAt();
    /// The event of that number; nothing when there is none, or it is not what was written.
    Result<std::optional<wire::PageStart>> startOf(qint64 after);
    /// All of a poll's answer but `live`.
    Result<LogPage> page(qint64 after, int limit, qint64 nowMs);
    /// Of that customer's, those that are not what was written.
    Result<QList<qint64>> damagedOf(CustomerId customer);
    /// Such a one stays damaged, and says nothing any more.
    Result<void> blankDamaged(qint64 seq);
    /// Of those that have been changed on purpose, or come from a version without: the sum that they are known by. In
    /// the transaction of that change.
    Result<void> sum();
    Result<bool> holds(const QByteArray &dedupe);
    /// The first event after `after` that answers this command.
    Result<std::optional<qint64>> firstCausedBy(CommandId command, qint64 after);

private:
    /// The newest event's up to this one; 0: none.
    Result<qint64> numberAt(qint64 seq);
    /// take(row, isWhole) for each event of a page; its columns begin with seq, at.
    template <class Take>
    Result<void> walk(qint64 after, int limit, Take take);

    sql::Connection &m_connection;
};

} // namespace balcao::relay
