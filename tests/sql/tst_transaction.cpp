// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "sql/connection.h"
#include "sql/transaction.h"
#include "support/testmain.h"

#include <QRegularExpression>
#include <QTemporaryDir>

using namespace balcao;
using namespace balcao::sql;
using namespace Qt::Literals::StringLiterals;

class tst_transaction : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_db = std::move(Connection::open(m_dir->filePath(u"a.db"_s))).value();
        QVERIFY(m_db->exec(u"CREATE TABLE t(a INTEGER UNIQUE)"_s).ok());
    }

    void cleanup() { m_db.reset(); }

    void whatIsCommittedStays()
    {
        {
            auto transaction = Transaction::begin(*m_db);
            QVERIFY(transaction.ok());
            insert(1);
            QVERIFY(transaction->commit().ok());
        }
        QCOMPARE(rows(), QList<qint64>{1});
    }

    void whatIsNotCommittedIsGone()
    {
        {
            auto transaction = Transaction::begin(*m_db);
            insert(1);
        }
        QCOMPARE(rows(), QList<qint64>{});
        QVERIFY(Transaction::begin(*m_db).ok());
    }

    void aMovedTransactionEndsOnce()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        auto first = Transaction::begin(*m_db);
        {
            Transaction moved = std::move(first).value();
            insert(1);
            QVERIFY(moved.commit().ok());
            QVERIFY(!moved.commit().ok());
        }
        QCOMPARE(rows(), QList<qint64>{1});
    }

    void nestedTransactionsAreRefused()
    {
        auto transaction = Transaction::begin(*m_db);
        QVERIFY(!Transaction::begin(*m_db).ok());
        insert(1);
        QVERIFY(transaction->commit().ok());
        QCOMPARE(rows(), QList<qint64>{1});
    }

    void aFailedStatementLeavesTheRestStanding()
    {
        auto transaction = Transaction::begin(*m_db);
        insert(1);
        QVERIFY(!m_db->exec(u"INSERT INTO t VALUES(1)"_s).ok());
        insert(2);
        QVERIFY(transaction->commit().ok());
        QCOMPARE(rows(), (QList<qint64>{1, 2}));
    }

    void aCommitThatBreaksARuleUndoesAll()
    {
        QVERIFY(m_db->exec(u"CREATE TABLE c(a REFERENCES t(a) DEFERRABLE INITIALLY DEFERRED)"_s).ok());
        auto transaction = Transaction::begin(*m_db);
        insert(1);
        QVERIFY(m_db->exec(u"INSERT INTO c VALUES(99)"_s).ok());
        QCOMPARE(transaction->commit().error().kind, Error::Kind::Conflict);
        QCOMPARE(rows(), QList<qint64>{});
        QVERIFY(Transaction::begin(*m_db).ok());
    }

    void oneJobOfAGroupIsUndoneAlone()
    {
        auto group = Transaction::begin(*m_db);
        for (const int job : {1, 2, 3}) {
            auto part = Savepoint::begin(*m_db);
            QVERIFY(part.ok());
            insert(job * 10);
            insert(job * 10 + 1);
            if (job != 2)
                QVERIFY(part->commit().ok());
        }
        QVERIFY(group->commit().ok());
        QCOMPARE(rows(), (QList<qint64>{10, 11, 30, 31}));
    }

    void savepointsNest()
    {
        auto group = Transaction::begin(*m_db);
        {
            auto outer = Savepoint::begin(*m_db);
            insert(1);
            {
                auto inner = Savepoint::begin(*m_db);
                insert(2);
            }
            insert(3);
            QVERIFY(outer->commit().ok());
        }
        QVERIFY(group->commit().ok());
        QCOMPARE(rows(), (QList<qint64>{1, 3}));
    }

    void aKeptPartFallsWithItsTransaction()
    {
        {
            auto group = Transaction::begin(*m_db);
            auto part = Savepoint::begin(*m_db);
            insert(1);
            QVERIFY(part->commit().ok());
        }
        QCOMPARE(rows(), QList<qint64>{});
    }

    void aHalfReadQueryDoesNotStopACommit()
    {
        insert(1);
        insert(2);
        auto transaction = Transaction::begin(*m_db);
        auto reading = m_db->prepare(u"SELECT a FROM t"_s);
        QVERIFY(reading.step().value());
        insert(3);
        QVERIFY(transaction->commit().ok());
        QCOMPARE(rows(), (QList<qint64>{1, 2, 3}));
    }

private:
    void insert(int a) { QVERIFY(m_db->prepare(u"INSERT INTO t VALUES(?)"_s).bind(a).run().ok()); }

    QList<qint64> rows()
    {
        return m_db->prepare(u"SELECT a FROM t ORDER BY a"_s)
            .all([](const Statement &row) { return row.int64(0); })
            .value();
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Connection> m_db;
};

BALCAO_TEST(tst_transaction)
#include "tst_transaction.moc"
