// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The words of messages and notes, by seq, in an FTS5 table that keeps no text of its own: what goes in has to be
// given again to be taken out. In the page's transaction, so that it never differs from what is shown. Writer thread.
#pragma once

#include "sql/connection.h"

namespace balcao::store {

class SearchIndex
{
public:
    explicit SearchIndex(sql::Connection &projection) : m_db(projection) {}

    Result<void> add(qint64 seq, const QString &text, const QString &file);
    Result<void> remove(qint64 seq, const QString &text, const QString &file);
    /// As it stands in `message` now.
    Result<void> removeMessage(const QByteArray &id);
    Result<void> addMessage(const QByteArray &id);
    /// Before the conversation's messages are deleted.
    Result<void> removeConversation(ConversationId conversation);
    /// Merges all there is, so that nothing of what was removed is left in the file.
    Result<void> forgetRemoved();

private:
    sql::Connection &m_db;
};

} // namespace balcao::store
