// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "desk/syncactions.h"

namespace balcao::desk {

void SyncActions::sendText(ConversationId conversation, const QString &text, OperatorId by,
                           std::function<void(bool)> done)
{
    m_sync.outbox().sendText(conversation, text, by, std::move(done));
}

void SyncActions::sendAgain(ConversationId conversation, MessageId message, const QString &text, CommandId refused,
                            OperatorId by)
{
    if (refused.isNull())
        return m_sync.outbox().sendAgain(conversation, message, text, by, {});
    m_sync.outbox().sendInstead(refused, conversation, text, by, {});
}

void SyncActions::chargeAgain(ConversationId conversation, MessageId message, const store::ChargeMessage &what,
                              const QString &text, OperatorId by)
{
    m_sync.outbox().chargeAgain(conversation, message, what, text, by);
}

void SyncActions::discard(CommandId refused, ConversationId conversation)
{
    m_sync.outbox().discard(refused, conversation);
}

void SyncActions::takeBack(CommandId waiting, ConversationId conversation, OperatorId by,
                           std::function<void(const Result<std::optional<QString>> &)> done)
{
    m_sync.outbox().takeBack(waiting, conversation, by, std::move(done));
}

void SyncActions::markRead(ConversationId conversation, qint64 uptoSeq, OperatorId by)
{
    m_sync.outbox().markRead(conversation, uptoSeq, by);
}

void SyncActions::viewing(std::optional<ConversationId> conversation, OperatorId by, bool typing)
{
    if (!by.isNull())
        m_sync.tellViewing(conversation, by, typing);
}

} // namespace balcao::desk
