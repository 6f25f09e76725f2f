// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// A relay's data and a desk's projection of its log, side by side, and what both say of each conversation.
#pragma once

#include "data/teststore.h"
#include "store/eventapplier.h"
#include "store/storefolder.h"

namespace balcao::test {

class TwoSides : public TestStore
{
public:
    TwoSides();

    void text(const Writer &from, const QString &channel, const QString &text);
    void edit(const Writer &from, const QString &wamid, const QString &text);
    /// wamids of the texts so far, with whom they are of.
    [[nodiscard]] const QList<std::pair<Writer, QString>> &written() const { return m_written; }

    /// The desk reads what is new.
    void replay();
    /// A desk that begins today reads it all.
    void beginAnew();

    /// A line for each conversation that stands: whose it is, how it stands, what was heard.
    QStringList relayConversations();
    QStringList deskConversations();
    /// A line for each message: the conversation that it stands in.
    QStringList relayMessages();
    QStringList deskMessages();
    /// Of the desk's, oldest first.
    QStringList textsIn(ConversationId conversation);
    QStringList lines2(const QString &q) { return lines(*m_desk, q); }

private:
    QStringList lines(sql::Connection &connection, const QString &sql);

    QTemporaryDir m_folder;
    int m_number = 0;
    qint64 m_cursor = 0;
    LogId m_log = LogId::create();
    std::unique_ptr<sql::Connection> m_desk;
    QList<std::pair<Writer, QString>> m_written;
};

} // namespace balcao::test
