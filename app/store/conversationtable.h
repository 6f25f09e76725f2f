// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The denormalised list row as the applier changes it: load, change, save. Saving keeps the counters of
// the views in step, so that nobody ever counts. Writer thread, inside the page's transaction.
#pragma once

#include "sql/connection.h"
#include "store/rows.h"

namespace balcao::store {

struct ConversationRecord
{
    ConversationId id;
    CustomerId customer;
    QString channel;
    ConversationState state = ConversationState::Open;
    OperatorId assignee;
    EpisodeId episode;
    qint64 snoozedUntil = 0;
    qint64 lastAt = 0;
    qint64 lastSeq = 0;
    QString preview;
    ContentType previewType = ContentType::Text;
    bool previewOut = false;
    MessageId previewMessage;
    MessageState outState = MessageState::Accepted;
    bool outDismissed = false;
    qint64 inboundAt = 0;
    qint64 inboundSeq = 0;
    qint64 waitingSince = 0;
    qint64 unread = 0;
    qint64 readUpto = 0;
};

class ConversationTable
{
public:
    explicit ConversationTable(sql::Connection &connection) : m_connection(connection) {}

    /// Through aliases; nothing when unknown.
    Result<std::optional<ConversationRecord>> find(ConversationId id);
    Result<void> save(const ConversationRecord &record);
    Result<void> remove(ConversationId id);
    Result<QList<ConversationId>> of(CustomerId customer);
    /// Around a change of which tags a customer wears: before it with -1, after it with 1.
    Result<void> countTags(CustomerId customer, int by);
    /// The counters, and who shows which tag, again from scratch; true when they were right.
    Result<bool> recount();

private:
    Result<void> count(const ConversationRecord &record, int by);
    Result<void> countTagsOnce(const std::optional<ConversationRecord> &record, int by);
    Result<void> add(const QString &counter, qint64 by);
    Result<QList<TagId>> tagsOf(CustomerId customer);
    Result<QMap<QString, qint64>> counted();
    Result<bool> wornIsRight();

    sql::Connection &m_connection;
};

/// Names of the kept counters.
namespace counters {
inline constexpr QLatin1StringView kAll("all");         ///< open and snoozed
inline constexpr QLatin1StringView kWaiting("waiting"); ///< open, and the customer wrote last
inline constexpr QLatin1StringView kSnoozed("snoozed");
inline constexpr QLatin1StringView kResolved("resolved");
inline constexpr QLatin1StringView kUnread("unread"); ///< conversations with something unread
/// Open and snoozed, of one operator.
inline QString mine(OperatorId who)
{
    return QStringLiteral("mine:") + who.text();
}
/// Open and snoozed, of customers who wear the tag.
inline QString tag(TagId tag)
{
    return QStringLiteral("tag:") + tag.text();
}
} // namespace counters

} // namespace balcao::store
