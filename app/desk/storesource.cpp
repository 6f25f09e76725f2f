// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "desk/storesource.h"

#include "store/conversationtable.h"

namespace balcao::desk {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Lays this desk's own unanswered acts over rows that were read.
class Overlay
{
public:
    static Result<Overlay> over(store::StoreReader &reader)
    {
        Overlay overlay;
        BALCAO_TAKE(overlay.m_work, reader.pendingWork());
        if (overlay.m_work.isEmpty())
            return overlay;
        BALCAO_TAKE(const QList<store::OperatorRow> operators, reader.shop().operators());
        for (const store::OperatorRow &one : operators)
            overlay.m_operators.insert(one.id, one.name);
        BALCAO_TAKE(QList<store::TagCount> tags, reader.shop().tags());
        overlay.cover(tags);
        for (const store::TagCount &one : std::as_const(tags))
            overlay.m_tags.append(one.tag);
        return overlay;
    }
    void cover(store::ConversationRow &row) const { m_work.applyTo(row, m_operators, m_tags); }
    void cover(store::ThreadRow &row) const { m_work.applyTo(row, m_operators); }
    void cover(store::CustomerCard &card) const { m_work.applyTo(card); }
    void cover(QList<store::TagCount> &tags) const { m_work.applyTo(tags); }
    void cover(QList<store::ReplyRow> &replies) const { m_work.applyTo(replies); }
    [[nodiscard]] QList<ConversationId> touched() const { return m_work.touched(); }

private:
    store::PendingWork m_work;
    QHash<OperatorId, QString> m_operators;
    QList<store::TagRow> m_tags;
};

/// Rows that no longer belong go, those that belong now come in at the end of what stands there; the number
/// of both is what the kept counter is wrong by.
Result<qint64> coverList(const Overlay &overlay, store::StoreReader &reader, const store::ConversationFilter &filter,
                         QList<store::ConversationRow> &rows)
{
    qint64 wrongBy = 0;
    for (store::ConversationRow &row : rows)
        overlay.cover(row);
    for (const ConversationId &id : overlay.touched()) {
        BALCAO_TAKE(std::optional<store::ConversationRow> row, reader.conversations().find(id));
        if (!row)
            continue;
        const bool did = store::belongs(*row, filter);
        overlay.cover(*row);
        const bool does = store::belongs(*row, filter);
        wrongBy += (does ? 1 : 0) - (did ? 1 : 0);
        const auto at = std::ranges::find_if(rows, [&row](const auto &one) { return one.id == row->id; });
        if (!does && at != rows.end())
            rows.erase(at);
        else if (does && at != rows.end())
            *at = *row;
        else if (does)
            rows.append(*row);
    }
    return wrongBy;
}

/// One row more than `limit` was asked for: whether there is one is all that matters of it.
template <class Row>
bool dropLast(QList<Row> &rows, int limit)
{
    const bool more = rows.size() > limit;
    if (more)
        rows = rows.first(limit);
    return more;
}

bool dropFirst(QList<store::ThreadRow> &rows, int limit)
{
    const bool more = rows.size() > limit;
    if (more)
        rows = rows.last(limit);
    return more;
}

/// Some rows above `key`, so that it does not stand alone, and a page from it on.
Result<void> readAround(store::ThreadReader threads, ConversationId id, store::ThreadKey key, int above,
                        ThreadSlice &slice)
{
    BALCAO_TAKE(slice.rows, threads.before(id, key, above + 1));
    slice.hasOlder = dropFirst(slice.rows, above);
    BALCAO_TAKE(QList<store::ThreadRow> below, threads.from(id, key, ThreadWindow::kPage + 1));
    slice.hasNewer = dropLast(below, ThreadWindow::kPage);
    slice.rows.append(below);
    return {};
}

Result<void> readNewest(store::ThreadReader threads, ConversationId id, int limit, ThreadSlice &slice)
{
    BALCAO_TAKE(slice.rows, threads.newest(id, limit + 1));
    slice.hasOlder = dropFirst(slice.rows, limit);
    return {};
}

/// What is unread begins within the newest page, or further up.
Result<void> readUnread(store::ThreadReader threads, ConversationId id, ThreadSlice &slice)
{
    constexpr int kAbove = 6;
    if (slice.head && slice.head->unread > ThreadWindow::kPage - kAbove) {
        BALCAO_TAKE(const std::optional<store::ThreadKey> first, threads.firstUnread(id, slice.head->readUpto));
        if (first)
            return readAround(threads, id, *first, kAbove, slice);
    }
    return readNewest(threads, id, ThreadWindow::kPage, slice);
}

Result<void> readAgain(store::ThreadReader threads, ConversationId id, const ThreadPlace &place, ThreadSlice &slice)
{
    if (!place.newest) {
        BALCAO_TAKE(slice.rows, threads.from(id, place.key, place.limit + 1));
        slice.hasNewer = dropLast(slice.rows, place.limit);
        return {};
    }
    BALCAO_TRY(readNewest(threads, id, place.limit, slice));
    const qsizetype all = slice.rows.size();
    slice.rows.removeIf([&place](const store::ThreadRow &row) { return row.key() < place.key; });
    slice.hasOlder = slice.hasOlder || slice.rows.size() < all;
    return {};
}

Result<void> readPage(store::ThreadReader threads, ConversationId id, const ThreadPlace &place, ThreadSlice &slice)
{
    if (place.seenSeq > 0) {
        constexpr int kCounted = 1000;
        BALCAO_TAKE(slice.newer, threads.inboundAfter(id, place.seenSeq, kCounted));
    }
    switch (place.kind) {
    case ThreadPlace::Kind::Unread:
        return readUnread(threads, id, slice);
    case ThreadPlace::Kind::Newest:
        return readNewest(threads, id, ThreadWindow::kPage, slice);
    case ThreadPlace::Kind::Around: {
        BALCAO_TAKE(const std::optional<store::ThreadKey> key, threads.keyOf(id, place.message));
        return key ? readAround(threads, id, *key, ThreadWindow::kPage / 2, slice) : readUnread(threads, id, slice);
    }
    case ThreadPlace::Kind::Older: {
        BALCAO_TAKE(slice.rows, threads.before(id, place.key, place.limit + 1));
        slice.hasOlder = dropFirst(slice.rows, place.limit);
        return {};
    }
    case ThreadPlace::Kind::Newer: {
        BALCAO_TAKE(slice.rows, threads.from(id, place.key, place.limit + 1));
        slice.hasNewer = dropLast(slice.rows, place.limit);
        return {};
    }
    case ThreadPlace::Kind::Again:
        return readAgain(threads, id, place, slice);
    }
    return {};
}

} // namespace

