// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "sql/connection.h"
#include "support/testmain.h"

using namespace balcao;
using namespace balcao::sql;
using namespace Qt::Literals::StringLiterals;

class tst_statement : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        auto opened = Connection::open(u":memory:"_s);
        QVERIFY(opened.ok());
        m_db = std::move(opened).value();
        QVERIFY(m_db->exec(u"CREATE TABLE t(id INTEGER PRIMARY KEY, a, b TEXT NOT NULL DEFAULT '')"_s).ok());
    }

    void valuesComeBackAsTheyWent()
    {
        const auto customer = CustomerId::create();
        const QByteArray binary("\0\xff\x80", 3);
        auto row = m_db->prepare(u"SELECT ?, ?, ?, ?, ?, ?, typeof(?), typeof(?), typeof(?)"_s);
        row.bind(std::numeric_limits<qint64>::min()).bind(7).bind(true);
        row.bind(u"Olá 👋"_s).bind(binary).bind(customer);
        row.bind(7).bind(u"x"_s).bind(binary);
        const auto stepped = row.step();
        QVERIFY2(stepped.ok(), stepped ? "" : qPrintable(stepped.error().detail));
        QCOMPARE(row.int64(0), std::numeric_limits<qint64>::min());
        QCOMPARE(row.int64(1), 7);
        QVERIFY(row.boolean(2));
        QCOMPARE(row.text(3), u"Olá 👋"_s);
        QCOMPARE(row.bytes(4), binary);
        QVERIFY(row.id<CustomerId>(5) == customer);
        QCOMPARE(row.text(6), u"integer"_s);
        QCOMPARE(row.text(7), u"text"_s);
        QCOMPARE(row.text(8), u"blob"_s);
    }

    void anEmptyTextIsNotNull()
    {
        auto row = m_db->prepare(u"SELECT typeof(?), typeof(?), typeof(?), typeof(?)"_s);
        row.bind(QString()).bind(u""_s).bind(QByteArray()).bind(QByteArray(""));
        QVERIFY(row.step().value());
        QCOMPARE(row.text(0), u"text"_s);
        QCOMPARE(row.text(1), u"text"_s);
        QCOMPARE(row.text(2), u"blob"_s);
        QCOMPARE(row.text(3), u"blob"_s);
    }

    void absenceIsNull()
    {
        auto row = m_db->prepare(u"SELECT ?, ?, ?, ?"_s);
        row.bind(nullptr).bind(CustomerId()).bind(std::optional<QString>()).bind(std::optional<qint64>(3));
        QVERIFY(row.step().value());
        QVERIFY(row.isNull(0) && row.isNull(1) && row.isNull(2) && !row.isNull(3));
        QVERIFY(row.id<CustomerId>(1).isNull());
        QVERIFY(row.text(2).isNull());
        QCOMPARE(row.int64(0), 0);
        QCOMPARE(row.int64(3), 3);
    }

    void aStatementRunsInALoop()
    {
        auto insert = m_db->prepare(u"INSERT INTO t(a) VALUES(?)"_s);
        for (int i = 1; i <= 3; ++i) {
            QVERIFY(insert.bind(i * 10).run().ok());
            QCOMPARE(insert.lastInsertId(), i);
            QCOMPARE(insert.changes(), 1);
        }
        const auto all =
            m_db->prepare(u"SELECT a FROM t ORDER BY id DESC"_s).all([](const Statement &row) { return row.int64(0); });
        QCOMPARE(*all, (QList<qint64>{30, 20, 10}));
    }

    void changesCountTheRowsTouched()
    {
        QVERIFY(m_db->exec(u"INSERT INTO t(a) VALUES(1),(1),(2)"_s).ok());
        auto update = m_db->prepare(u"UPDATE t SET b = 'x' WHERE a = ?"_s);
        QVERIFY(update.bind(1).run().ok());
        QCOMPARE(update.changes(), 2);
        QVERIFY(update.bind(9).run().ok());
        QCOMPARE(update.changes(), 0);
    }

    void noRowIsNothing()
    {
        auto none = m_db->prepare(u"SELECT a FROM t"_s).one([](const Statement &row) { return row.int64(0); });
        QVERIFY(none.ok());
        QVERIFY(!none->has_value());
    }

    void placeholdersCountAsInSqlite_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<QString>("joined");
        QTest::newRow("plain") << u"SELECT ? || ? || ?"_s << u"abc"_s;
        QTest::newRow("numbered") << u"SELECT ?1 || ?2 || ?3"_s << u"abc"_s;
        QTest::newRow("twice") << u"SELECT ?1 || ?1 || ?2 || ?3 || ?1"_s << u"aabca"_s;
        QTest::newRow("backwards") << u"SELECT ?3 || ?2 || ?1"_s << u"cba"_s;
        QTest::newRow("mixed") << u"SELECT ?1 || ? || ?1 || ?"_s << u"abac"_s;
        QTest::newRow("in text") << u"SELECT '?9' || ? || 'it''s ?' || ? || ? /* ?7 */ -- ?8"_s << u"?9ait's ?bc"_s;
        QTest::newRow("in a name") << u"SELECT a || b || c FROM (SELECT ? AS a, ? AS b, ? AS c) AS \"x?\""_s
                                   << u"abc"_s;
    }

    void placeholdersCountAsInSqlite()
    {
        QFETCH(QString, sql);
        QFETCH(QString, joined);
        for (int round = 0; round < 2; ++round) {
            auto row = m_db->prepare(sql);
            QVERIFY(!row.bind(u"a"_s).bind(u"b"_s).step().ok());
            QVERIFY(!row.bind(u"a"_s).bind(u"b"_s).bind(u"c"_s).bind(u"d"_s).step().ok());
            const auto stepped = row.bind(u"a"_s).bind(u"b"_s).bind(u"c"_s).step();
            QVERIFY2(stepped.ok(), stepped ? "" : qPrintable(stepped.error().detail));
            QCOMPARE(row.text(0), joined);
        }
    }

    void tooFewValuesAreRefused()
    {
        auto insert = m_db->prepare(u"INSERT INTO t(a, b) VALUES(?, ?)"_s);
        QVERIFY(!insert.bind(1).run().ok());
        QVERIFY(insert.bind(1).bind(u"x"_s).run().ok());
        QVERIFY(!insert.bind(2).run().ok());
        QVERIFY(!insert.run().ok());
    }

    // The cache hands the same query out again; what its last user bound must not leak into the next.
    void aCachedStatementForgetsItsValues()
    {
        const auto sql = u"INSERT INTO t(a, b) VALUES(?, ?)"_s;
        QVERIFY(m_db->prepare(sql).bind(1).bind(u"secret"_s).run().ok());
        QVERIFY(!m_db->prepare(sql).bind(2).run().ok());
        QVERIFY(m_db->prepare(sql).bind(3).bind(u"y"_s).run().ok());
        QCOMPARE(count(), 2);
    }

    void tooManyValuesAreRefused()
    {
        QVERIFY(!m_db->prepare(u"INSERT INTO t(a) VALUES(?)"_s).bind(1).bind(2).run().ok());
        QCOMPARE(count(), 0);
        QVERIFY(m_db->prepare(u"INSERT INTO t(a) VALUES(?)"_s).bind(1).run().ok());
    }

    void theSameTextNestedIsTwoStatements()
    {
        QVERIFY(m_db->exec(u"INSERT INTO t(a) VALUES(1),(2)"_s).ok());
        const auto sql = u"SELECT a FROM t ORDER BY a"_s;
        auto outer = m_db->prepare(sql);
        int pairs = 0;
        while (outer.step().value()) {
            auto inner = m_db->prepare(sql);
            while (inner.step().value())
                ++pairs;
        }
        QCOMPARE(pairs, 4);
    }

    void aHalfReadStatementHoldsNoLock()
    {
        QVERIFY(m_db->exec(u"INSERT INTO t(a) VALUES(1),(2)"_s).ok());
        {
            auto rows = m_db->prepare(u"SELECT a FROM t"_s);
            QVERIFY(rows.step().value());
        }
        QVERIFY(m_db->exec(u"DROP TABLE t"_s).ok());
    }

    void manyStatementsInOneTextAreRefused_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::newRow("two") << u"DELETE FROM t; DELETE FROM t"_s;
        QTest::newRow("two, ended") << u"DELETE FROM t; DELETE FROM t;"_s;
        QTest::newRow("empty") << u""_s;
        QTest::newRow("blank") << u" \n"_s;
        QTest::newRow("not SQL") << u"SELEKT 1"_s;
    }

    void manyStatementsInOneTextAreRefused()
    {
        QFETCH(QString, sql);
        QVERIFY(m_db->exec(u"INSERT INTO t(a) VALUES(1)"_s).ok());
        auto refused = m_db->prepare(sql);
        QCOMPARE(refused.bind(1).run().error().kind, Error::Kind::Internal);
        QVERIFY(!refused.step().ok());
        QVERIFY(!m_db->exec(sql).ok());
        QCOMPARE(count(), 1);
    }

    void aFinalSemicolonIsFine() { QVERIFY(m_db->prepare(u"SELECT 1;"_s).run().ok()); }

    void aBrokenRuleIsAConflict()
    {
        auto insert = m_db->prepare(u"INSERT INTO t(id) VALUES(?)"_s);
        QVERIFY(insert.bind(1).run().ok());
        const auto twice = insert.bind(1).run();
        QCOMPARE(twice.error().kind, Error::Kind::Conflict);
        QVERIFY(twice.error().detail.startsWith(u"sqlite 1555:"_s));
        QVERIFY(insert.bind(2).run().ok());
    }

    // FTS5 repeats the query in its message, and errors are logged.
    void anErrorNeverQuotesTheSearchText()
    {
        QVERIFY(m_db->exec(u"CREATE VIRTUAL TABLE f USING fts5(x)"_s).ok());
        auto search = m_db->prepare(u"SELECT rowid FROM f WHERE f MATCH ?"_s);
        for (const auto &text : {u"\"joana silva"_s, u"joana:silva"_s, u"joana AND AND"_s}) {
            const auto failed = search.bind(text).run();
            QVERIFY(!failed.ok());
            QVERIFY2(!failed.error().detail.contains(u"joana"_s), qPrintable(failed.error().detail));
        }
    }

    void returningRowsAreWritten()
    {
        auto insert = m_db->prepare(u"INSERT INTO t(a) VALUES(?) RETURNING id"_s);
        auto made = insert.bind(5).one([](const Statement &row) { return row.int64(0); });
        QCOMPARE(made->value(), 1);
        QCOMPARE(count(), 1);
    }

private:
    qint64 count()
    {
        return m_db->prepare(u"SELECT count(*) FROM t"_s)
            .one([](const Statement &row) { return row.int64(0); })
            ->value();
    }

    std::unique_ptr<Connection> m_db;
};

BALCAO_TEST(tst_statement)
#include "tst_statement.moc"
