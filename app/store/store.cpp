// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "store/store.h"

#include "sql/transaction.h"
#include "store/turnedback.h"

#include <algorithm>

namespace balcao::store {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString kErasedKey = QStringLiteral("erased_upto");         ///< seq of the newest erasure that was seen here
const QString kRestoredKey = QStringLiteral("rebuilds_restored"); ///< what is being replayed came back from a backup
const QString kLogKey = QStringLiteral("log"); ///< of the newest page, outside of the files that it can be read from

/// All of it in the one file, and the write-ahead log empty; false while somebody reads an older state.
bool checkpointed(sql::Connection &connection)
{
    const auto busy = connection.prepare(u"PRAGMA wal_checkpoint(TRUNCATE)"_s).one([](const sql::Statement &row) {
        return row.boolean(0);
    });
    return busy && !busy->value_or(true);
}

} // namespace

Result<void> StoreWriter::open(qint64 nowMs)
{
    BALCAO_TRY(openFiles(nowMs));
    BALCAO_TAKE(const bool outdated, isOutdated());
    if (outdated && !m_next)
        BALCAO_TRY(beginRebuild());
    BALCAO_TAKE(const ProjectionHead shown, projectionHead(*m_projection));
    if (shown.version != kProjectionVersion)
        return {}; // its tables are of another program: nothing is read from it, all of it after the swap
    BALCAO_TRY(outbox().reconcile(*m_projection, nowMs));
    return forgetErased();
}

Result<void> StoreWriter::openFiles(qint64 nowMs)
{
    const QList<int> numbers = m_folder.projections();
    for (const int number : numbers)
        BALCAO_TRY(openFile(number, nowMs));
    if (!m_projection && m_next) { // the one that was in use is lost; the new one is better than nothing
        BALCAO_TRY(finishBuilding(*m_next));
        m_projection = std::move(m_next);
        m_number.storeRelease(numbers.first());
    }
    if (!m_projection) {
        BALCAO_TAKE(m_projection, m_folder.openProjection(1, m_key));
        m_number.storeRelease(1);
    }
    return {};
}

Result<void> StoreWriter::openFile(int number, qint64 nowMs)
{
    auto opened = m_folder.openProjection(number, m_key);
    // A projection is a copy: one that cannot be read is put aside and fetched again.
    if (!opened && opened.error().kind == Error::Kind::Corrupt) {
        m_folder.putAside(number, LogId(), nowMs);
        return {};
    }
    if (!opened)
        return opened.error();
    std::unique_ptr<sql::Connection> file = std::move(opened).value();
    BALCAO_TAKE(const ProjectionHead head, projectionHead(*file));
    if (head.building && head.version == kProjectionVersion && !m_next && !m_projection) {
        m_next = std::move(file);
        return {};
    }
    if (!head.building && !m_projection) {
        m_projection = std::move(file);
        m_number.storeRelease(number);
        return {};
    }
    // A rebuild that is worth nothing, or what a swap has left behind.
    const bool whole = checkpointed(*file);
    file.reset();
    if (head.building)
        m_folder.drop(number);
    else if (whole)
        m_folder.putAside(number, head.log, nowMs);
    return {};
}

Result<bool> StoreWriter::isOutdated()
{
    BALCAO_TAKE(const ProjectionHead head, projectionHead(*m_projection));
    if (head.version != kProjectionVersion)
        return true;
    const auto skipped =
        m_projection->prepare(u"SELECT DISTINCT kind, v FROM skipped"_s).all([](const sql::Statement &row) {
            const qint64 v = row.int64(1); // positive: of the body; else, negated, of the reader that could not
            return v > 0 ? wire::isKnownEventKind(row.text(0)) && v <= wire::kBodyVersion : -v < kReaderVersion;
        });
    BALCAO_TRY(skipped);
    return skipped->contains(true);
}

Result<ProjectionHead> StoreWriter::head()
{
    return projectionHead(m_next ? *m_next : *m_projection);
}