void StoreSource::inbox(const store::ConversationFilter &filter, ConversationId open, int limit, Done<InboxSlice> done)
{
    m_store.read(
        [filter, open, limit](store::StoreReader &reader) -> Result<InboxSlice> {
            InboxSlice slice;
            BALCAO_TAKE(const Overlay overlay, Overlay::over(reader));
            // Each act may take a row away; one for each is read beyond the page, so that it stays one.
            const int read = limit + static_cast<int>(overlay.touched().size());
            BALCAO_TAKE(slice.rows, reader.conversations().list(filter, read));
            BALCAO_TAKE(slice.total, reader.conversations().count(filter));
            slice.more = slice.rows.size() >= read;
            BALCAO_TAKE(const qint64 wrongBy, coverList(overlay, reader, filter, slice.rows));
            slice.total += wrongBy;
            if (filter.view == store::View::Waiting && slice.rows.isEmpty()) {
                BALCAO_TAKE(slice.answeredAt, reader.conversations().answeredAt());
            }
            if (!open.isNull()) {
                BALCAO_TAKE(slice.open, reader.conversations().find(open));
                if (slice.open)
                    overlay.cover(*slice.open);
            }
            BALCAO_TAKE(const QList<store::UnsentRow> unsent, reader.outbox().unsent());
            store::coverUnsent(unsent, slice.rows, slice.open);
            return slice;
        },
        this, done);
}

