// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// What staff have done that the log does not say yet: laid over rows as they are read, so that a desk shows
// its own acts at once, also offline. Reader thread; a value.
#pragma once

#include "sql/connection.h"
#include "store/customerreader.h"
#include "store/rows.h"
#include "store/tillrows.h"
#include "wire/command.h"

namespace balcao::store {

class PendingWork
{
public:
    /// Of the outbox: not answered yet, or accepted and on its way back.
    static Result<PendingWork> read(sql::Connection &local);

    [[nodiscard]] bool isEmpty() const
    {
        return m_commands.isEmpty() && m_aboutMessages.isEmpty() && m_aboutCustomers.isEmpty() &&
               m_aboutShop.isEmpty() && m_aboutStrays.isEmpty();
    }
    /// Conversations whose row it changes.
    [[nodiscard]] QList<ConversationId> touched() const { return m_commands.keys(); }
    /// `names` of operators and tags that a row may need.
    void applyTo(ConversationRow &row, const QHash<OperatorId, QString> &operators, const QList<TagRow> &tags) const;
    void applyTo(ThreadRow &row, const QHash<OperatorId, QString> &operators) const;
    /// Name, note and consents; its tags travel with the conversation's row.
    void applyTo(CustomerCard &card) const;
    /// Made, changed and retired ones, in the order that they are listed in.
    void applyTo(QList<TagCount> &tags) const;
    void applyTo(QList<ReplyRow> &replies) const;
    /// What was said of money without a charge. Conversations as they were named then; their names are not filled in.
    void applyTo(QList<TillStrayRow> &strays) const;

private:
    void keepSorting(const wire::SortStrays &sort);

    struct Made
    {
        wire::CommandBody body;
        qint64 at = 0;
    };
    struct Dismissal
    {
        bool dismissed = false;
        OperatorId by;
    };

    QHash<ConversationId, QList<wire::CommandBody>> m_commands;
    QHash<MessageId, Dismissal> m_aboutMessages; ///< the last of each
    QHash<CustomerId, QList<Made>> m_aboutCustomers;
    QList<wire::CommandBody> m_aboutShop;           ///< its tags and quick replies
    QHash<QString, wire::SortStrays> m_aboutStrays; ///< the last of each
};

/// What has not left this desk, laid over the rows of a list and the one that is open.
void coverUnsent(const QList<UnsentRow> &unsent, QList<ConversationRow> &rows, std::optional<ConversationRow> &open);
/// Whether a row belongs into that view.
bool belongs(const ConversationRow &row, const ConversationFilter &filter);

} // namespace balcao::store
