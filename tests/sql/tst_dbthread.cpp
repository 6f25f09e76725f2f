// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "sql/dbthread.h"
#include "support/testmain.h"

#include <QRegularExpression>
#include <QTemporaryDir>

using namespace balcao;
using namespace balcao::sql;
using namespace Qt::Literals::StringLiterals;

class tst_dbthread : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void anAnswerComesBackToItsContext()
    {
        DbThread thread(u"db"_s, factory());
        QThread *answeredIn = nullptr;
        QThread *workedIn = nullptr;
        QObject context;
        thread.run(
            [&workedIn](Connection &) -> Result<int> {
                workedIn = QThread::currentThread();
                return 42;
            },
            &context,
            [&answeredIn](const Result<int> &answer) {
                QCOMPARE(answer.value(), 42);
                answeredIn = QThread::currentThread();
            });
        QTRY_VERIFY(answeredIn);
        QCOMPARE(answeredIn, QThread::currentThread());
        QVERIFY(workedIn && workedIn != answeredIn);
    }

    void jobsRunInTheirOrder()
    {
        QList<int> order;
        {
            DbThread thread(u"db"_s, factory());
            for (int i = 0; i < 200; ++i) {
                thread.run([&order, i](Connection &) -> Result<void> {
                    order << i;
                    return {};
                });
            }
        }
        QCOMPARE(order.size(), 200);
        QVERIFY(std::is_sorted(order.cbegin(), order.cend()));
    }

    // What staff typed last must not be lost because the window was closed.
    void jobsPostedBeforeTheEndAreDone()
    {
        QFuture<Result<void>> last;
        {
            DbThread thread(u"db"_s, factory());
            thread.run([](Connection &db) { return db.exec(u"CREATE TABLE t(a)"_s); });
            for (int i = 0; i < 50; ++i)
                last =
                    thread.run([i](Connection &db) { return db.prepare(u"INSERT INTO t VALUES(?)"_s).bind(i).run(); });
        }
        QVERIFY(last.isFinished() && last.result().ok());
        auto db = std::move(Connection::open(path())).value();
        auto count = db->prepare(u"SELECT count(*) FROM t"_s).one([](const Statement &row) { return row.int64(0); });
        QCOMPARE(count->value(), 50);
    }

    void waitingRightAfterPostingWaits()
    {
        DbThread thread(u"db"_s, factory());
        auto future = thread.run([](Connection &db) { return db.userVersion(); });
        QVERIFY(future.isStarted());
        future.waitForFinished();
        QCOMPARE(future.result().value(), 0);
    }

    void afterAFailedOpeningEachJobHearsWhy()
    {
        DbThread thread(u"db"_s, [] { return Connection::open(u"/proc/none/a.db"_s); });
        int called = 0;
        for (int i = 0; i < 3; ++i) {
            auto future = thread.run([&called](Connection &) -> Result<int> { return ++called; });
            future.waitForFinished();
            QCOMPARE(future.result().error().kind, Error::Kind::Storage);
        }
        QCOMPARE(called, 0);
    }

    void aFailedJobDoesNotStopTheNext()
    {
        DbThread thread(u"db"_s, factory());
        auto bad = thread.run([](Connection &db) { return db.exec(u"SELEKT"_s); });
        auto good = thread.run([](Connection &db) { return db.exec(u"CREATE TABLE t(a)"_s); });
        good.waitForFinished();
        QVERIFY(!bad.result().ok());
        QVERIFY(good.result().ok());
    }

    // With QFuture::then(context, …) this aborts on Qt 6.4.
    void aClosedPaneIsNeverCalled()
    {
        DbThread thread(u"db"_s, factory());
        bool paneCalled = false;
        bool otherCalled = false;
        QObject other;
        for (int round = 0; round < 100; ++round) {
            auto pane = std::make_unique<QObject>();
            thread.run([](Connection &db) { return db.userVersion(); }, pane.get(),
                       [&paneCalled](const Result<qint64> &) { paneCalled = true; });
        }
        thread.run([](Connection &db) { return db.userVersion(); }, &other,
                   [&otherCalled](const Result<qint64> &) { otherCalled = true; });
        QTRY_VERIFY(otherCalled);
        QVERIFY(!paneCalled);
    }

    void anAnswerThatIsAlreadyThereIsStillDelivered()
    {
        DbThread thread(u"db"_s, factory());
        auto future = thread.run([](Connection &db) { return db.userVersion(); });
        future.waitForFinished();
        QObject context;
        qint64 version = -1;
        whenDone(future, &context, [&version](const Result<qint64> &answer) { version = answer.value(); });
        QTRY_COMPARE(version, 0);
    }

    void aReaderIsNotHeldUpByAWriter()
    {
        DbThread writer(u"writer"_s, factory());
        writer.run([](Connection &db) { return db.exec(u"CREATE TABLE t(a)"_s); }).waitForFinished();
        DbThread reader(u"reader"_s, [this] { return Connection::open(path(), {}, {.readOnly = true}); });
        writer.run([](Connection &db) { return db.exec(u"BEGIN IMMEDIATE"_s); }).waitForFinished();
        auto read = reader.run([](Connection &db) {
            return db.prepare(u"SELECT count(*) FROM t"_s).one([](const Statement &row) { return row.int64(0); });
        });
        read.waitForFinished();
        QCOMPARE(read.result()->value(), 0);
    }

    void theConnectionEndsWithTheThread()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        const auto before = QSqlDatabase::connectionNames();
        {
            DbThread thread(u"db"_s, factory());
            thread.run([](Connection &db) { return db.prepare(u"SELECT 1"_s).run(); });
        }
        QCOMPARE(QSqlDatabase::connectionNames(), before);
    }

private:
    QString path() const { return m_dir->filePath(u"a.db"_s); }
    DbThread::Factory factory() const
    {
        return [path = path()] { return Connection::open(path); };
    }

    std::unique_ptr<QTemporaryDir> m_dir;
};

BALCAO_TEST(tst_dbthread)
#include "tst_dbthread.moc"