void StoreSource::counts(OperatorId mine, qint64 nowMs, Done<RailCounts> done)
{
    m_store.read(
        [mine, nowMs](store::StoreReader &reader) -> Result<RailCounts> {
            using store::View;
            RailCounts counts;
            BALCAO_TAKE(counts.tags, reader.shop().tags());
            BALCAO_TAKE(const Overlay overlay, Overlay::over(reader));
            overlay.cover(counts.tags);
            const auto count = [&](View view, TagId tag = {}) -> Result<qint64> {
                const store::ConversationFilter filter{view, mine, tag, nowMs};
                QList<store::ConversationRow> none;
                BALCAO_TAKE(const qint64 kept, reader.conversations().count(filter));
                BALCAO_TAKE(const qint64 wrongBy, coverList(overlay, reader, filter, none));
                return kept + wrongBy;
            };
            BALCAO_TAKE(counts.waiting, count(View::Waiting));
            BALCAO_TAKE(counts.expiring, count(View::Expiring));
            BALCAO_TAKE(counts.mine, count(View::Mine));
            BALCAO_TAKE(counts.all, count(View::All));
            BALCAO_TAKE(counts.snoozed, count(View::Snoozed));
            for (store::TagCount &one : counts.tags) {
                BALCAO_TAKE(one.conversations, count(View::Tag, one.tag.id));
            }
            return counts;
        },
        this, done);
}

void StoreSource::lists(Done<ShopLists> done)
{
    m_store.read(
        [](store::StoreReader &reader) -> Result<ShopLists> {
            ShopLists lists;
            BALCAO_TAKE(lists.operators, reader.shop().operators());
            BALCAO_TAKE(lists.tags, reader.shop().tags());
            BALCAO_TAKE(lists.replies, reader.shop().replies());
            BALCAO_TAKE(const Overlay overlay, Overlay::over(reader));
            overlay.cover(lists.tags);
            overlay.cover(lists.replies);
            return lists;
        },
        this, done);
}

void StoreSource::meter(qint64 sinceMs, Done<QList<store::MeterRow>> done)
{
    m_store.read([sinceMs](store::StoreReader &reader) { return reader.shop().meter(sinceMs); }, this, done);
}

void StoreSource::customer(ConversationId conversation, Done<std::optional<store::CustomerCard>> done)
{
    m_store.read(
        [conversation](store::StoreReader &reader) -> Result<std::optional<store::CustomerCard>> {
            BALCAO_TAKE(auto card, reader.customers().of(conversation));
            BALCAO_TAKE(const Overlay overlay, Overlay::over(reader));
            store::ConversationRow row;
            row.id = conversation;
            if (card) {
                row.tags = card->tags;
                overlay.cover(row);
                card->tags = row.tags;
                overlay.cover(*card);
            }
            return card;
        },
        this, done);
}

void StoreSource::charges(ConversationId conversation, int limit, qint64 beforeSeq, Done<QList<store::ChargeRow>> done)
{
    m_store.read(
        [conversation, limit, beforeSeq](store::StoreReader &reader) {
            return reader.charges().ofCustomer(conversation, limit, beforeSeq);
        },
        this, done);
}

void StoreSource::search(const QString &typed, Done<SearchHits> done)
{
    constexpr int kCustomers = 6;
    constexpr int kMessages = 20;
    m_store.read(
        [typed](store::StoreReader &reader) -> Result<SearchHits> {
            SearchHits hits;
            BALCAO_TAKE(hits.customers, reader.search().customers(typed, kCustomers + 1));
            BALCAO_TAKE(hits.messages, reader.search().messages(typed, kMessages + 1));
            hits.moreCustomers = dropLast(hits.customers, kCustomers);
            hits.moreMessages = dropLast(hits.messages, kMessages);
            return hits;
        },
        this, done);
}

void StoreSource::thread(ConversationId conversation, const ThreadPlace &place, Done<ThreadSlice> done)
{
    m_store.read(
        [conversation, place](store::StoreReader &reader) -> Result<ThreadSlice> {
            ThreadSlice slice;
            BALCAO_TAKE(slice.head, reader.conversations().find(conversation));
            const ConversationId id = slice.head ? slice.head->id : conversation;
            BALCAO_TRY(readPage(reader.threads(), id, place, slice));
            BALCAO_TAKE(const Overlay overlay, Overlay::over(reader));
            if (slice.head)
                overlay.cover(*slice.head);
            for (store::ThreadRow &row : slice.rows)
                overlay.cover(row);
            BALCAO_TAKE(slice.pending, reader.outbox().shownIn(id));
            // What was written before a merge stands under the id of then.
            BALCAO_TAKE(const QList<ConversationId> before, reader.conversations().aliases(id));
            for (const ConversationId &alias : before) {
                BALCAO_TAKE(const QList<store::PendingRow> more, reader.outbox().shownIn(alias));
                slice.pending.append(more);
            }
            return slice;
        },
        this, done);
}

