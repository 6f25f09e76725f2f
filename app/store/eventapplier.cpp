// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "store/eventapplier.h"

#include "sql/transaction.h"
#include "store/storefolder.h"

namespace balcao::store {

using namespace Qt::Literals::StringLiterals;

namespace {

Result<void> setMeta(sql::Connection &db, const QString &key, const QByteArray &value)
{
    return db.prepare(u"INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)"_s).bind(key).bind(value).run();
}

/// With the time of the event there, by which a log that was set back behind our back shows itself.
Result<void> setCursor(sql::Connection &db, qint64 cursor, qint64 at)
{
    return db.prepare(u"INSERT OR REPLACE INTO meta (key, value) VALUES ('cursor', ?), ('cursor_at', ?)"_s)
        .bind(cursor)
        .bind(at)
        .run();
}

/// The number that we have read up to is another event's there.
bool isOtherPast(const wire::EventPage &page, const ProjectionHead &head)
{
    return page.start && page.start->seq == head.cursor && head.cursorAt > 0 && page.start->at != head.cursorAt;
}

Applied describe(const wire::EventPage &page)
{
    Applied applied;
    applied.log = page.log;
    applied.now = page.now;
    applied.head = page.head;
    applied.more = page.more;
    if (page.restoredFrom)
        applied.restoredFrom = RestoredLog{page.restoredFrom->log, page.restoredFrom->head};
    applied.bankReadAt = page.live.bankReadAt;
    for (const wire::Presence &p : page.live.present)
        applied.present.append({p.operatorId, p.desk, p.conversation, p.typing});
    return applied;
}

/// In order, not beyond its own head, and with something in it when it says that there is more.
bool isSound(const wire::EventPage &page)
{
    qint64 last = 0;
    for (const wire::Event &event : page.events) {
        if (event.seq <= last || event.seq > page.head)
            return false;
        last = event.seq;
    }
    return !page.more || !page.events.isEmpty();
}

bool isMessage(const wire::Event &event)
{
    return event.kind == wire::MessageReceived::kKind || event.kind == wire::MessageAccepted::kKind ||
           event.kind == wire::PixCharged::kKind;
}

} // namespace

Result<Applied> EventApplier::applyPage(const QByteArray &bytes)
{
    const auto page = wire::eventPageFromBytes(bytes);
    if (!page)
        return failure(Error::Kind::Rejected, u"not an event page: "_s + page.problem().detail);
    if (!isSound(*page))
        return failure(Error::Kind::Rejected, u"an event page out of order"_s);
    BALCAO_TAKE(const ProjectionHead head, projectionHead(m_db));
    Applied applied = describe(*page);
    applied.cursor = head.cursor;
    applied.cursorAt = head.cursorAt;
    applied.otherLog =
        (!head.log.isNull() && head.log != page->log) || head.cursor > page->head || isOtherPast(*page, head);
    if (applied.otherLog)
        return applied;
    if (page->start && page->start->seq > head.cursor)
        return failure(Error::Kind::Rejected, u"an event page that leaves some out"_s);

    m_changes = {};
    m_lastInboundAt = 0;
    m_skipped = 0;
    const bool news = head.log.isNull() || (!page->events.isEmpty() && page->events.last().seq > head.cursor);
    if (news) {
        BALCAO_TAKE(auto transaction, sql::Transaction::begin(m_db));
        if (head.log.isNull())
            BALCAO_TRY(setMeta(m_db, u"log"_s, page->log.bytes()));
        for (const wire::Event &event : page->events) {
            if (event.seq <= head.cursor)
                continue;
            BALCAO_TRY(apply(event));
            ++applied.applied;
            applied.cursor = event.seq;
            applied.cursorAt = event.at;
        }
        BALCAO_TRY(setCursor(m_db, applied.cursor, applied.cursorAt));
        BALCAO_TRY(transaction.commit());
    }
    applied.changes = m_changes;
    applied.lastInboundAt = m_lastInboundAt;
    applied.skipped = m_skipped;
    return applied;
}

Result<void> EventApplier::apply(const wire::Event &event)
{
    BALCAO_TRY(std::visit([&](const auto &body) { return on(event, body); }, event.body));
    if (!event.cause)
        return {};
    m_changes.confirmed.insert(*event.cause);
    return m_db.prepare(u"INSERT OR IGNORE INTO cause (id) VALUES (?)"_s).bind(*event.cause).run();
}

Result<void> EventApplier::skip(const wire::Event &event, const wire::UnknownBody &body)
{
    ++m_skipped;
    const bool unreadable = !body.why.isEmpty();
    BALCAO_TRY(m_db.prepare(u"INSERT OR REPLACE INTO skipped (seq, kind, v) VALUES (?, ?, ?)"_s)
                   .bind(event.seq)
                   .bind(event.kind)
                   .bind(unreadable ? -kReaderVersion : qMax(1, event.v))
                   .run());
    // Somebody wrote something: the thread says so rather than be silent.
    return isMessage(event) && event.subject.conversation ? systemLine(event, SystemLine::Unreadable) : Result<void>();
}

Result<void> EventApplier::blank(const wire::Event &event)
{
    // A blank customer is still one that others can be merged into.
    if (event.kind == wire::CustomerCreated::kKind && event.subject.customer)
        return m_db.prepare(u"INSERT OR IGNORE INTO customer (id) VALUES (?)"_s).bind(*event.subject.customer).run();
    // The place in the thread stays, so that two desks show the same whenever they replayed.
    return isMessage(event) && event.subject.conversation ? systemLine(event, SystemLine::Blanked) : Result<void>();
}

} // namespace balcao::store
