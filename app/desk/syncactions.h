// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// What staff do in a conversation, as the real program has it: over sync. GUI thread.
#pragma once

#include "desk/conversationsource.h"
#include "sync/sync.h"

namespace balcao::desk {

class SyncActions final : public ConversationActions
{
public:
    explicit SyncActions(sync::Sync &sync) : m_sync(sync) {}

    void sendText(ConversationId conversation, const QString &text, OperatorId by,
                  std::function<void(bool)> done) override;
    void chargeAgain(ConversationId conversation, MessageId message, const store::ChargeMessage &what,
                     const QString &text, OperatorId by) override;
    void sendAgain(ConversationId conversation, MessageId message, const QString &text, CommandId refused,
                   OperatorId by) override;
    void discard(CommandId refused, ConversationId conversation) override;
    void takeBack(CommandId waiting, ConversationId conversation, OperatorId by,
                  std::function<void(const Result<std::optional<QString>> &)> done) override;
    void markRead(ConversationId conversation, qint64 uptoSeq, OperatorId by) override;
    void viewing(std::optional<ConversationId> conversation, OperatorId by, bool typing) override;

private:
    sync::Sync &m_sync;
};

} // namespace balcao::desk