Result<void> StoreWriter::beginRebuild()
{
    const int number = m_number.loadAcquire() + 1;
    m_next.reset();
    m_folder.drop(number);
    BALCAO_TAKE(m_next, m_folder.openProjection(number, m_key, false, true));
    return {};
}

Result<Applied> StoreWriter::applyPage(const QByteArray &bytes, qint64 nowMs)
{
    BALCAO_TAKE(Applied applied, takePage(bytes, nowMs));
    const ProjectionHead shown = shownHead().valueOr(ProjectionHead()); // it may be what is damaged
    applied.shownLog = shown.log;
    applied.shownCursor = shown.cursor;
    // By the relay's clock, never by this computer's, which may be a year ahead: what stands aside may be the only copy.
    if (!std::exchange(m_hasTidied, true) || applied.changes.rebuilt) {
        m_folder.dropOldAside(applied.now);
        // The page stands and has to be shown, whatever becomes of the tidying.
        m_hasTidied = outbox().purge(applied.now).ok();
    }
    return applied;
}

Result<Applied> StoreWriter::takePage(const QByteArray &bytes, qint64 nowMs)
{
    // Not while another is being replayed already: the swap takes the damaged one away.
    if (!m_next && m_startedOver < kMostStartedOver && m_damage.testAndSetOrdered(kDamageSeen, kDamageDealtWith))
        return startOver(nowMs);
    auto tried = EventApplier(m_next ? *m_next : *m_projection).applyPage(bytes);
    // A projection is a copy: a damaged page in it costs a replay. A disk that spoils each new one is told.
    if (!tried && tried.error().kind == Error::Kind::Corrupt && m_startedOver < kMostStartedOver)
        return startOver(nowMs);
    BALCAO_TRY(tried);
    Applied applied = std::move(tried).value();
    if (!applied.changes.lostAtRelay.isEmpty()) {
        BALCAO_TRY(notices().add({Notice::ServerDamaged, {}}));
        BALCAO_TRY(outbox().lost(applied.changes.lostAtRelay, nowMs));
    }
    if (applied.otherLog) {
        // Its own restore, or a disk set back behind its back: what it had accepted may be unknown to it now.
        BALCAO_TAKE(const ProjectionHead before, head());
        // Set back under its own name, it is still not the log that anything was posted to.
        BALCAO_TRY(relayWasRestored(before.log == applied.log ? LogId() : applied.log));
        BALCAO_TRY(settings().save(kRestoredKey, "1"));
        BALCAO_TRY(beginRebuild());
        applied.cursor = applied.cursorAt = 0;
        applied.more = true;
        return applied;
    }
    if (m_next)
        return applyUnseen(std::move(applied), nowMs);
    BALCAO_TRY(rememberLog(applied.log));
    BALCAO_TRY(outbox().confirm(QList<CommandId>(applied.changes.confirmed.cbegin(), applied.changes.confirmed.cend()),
                                applied.cursor, nowMs));
    if (!applied.more)
        BALCAO_TRY(outbox().settleQuestioned(*m_projection, nowMs));
    if (applied.changes.erased)
        BALCAO_TRY(forgetErased());
    if (applied.changes.pixAccount)
        BALCAO_TRY(dropMended());
    return applied;
}

/// Somebody has changed who receives since that was turned back.
Result<void> StoreWriter::dropMended()
{
    BALCAO_TAKE(const QList<NoticeRow> said, notices().all());
    BALCAO_TAKE(const qint64 since, receivesSince(*m_projection));
    const bool isMended = std::ranges::any_of(said, [since](const NoticeRow &row) {
        return row.notice == Notice::AccountTurnedBack && row.what.toLongLong() < since;
    });
    return isMended ? notices().drop(Notice::AccountTurnedBack) : Result<void>();
}

Result<Applied> StoreWriter::applyUnseen(Applied applied, qint64 nowMs)
{
    // Nothing of it is on the screen before the swap, so that nothing is confirmed by it either: a reply would be
    // neither pending nor in the thread.
    applied.changes = {};
    if (!applied.more) {
        BALCAO_TRY(swap(nowMs));
        BALCAO_TRY(rememberLog(applied.log));
        applied.changes.rebuilt = true;
    }
    return applied;
}

