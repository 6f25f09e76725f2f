// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "relay/serve/logger.h"
#include "relay/serve/writer.h"
#include "relay/store/relaydata.h"
#include "support/testmain.h"

#include <QSemaphore>
#include <QTemporaryDir>

using namespace balcao;
using namespace balcao::relay;
using namespace Qt::Literals::StringLiterals;

namespace {

Result<void> storeTag(RelayData &data, const QString &name)
{
    BALCAO_TRY(data.shop().putTag(TagId::create(), name));
    BALCAO_TRY(data.announce({}, Stamp{}, wire::TagDefined{}));
    return {};
}

} // namespace

class tst_writer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void doneComesAfterTheCommit()
    {
        start();
        std::atomic<bool> seen = false;
        post([](RelayData &data) { return storeTag(data, u"a"_s); },
             [&](const Result<void> &done) {
                 seen = done.ok() && tagsOnDisk() == 1;
                 m_done.release();
             });
        QVERIFY(m_done.tryAcquire(1, 10'000));
        QVERIFY(seen);
    }

    void failingJobUndoesItselfAlone()
    {
        start();
        hold();
        std::atomic<int> good = 0;
        std::optional<Error> bad;
        const auto count = [&](const Result<void> &done) {
            good += done.ok() ? 1 : 0;
            m_done.release();
        };
        post([](RelayData &data) { return storeTag(data, u"a"_s); }, count);
        post(
            [](RelayData &data) -> Result<void> {
                BALCAO_TRY(storeTag(data, u"b"_s));
                return failure(Error::Kind::Conflict, u"no"_s);
            },
            [&](const Result<void> &done) {
                bad = done.error();
                m_done.release();
            });
        post([](RelayData &data) { return storeTag(data, u"c"_s); }, count);
        release();
        QVERIFY(m_done.tryAcquire(3, 10'000));
        QCOMPARE(good.load(), 2);
        QCOMPARE(bad->kind, Error::Kind::Conflict);
        QCOMPARE(tagsOnDisk(), 2);
        QCOMPARE(m_writer->counts().largestBatch, 3);
    }

    void waitingJobsShareOneCommitAndOneAnnouncement()
    {
        start();
        hold();
        for (int i = 0; i < 50; ++i)
            post([i](RelayData &data) { return storeTag(data, QString::number(i)); });
        release();
        QVERIFY(m_done.tryAcquire(50, 10'000));
        QCOMPARE(m_writer->counts().commits, 2); // the holder's own, and one for the fifty
        QCOMPARE(m_moves.load(), 1);
        QCOMPARE(tagsOnDisk(), 50);
    }

    void whatWasErasedIsScrubbedAfterTheCommit()
    {
        start();
        post([](RelayData &data) -> Result<void> {
            BALCAO_TRY(data.setMeta(u"x"_s, "Zzlgpd"));
            BALCAO_TRY(data.setMeta(u"x"_s, {}));
            return data.wantScrub();
        });
        QVERIFY(m_done.tryAcquire(1, 10'000));
        QTRY_VERIFY(!owesScrub());
    }

    void whatAReaderHeldUpIsScrubbedWithoutAnotherCommit()
    {
        start();
        const auto reader = RelayData::openReadOnly(file());
        QVERIFY((*reader)->exec(u"BEGIN"_s));
        QVERIFY((*reader)->prepare(u"SELECT count(*) FROM meta"_s).one([](const sql::Statement &row) {
            return row.int64(0);
        }));
        post([](RelayData &data) { return data.wantScrub(); });
        QVERIFY(m_done.tryAcquire(1, 10'000));
        QVERIFY(owesScrub());
        QVERIFY((*reader)->exec(u"COMMIT"_s));
        // Nothing is written from here on: a shop at night.
        QTRY_VERIFY_WITH_TIMEOUT(!owesScrub(), 20'000);
    }

    void fullQueueTakesNoMore()
    {
        start(3);
        hold();
        for (int i = 0; i < 3; ++i)
            QVERIFY(m_writer->post(
                [](RelayData &data) { return storeTag(data, u"x"_s + QString::number(data.clock().nowMs())); },
                [this](const Result<void> &) { m_done.release(); }));
        QVERIFY(!m_writer->post([](RelayData &) { return Result<void>(); }));
        release();
        QVERIFY(m_done.tryAcquire(3, 10'000));
        QVERIFY(m_writer->post([](RelayData &) { return Result<void>(); }));
    }

    void commitThatFailsFailsEveryJobAndTheNextOneWorks()
    {
        start();
        hold();
        m_refuse = true;
        std::atomic<int> lost = 0;
        for (int i = 0; i < 3; ++i)
            post([i](RelayData &data) { return storeTag(data, QString::number(i)); },
                 [&](const Result<void> &done) {
                     lost += !done && done.error().kind == Error::Kind::Storage ? 1 : 0;
                     m_done.release();
                 });
        release();
        QVERIFY(m_done.tryAcquire(3, 10'000));
        QCOMPARE(lost.load(), 3);
        QCOMPARE(tagsOnDisk(), 0);
        QCOMPARE(m_moves.load(), 0);
        m_refuse = false;
        post([](RelayData &data) { return storeTag(data, u"again"_s); });
        QVERIFY(m_done.tryAcquire(1, 10'000));
        QCOMPARE(tagsOnDisk(), 1);
    }

    void fullDiskIsStorageAndWritingResumesWithSpace()
    {
        start();
        setPages(u"PRAGMA max_page_count = 1"_s); // SQLite takes it as "no more than there are"
        std::atomic<int> lost = 0;
        const auto big = [](RelayData &data) { return data.setMeta(u"big"_s, QByteArray(2'000'000, 'x')); };
        post(big, [&](const Result<void> &done) {
            lost += !done && done.error().kind == Error::Kind::Storage ? 1 : 0;
            m_done.release();
        });
        QVERIFY(m_done.tryAcquire(1, 10'000));
        QCOMPARE(lost.load(), 1);
        setPages(u"PRAGMA max_page_count = 1000000"_s);
        std::atomic<bool> stored = false;
        post(big, [&](const Result<void> &done) {
            stored = done.ok();
            m_done.release();
        });
        QVERIFY(m_done.tryAcquire(1, 10'000));
        QVERIFY(stored);
    }

    void stoppingWritesWhatWaits()
    {
        start();
        hold();
        for (int i = 0; i < 20; ++i)
            post([i](RelayData &data) { return storeTag(data, QString::number(i)); });
        release();
        m_writer->stop();
        QVERIFY(m_done.tryAcquire(20));
        QCOMPARE(tagsOnDisk(), 20);
        QVERIFY(!m_writer->post([](RelayData &) { return Result<void>(); }));
    }

    void fileThatCannotBeOpenedIsAnErrorOfStart()
    {
        Writer writer(m_logger);
        const auto started =
            writer.start([]() -> Result<std::unique_ptr<RelayData>> { return failure(Error::Kind::Corrupt, u"no"_s); });
        QVERIFY(!started);
        QCOMPARE(started.error().kind, Error::Kind::Corrupt);
        QVERIFY(!writer.post([](RelayData &) { return Result<void>(); }));
    }

    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_refuse = false;
        m_moves = 0;
    }
    void cleanup()
    {
        m_writer.reset();
        QVERIFY(!m_done.tryAcquire());
    }

private:
    bool owesScrub()
    {
        const auto reader = RelayData::openReadOnly(file());
        const auto value =
            (*reader)->prepare(u"SELECT value FROM meta WHERE key = 'scrub'"_s).one([](const sql::Statement &row) {
                return row.bytes(0);
            });
        return !value->value_or(QByteArray("?")).isEmpty();
    }
    void start(qsizetype capacity = 4096)
    {
        m_writer = std::make_unique<Writer>(m_logger, capacity);
        const auto open = [this]() -> Result<std::unique_ptr<RelayData>> {
            BALCAO_TAKE(auto connection, RelayData::open(file(), m_clock));
            return std::make_unique<RelayData>(std::move(connection), m_clock);
        };
        Writer::Hooks hooks;
        hooks.moved = [this](qint64) { ++m_moves; };
        hooks.beforeCommit = [this]() -> Result<void> {
            return m_refuse ? Result<void>(failure(Error::Kind::Storage, u"refused"_s)) : Result<void>();
        };
        QVERIFY(m_writer->start(open, hooks).ok());
    }

    void post(Writer::Job job, Writer::Done done = {})
    {
        if (!done)
            done = [this](const Result<void> &) { m_done.release(); };
        QVERIFY(m_writer->post(std::move(job), std::move(done)));
    }

    /// Keeps the writer in a job of its own until release(), so that what comes next waits together.
    void hold()
    {
        QVERIFY(m_writer->post([this](RelayData &) {
            m_held.release();
            m_go.acquire();
            return Result<void>();
        }));
        m_held.acquire();
    }
    void release() { m_go.release(); }

    // Outside a transaction a PRAGMA would need a hook of its own; inside one it works as well.
    void setPages(const QString &pragma)
    {
        post([pragma](RelayData &data) { return data.connection().exec(pragma); });
        QVERIFY(m_done.tryAcquire(1, 10'000));
    }

    int tagsOnDisk()
    {
        const auto reader = RelayData::openReadOnly(file());
        if (!reader)
            return -1;
        const auto count = (*reader)->prepare(u"SELECT count(*) FROM tag"_s).one([](const sql::Statement &row) {
            return static_cast<int>(row.int64(0));
        });
        return count ? count->value_or(-1) : -1;
    }
    [[nodiscard]] QString file() const { return m_dir->filePath(u"relay.db"_s); }

    ManualClock m_clock{1'795'000'000'000};
    Logger m_logger{m_clock, [](const QByteArray &) {}};
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Writer> m_writer;
    QSemaphore m_held;
    QSemaphore m_go;
    QSemaphore m_done;
    std::atomic<bool> m_refuse = false;
    std::atomic<int> m_moves = 0;
};

BALCAO_TEST(tst_writer)
#include "tst_writer.moc"
