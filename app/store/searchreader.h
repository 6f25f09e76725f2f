// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// What Ctrl+K finds: customers by name or any part of the phone, words in any message or note. Accents and case are
// ignored, what is typed last may be unfinished, the newest comes first. Reader thread.
#pragma once

#include "sql/connection.h"
#include "store/rows.h"

namespace balcao::store {

struct CustomerHit
{
    ConversationId conversation;
    CustomerId customer;
    QString name;
    QString username;
    QString maskedPhone;
    qint64 lastAt = 0;
    qint64 windowUntil = 0; ///< 0: never wrote, or nothing is open with them
};

struct MessageHit
{
    ConversationId conversation;
    MessageId message;
    QString name; ///< of the customer
    QString text;
    QString author; ///< operator's name, when one wrote it
    qint64 sortAt = 0;
    bool isNote = false;
    bool outbound = false;
    ContentType type = ContentType::Text;
    std::optional<Money> amount; ///< of a charge
    QString description;         ///< the same
};

class SearchReader
{
public:
    /// `damage`: set where a message is not as it was written; it is left out.
    explicit SearchReader(sql::Connection &projection, bool *damage = nullptr) : m_db(projection), m_damage(damage) {}

    /// "#tag" finds whoever wears it.
    Result<QList<CustomerHit>> customers(const QString &typed, int limit);
    Result<QList<MessageHit>> messages(const QString &typed, int limit);
    /// Rows of one thread, newest first; system lines have no words.
    Result<QList<MessageId>> inThread(ConversationId conversation, const QString &typed, int limit);

private:
    /// `folded`: some of a tag's name.
    Result<QList<CustomerHit>> tagged(const QString &folded, int limit);
    Result<QList<CustomerHit>> fitting(const QString &condition, const QStringList &values, int limit);

    sql::Connection &m_db;
    bool *m_damage;
};

/// The FTS5 expression: every word, the beginning of one suffices; nothing typed is an operator. Empty: nothing to
/// look for.
QString matchExpression(const QString &typed);

} // namespace balcao::store
