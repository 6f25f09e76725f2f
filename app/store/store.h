// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The desk's store and its two threads: one that writes, one that only reads, so that a page being applied
// never delays opening a chat. Nobody waits: work is handed in, results come back in
// the context's thread, or not at all when it is gone.
//
//   store.write([](StoreWriter &w) { return w.outbox().add(entry); }, this, [](const Result<void> &r) { … });
#pragma once

#include "sql/dbthread.h"
#include "store/chargereader.h"
#include "store/customereraser.h"
#include "store/customerreader.h"
#include "store/eventapplier.h"
#include "store/messagesum.h"
#include "store/noticestore.h"
#include "store/outboxstore.h"
#include "store/pendingwork.h"
#include "store/readers.h"
#include "store/searchreader.h"
#include "store/storefolder.h"
#include "store/tillreader.h"

#include <QAtomicInt>

namespace balcao::store {

/// What Store's damage flag holds: once a run a damaged read makes the projection anew; if that does not help, the
/// damage is elsewhere.
inline constexpr int kDamageSeen = 1;
inline constexpr int kDamageDealtWith = 2;

/// On the writer thread: local.db, the projection in use, and the one being rebuilt.
class StoreWriter
{
public:
    StoreWriter(const StoreFolder &folder, const std::optional<sql::Key> &key, sql::Connection &local,
                QAtomicInt &projectionNumber, QAtomicInt &damage)
        : m_folder(folder), m_key(key), m_local(local), m_number(projectionNumber), m_damage(damage)
    {
    }

    /// Opens the projection in use and the one that was being rebuilt, and repairs what a crash left between
    /// the files.
    Result<void> open(qint64 nowMs);
    OutboxStore outbox() { return OutboxStore(m_local); }
    DraftStore drafts() { return DraftStore(m_local); }
    SettingStore settings() { return SettingStore(m_local); }
    NoticeStore notices() { return NoticeStore(m_local); }

    /// Where the next poll starts: of the file being rebuilt, while one is.
    Result<ProjectionHead> head();
    /// Of the file that is shown.
    Result<ProjectionHead> shownHead() { return projectionHead(*m_projection); }
    /// Applies the page, then settles the outbox by its causes. A log that is another one, and a projection
    /// of another version, begin a rebuild by themselves; the old file stays in use until it has caught up.
    Result<Applied> applyPage(const QByteArray &bytes, qint64 nowMs);
    [[nodiscard]] bool isRebuilding() const { return m_next != nullptr; }
    sql::Connection &projection() { return *m_projection; }

private:
    static constexpr int kMostStartedOver = 3; ///< in one run; then the disk is to blame

    Result<void> openFiles(qint64 nowMs);
    Result<void> openFile(int number, qint64 nowMs);
    Result<bool> isOutdated();
    Result<Applied> takePage(const QByteArray &bytes, qint64 nowMs);
    Result<void> beginRebuild();
    /// A page for the file that is not shown yet; the last one swaps.
    Result<Applied> applyUnseen(Applied applied, qint64 nowMs);
    /// The shown file is damaged: another is replayed beside it.
    Result<Applied> startOver(qint64 nowMs);
    Result<void> rememberLog(LogId log);
    Result<void> swap(qint64 nowMs);
    /// The relay has another log than the one that was read; null: the same, set back.
    Result<void> relayWasRestored(LogId now);
    Result<void> noteTurnedBack();
    Result<void> dropMended();
    /// What erased customers have left outside of the projection: drafts, commands, replaced files. `anew`: somebody
    /// may have been erased since this was done last.
    Result<void> forgetErased();
    Result<void> scrubAside(const QList<Erasure> &erased, bool anew);
    Result<void> dropLocalAside(const QString &file);

