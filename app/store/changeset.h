// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// What a page of events changed, so that models touch the rows they must and no others.
#pragma once

#include "core/id.h"

#include <QSet>

namespace balcao::store {

struct ChangeSet
{
    QSet<ConversationId> conversations; ///< rows of the list
    QSet<ConversationId> threads;       ///< messages, notes, lines
    QSet<ConversationId> arrived;       ///< a customer wrote; reactions are none
    QSet<ConversationId> failed;        ///< one of our messages did not arrive
    QSet<ConversationId> paid;          ///< the bank has said that money came
    QSet<CommandId> confirmed;          ///< commands whose event has come
    QSet<qint64> lostAtRelay;           ///< numbers of events of which the relay does not know any more what they said
    bool operators = false;
    bool tags = false;
    bool replies = false;
    bool shop = false;
    bool channels = false;
    bool pixAccount = false; ///< who receives, or what is proposed
    bool till = false;       ///< charges that reports are made of, or a day was closed
    bool erased = false;     ///< a customer: words of theirs elsewhere have to go, too
    bool rebuilt = false;    ///< everything may differ

    void merge(const ChangeSet &other)
    {
        conversations.unite(other.conversations);
        threads.unite(other.threads);
        arrived.unite(other.arrived);
        failed.unite(other.failed);
        paid.unite(other.paid);
        confirmed.unite(other.confirmed);
        operators = operators || other.operators;
        tags = tags || other.tags;
        replies = replies || other.replies;
        shop = shop || other.shop;
        channels = channels || other.channels;
        pixAccount = pixAccount || other.pixAccount;
        till = till || other.till;
        erased = erased || other.erased;
        lostAtRelay.unite(other.lostAtRelay);
        rebuilt = rebuilt || other.rebuilt;
    }
};

} // namespace balcao::store
