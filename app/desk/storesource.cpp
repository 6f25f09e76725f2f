// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "desk/storesource.h"

#include "store/conversationtable.h"

namespace balcao::desk {

void StoreSource::inbox(int limit, Done<InboxSlice> done)
{
    m_store.read(
        [limit](store::StoreReader &reader) -> Result<InboxSlice> {
            InboxSlice slice;
            BALCAO_TAKE(slice.rows, reader.conversations().newest(limit));
            BALCAO_TAKE(const qint64 open, reader.conversations().counter(store::counters::kAll));
            BALCAO_TAKE(const qint64 resolved, reader.conversations().counter(store::counters::kResolved));
            slice.total = open + resolved;
            return slice;
        },
        this, done);
}

void StoreSource::thread(ConversationId conversation, int limit, Done<ThreadSlice> done)
{
    m_store.read(
        [conversation, limit](store::StoreReader &reader) -> Result<ThreadSlice> {
            ThreadSlice slice;
            BALCAO_TAKE(slice.head, reader.conversations().find(conversation));
            const ConversationId id = slice.head ? slice.head->id : conversation;
            BALCAO_TAKE(slice.rows, reader.threads().newest(id, limit + 1));
            BALCAO_TAKE(slice.pending, reader.outbox().shownIn(id));
            slice.hasOlder = slice.rows.size() > limit;
            if (slice.hasOlder)
                slice.rows.removeFirst();
            return slice;
        },
        this, done);
}

void StoreSource::longestWaiting(Done<std::optional<ConversationId>> done)
{
    m_store.read([](store::StoreReader &reader) { return reader.conversations().longestWaiting(); }, this, done);
}

void StoreSource::draft(ConversationId conversation, OperatorId operatorId, Done<QString> done)
{
    // From the writer: what was just saved must be seen.
    m_store.write([conversation,
                   operatorId](store::StoreWriter &writer) { return writer.drafts().find(conversation, operatorId); },
                  this, done);
}

void StoreSource::saveDraft(ConversationId conversation, OperatorId operatorId, const QString &text)
{
    m_store.write([conversation, operatorId, text](store::StoreWriter &writer) {
        return writer.drafts().save(conversation, operatorId, text);
    });
}

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

void SyncActions::discard(CommandId refused, ConversationId conversation)
{
    m_sync.outbox().discard(refused, conversation);
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