    const StoreFolder &m_folder;
    const std::optional<sql::Key> &m_key;
    sql::Connection &m_local;
    QAtomicInt &m_number;
    QAtomicInt &m_damage;
    LogId m_log; ///< of the newest page that was applied; null before
    int m_startedOver = 0;
    bool m_hasTidied = false; ///< in this run
    std::unique_ptr<sql::Connection> m_projection;
    std::unique_ptr<sql::Connection> m_next;
};

/// On the reader thread: read-only connections to whichever projection is in use.
class StoreReader
{
public:
    StoreReader(sql::Connection &local, sql::Connection &projection) : m_local(local), m_projection(projection) {}

    ConversationReader conversations() { return ConversationReader(m_projection); }
    ThreadReader threads() { return ThreadReader(m_projection, &m_damage); }
    ShopReader shop() { return ShopReader(m_projection); }
    SearchReader search() { return SearchReader(m_projection, &m_damage); }
    CustomerReader customers() { return CustomerReader(m_projection); }
    ChargeReader charges() { return ChargeReader(m_projection); }
    TillReader till() { return TillReader(m_projection); }
    OutboxStore outbox() { return OutboxStore(m_local); }
    Result<PendingWork> pendingWork() { return PendingWork::read(m_local); }
    DraftStore drafts() { return DraftStore(m_local); }
    SettingStore settings() { return SettingStore(m_local); }
    MessageSum sums() { return MessageSum(m_projection); }
    /// Something that was read here is not as it was written.
    [[nodiscard]] bool sawDamage() const { return m_damage; }

private:
    bool m_damage = false;
    sql::Connection &m_local;
    sql::Connection &m_projection;
};

class Store
{
public:
    /// `nowMs` for what is kept by age. The files are opened on the first job.
    Store(const QString &folder, std::optional<sql::Key> key, qint64 nowMs);
    ~Store();
    Q_DISABLE_COPY_MOVE(Store)

    [[nodiscard]] const StoreFolder &folder() const { return m_folder; }

    /// work(StoreWriter &) -> Result<T>
    template <class F, class Answer = std::invoke_result_t<F, StoreWriter &>>
    QFuture<Answer> write(F work)
    {
        return m_writerThread.run([this, job = std::move(work)](sql::Connection &local) mutable -> Answer {
            BALCAO_TRY(openWriter(local));
            return job(*m_writer);
        });
    }
    template <class F, class G>
    void write(F work, QObject *context, G use)
    {
        sql::whenDone(write(std::move(work)), context, std::move(use));
    }
    /// work(StoreReader &) -> Result<T>. NotFound until the first write() has opened the files, and while a
    /// projection of another version is being made anew.
    template <class F, class Answer = std::invoke_result_t<F, StoreReader &>>
    QFuture<Answer> read(F work)
    {
        return m_readerThread.run([this, job = std::move(work)](sql::Connection &) mutable -> Answer {
            BALCAO_TRY(openReader());
            StoreReader reader(*m_readLocal, *m_readProjection);
            Answer answer = job(reader);
            if (reader.sawDamage() || (!answer && answer.error().kind == Error::Kind::Corrupt))
                m_damage.testAndSetOrdered(0, kDamageSeen);
            return answer;
        });
    }

    template <class F, class G>
    void read(F work, QObject *context, G use)
    {
        sql::whenDone(read(std::move(work)), context, std::move(use));
    }

private:
    Result<void> openWriter(sql::Connection &local);
    Result<void> openReader();

    StoreFolder m_folder;
    std::optional<sql::Key> m_key;
    qint64 m_openedAt;
    QAtomicInt m_number;                               ///< the projection in use; 0: none yet
    QAtomicInt m_damage;                               ///< a read found the projection damaged: see kDamageSeen
    std::unique_ptr<StoreWriter> m_writer;             ///< writer thread only
    std::unique_ptr<sql::Connection> m_readLocal;      ///< reader thread only
    std::unique_ptr<sql::Connection> m_readProjection; ///< reader thread only
    int m_readNumber = 0;                              ///< reader thread only
    sql::DbThread m_writerThread;
    sql::DbThread m_readerThread;
};

} // namespace balcao::store