Result<Applied> StoreWriter::startOver(qint64 nowMs)
{
    ++m_startedOver;
    BALCAO_TAKE(const QByteArray log, settings().find(kLogKey));
    BALCAO_TRY(beginRebuild());
    Applied applied;
    applied.log = LogId::fromBytes(log); // only the file is lost: it is still known which log was read
    applied.otherLog = true;
    applied.more = true;
    applied.now = nowMs;
    return applied;
}

Result<void> StoreWriter::rememberLog(LogId log)
{
    if (log == m_log)
        return {};
    BALCAO_TAKE(const QByteArray before, settings().find(kLogKey));
    // The projection was lost, and the relay came back from a backup meanwhile: the page alone does not show it.
    if (!before.isEmpty() && before != log.bytes())
        BALCAO_TRY(relayWasRestored(log));
    if (before != log.bytes())
        BALCAO_TRY(settings().save(kLogKey, log.bytes()));
    m_log = log;
    return {};
}

Result<void> StoreWriter::swap(qint64 nowMs)
{
    // In this order: after a crash in between, the new file is still "building" and all of it is done again.
    BALCAO_TRY(outbox().reconcile(*m_next, nowMs));
    BALCAO_TRY(outbox().settleQuestioned(*m_next, nowMs));
    BALCAO_TRY(noteTurnedBack());
    BALCAO_TRY(finishBuilding(*m_next));
    BALCAO_TRY(settings().save(kRestoredKey, "0")); // only now: after a crash before it, all of it is said again
    const int old = m_number.loadAcquire();
    const auto oldHead = projectionHead(*m_projection);
    const bool whole = checkpointed(*m_projection) || m_startedOver > 0;
    m_projection = std::move(m_next);
    m_number.storeRelease(old + 1);
    m_damage.storeRelease(0);
    if (whole)
        m_folder.putAside(old, oldHead ? oldHead->log : LogId(), nowMs);
    return forgetErased();
}

Result<void> StoreWriter::noteTurnedBack()
{
    // Any other replay has changed nothing that could be turned back.
    BALCAO_TAKE(const QByteArray restored, settings().find(kRestoredKey));
    if (restored != "1")
        return {};
    const auto head = projectionHead(*m_projection);
    if (!head || head->version != kProjectionVersion)
        return {};
    const auto found = turnedBack(*m_projection, *m_next);
    if (!found)
        return {}; // it may be what is damaged
    if (found->accountAt > 0)
        BALCAO_TRY(notices().add({Notice::AccountTurnedBack, QString::number(found->accountAt)}));
    if (found->charges > 0)
        BALCAO_TRY(notices().add({Notice::ChargesForgotten, QString::number(found->charges)}));
    return {};
}

Result<void> StoreWriter::relayWasRestored(LogId now)
{
    BALCAO_TRY(outbox().question(now));
    BALCAO_TRY(settings().save(kErasedKey, "0")); // its numbers are of another log: better once too often
    return notices().add({Notice::ServerRestored, {}});
}

Result<void> StoreWriter::forgetErased()
{
    BALCAO_TAKE(const QList<Erasure> erased, erasures(*m_projection));
    qint64 newest = 0;
    for (const Erasure &erasure : erased)
        newest = qMax(newest, erasure.seq);
    // A local.db that was made anew has seen none: what stood aside of the one before had been cleaned of these.
    BALCAO_TAKE(const QByteArray seen, settings().find(kErasedKey));
    const bool anew = !seen.isEmpty() && newest > seen.toLongLong();
    if (erased.isEmpty())
        return seen.isEmpty() ? settings().save(kErasedKey, "0") : Result<void>();
    BALCAO_TAKE(const QList<ConversationId> conversations, erasedConversations(*m_projection));
    for (const ConversationId &id : conversations) {
        BALCAO_TRY(drafts().forgetConversation(id));
        BALCAO_TRY(outbox().forgetConversation(id));
    }
    for (const Erasure &erasure : erased) {
        BALCAO_TRY(outbox().forgetCustomer(erasure.customer));
        BALCAO_TRY(drafts().forgetCustomer(erasure.customer));
    }
    BALCAO_TRY(scrubAside(erased, anew));
    BALCAO_TRY(settings().save(kErasedKey, QByteArray::number(newest)));
    // Deleted rows are overwritten (secure_delete), but their old pages wait in the write-ahead logs.
    checkpointed(*m_projection);
    checkpointed(m_local);
    return {};
}