void StoreSource::find(ConversationId conversation, const QString &typed, int limit, Done<QList<MessageId>> done)
{
    m_store.read(
        [conversation, typed, limit](store::StoreReader &reader) -> Result<QList<MessageId>> {
            // It may have been merged while it is open.
            BALCAO_TAKE(const std::optional<store::ConversationRow> now, reader.conversations().find(conversation));
            return reader.search().inThread(now ? now->id : conversation, typed, limit);
        },
        this, done);
}

void StoreSource::draft(ConversationId conversation, OperatorId operatorId, Done<QString> done)
{
    // From the writer: what was just saved must be seen. Also under the ids from before a merge.
    m_store.write(
        [conversation, operatorId](store::StoreWriter &writer) -> Result<QString> {
            BALCAO_TAKE(QList<ConversationId> ids,
                        store::ConversationReader(writer.projection()).aliases(conversation));
            ids.prepend(conversation);
            for (const ConversationId &id : std::as_const(ids)) {
                BALCAO_TAKE(const QString text, writer.drafts().find(id, operatorId));
                if (!text.isEmpty())
                    return text;
            }
            // A note that came back while another text stood here.
            BALCAO_TAKE(const QString note, writer.outbox().takeRefusedNote(conversation, operatorId));
            if (note.isEmpty())
                return QString();
            BALCAO_TRY(writer.drafts().save(conversation, operatorId, store::kNoteDraft + note));
            return QString(store::kNoteDraft + note);
        },
        this, done);
}

void StoreSource::saveDraft(ConversationId conversation, OperatorId operatorId, const QString &text)
{
    m_store.write([conversation, operatorId, text](store::StoreWriter &writer) -> Result<void> {
        BALCAO_TAKE(const QList<ConversationId> before,
                    store::ConversationReader(writer.projection()).aliases(conversation));
        BALCAO_TRY(writer.drafts().save(conversation, operatorId, text));
        for (const ConversationId &id : before)
            BALCAO_TRY(writer.drafts().save(id, operatorId, {}));
        return {};
    });
}

void StoreSource::noteDraft(CustomerId customer, OperatorId operatorId, Done<std::optional<store::NoteDraft>> done)
{
    using Draft = std::optional<store::NoteDraft>;
    m_store.write(
        [customer, operatorId](store::StoreWriter &writer) -> Result<Draft> {
            // Also what was begun or came back for whoever was merged into this one since.
            BALCAO_TAKE(QList<CustomerId> ids, store::CustomerReader(writer.projection()).mergedInto(customer));
            ids.prepend(customer);
            for (const CustomerId &id : std::as_const(ids)) {
                BALCAO_TAKE(const Draft draft, writer.drafts().findNote(id, operatorId));
                if (!draft)
                    continue;
                if (id != customer) { // theirs goes on under this one; two of them one after the other
                    BALCAO_TRY(writer.drafts().saveNote(customer, operatorId, draft));
                    BALCAO_TRY(writer.drafts().saveNote(id, operatorId, {}));
                }
                return draft;
            }
            for (const CustomerId &id : std::as_const(ids)) {
                BALCAO_TAKE(const QString refused, writer.outbox().takeRefusedCustomerNote(id, operatorId));
                if (refused.isEmpty())
                    continue;
                const Draft draft = store::NoteDraft{refused, {}};
                BALCAO_TRY(writer.drafts().saveNote(customer, operatorId, draft));
                return draft;
            }
            return Draft();
        },
        this, done);
}

void StoreSource::preference(const QString &key, Done<QByteArray> done)
{
    m_store.write([key](store::StoreWriter &writer) { return writer.settings().find(u"desk."_s + key); }, this, done);
}

void StoreSource::savePreference(const QString &key, const QByteArray &value)
{
    m_store.write([key, value](store::StoreWriter &writer) { return writer.settings().save(u"desk."_s + key, value); });
}

void StoreSource::saveNoteDraft(CustomerId customer, OperatorId operatorId,
                                const std::optional<store::NoteDraft> &draft)
{
    m_store.write([customer, operatorId, draft](store::StoreWriter &writer) {
        return writer.drafts().saveNote(customer, operatorId, draft);
    });
}

} // namespace balcao::desk
