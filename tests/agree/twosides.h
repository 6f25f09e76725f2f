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

    /// @return its wamid
    QString text(const Writer &from, const QString &channel, const QString &text);
    void edit(const Writer &from, const QString &wamid, const QString &text);

    /// The desk reads what is new.
    void replay();
    /// A desk that begins today reads it all.
    void beginAnew();

    /// A line for each conversation that stands: whose it is, how it stands, what was heard.
    QStringList relayConversations();
    QStringList deskConversations();
    /// A line for each message: the conversation that it stands in, its state, and whether it was left at that.
    QStringList relayMessages();
    QStringList deskMessages();
    /// Bodies in the relay's log that hold these words.
    QStringList logged(const QString &words);
    /// Of each customer that stands on the desk: what is shown.
    QStringList deskPeople();
    /// Who has refused something, by the desk.
    QStringList deskRefusals();
    /// How many tags are worn by those who stand on the desk.
    qsizetype deskTagged();
    /// Of the desk's, oldest first.
    QStringList textsIn(ConversationId conversation);

private:
    QStringList lines(sql::Connection &connection, const QString &sql);

    QTemporaryDir m_folder;
    int m_number = 0;
    qint64 m_cursor = 0;
    LogId m_log = LogId::create();
    std::unique_ptr<sql::Connection> m_desk;
    int m_written = 0;
};

} // namespace balcao::test