Result<void> StoreWriter::scrubAside(const QList<Erasure> &erased, bool anew)
{
    for (const QString &file : m_folder.asideFiles()) {
        // Whoever was erased before it was put aside had been erased from it.
        if (StoreFolder::isLocalAside(file)) {
            if (anew)
                BALCAO_TRY(dropLocalAside(file));
            continue;
        }
        const auto scrub = [&]() -> Result<void> {
            BALCAO_TAKE(auto aside, m_folder.openAside(file, m_key));
            BALCAO_TAKE(auto transaction, sql::Transaction::begin(*aside));
            for (const Erasure &erasure : erased)
                BALCAO_TRY(eraseCustomer(*aside, erasure));
            BALCAO_TRY(transaction.commit());
            return checkpointed(*aside) ? Result<void>() : failure(Error::Kind::Conflict, u"still being read"_s);
        };
        // What cannot be cleaned goes as a whole: to forget is a promise, to keep a replaced file is not.
        if (!scrub())
            StoreFolder::removeFile(file);
    }
    return {};
}

/// Damaged, it cannot be cleaned of one customer. Who has yet to read of it is not told to look for it.
Result<void> StoreWriter::dropLocalAside(const QString &file)
{
    StoreFolder::removeFile(file);
    BALCAO_TAKE(const QList<NoticeRow> rows, notices().all());
    for (const NoticeRow &row : rows) {
        if (row.notice == Notice::OwnFileLost && !row.what.isEmpty())
            BALCAO_TRY(notices().add({Notice::OwnFileLost, {}}));
    }
    return {};
}

Store::Store(const QString &folder, std::optional<sql::Key> key, qint64 nowMs)
    : m_folder(folder),
      m_key(std::move(key)),
      m_openedAt(nowMs),
      m_writerThread(u"store writer"_s, [this] { return m_folder.openOrMakeLocal(m_key, m_openedAt); }),
      m_readerThread(u"store reader"_s, [] { return sql::Connection::open(u":memory:"_s); })
{
}

Store::~Store()
{
    // Connections are closed where they were opened; the threads finish what was posted before they end.
    m_readerThread.run([this](sql::Connection &) -> Result<void> {
        m_readLocal.reset();
        m_readProjection.reset();
        return {};
    });
    m_writerThread.run([this](sql::Connection &) -> Result<void> {
        m_writer.reset();
        return {};
    });
}

Result<void> Store::openWriter(sql::Connection &local)
{
    if (m_writer)
        return {};
    auto writer = std::make_unique<StoreWriter>(m_folder, m_key, local, m_number, m_damage);
    BALCAO_TRY(writer->open(m_openedAt));
    m_writer = std::move(writer);
    return {};
}

Result<void> Store::openReader()
{
    const int number = m_number.loadAcquire();
    if (number == 0)
        return failure(Error::Kind::NotFound, u"the store is not open yet"_s);
    if (m_readProjection && m_readNumber == number)
        return {};
    BALCAO_TAKE(m_readLocal, m_folder.openLocal(m_key, true));
    BALCAO_TAKE(auto projection, m_folder.openProjection(number, m_key, true));
    BALCAO_TAKE(const ProjectionHead head, projectionHead(*projection));
    if (head.version != kProjectionVersion)
        return failure(Error::Kind::NotFound, u"the store is being made anew"_s);
    m_readProjection = std::move(projection);
    m_readNumber = number;
    return {};
}

} // namespace balcao::store
