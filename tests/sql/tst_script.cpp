// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "sql/connection.h"
#include "sql/script.h"
#include "support/testmain.h"

using namespace balcao;
using namespace balcao::sql;
using namespace Qt::Literals::StringLiterals;

class tst_script : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void statementsAreCutAtTheirEnds_data()
    {
        QTest::addColumn<QString>("script");
        QTest::addColumn<QStringList>("statements");
        const auto row = [](const char *name, const QString &script, const QStringList &statements) {
            QTest::newRow(name) << script << statements;
        };
        row("nothing", u""_s, {});
        row("blanks and comments", u" \n-- a;b\n/* c;d */ ;; \n"_s, {});
        row("two", u"A;\nB;"_s, {u"A"_s, u"B"_s});
        row("last one open", u"A; B"_s, {u"A"_s, u"B"_s});
        row("text", u"A 'x;y''z;' \"n;\" `m;` [o;];B"_s, {u"A 'x;y''z;' \"n;\" `m;` [o;]"_s, u"B"_s});
        row("comment inside", u"A -- it's; so\n B; C"_s, {u"A -- it's; so\n B"_s, u"C"_s});
        row("block comment inside", u"A /* ' ; */ B;"_s, {u"A /* ' ; */ B"_s});
        row("dashes in text", u"A '--'; B"_s, {u"A '--'"_s, u"B"_s});
        row("open text", u"A 'x; B"_s, {u"A 'x; B"_s});
        row("trigger", u"create trigger r after insert on t begin delete from u; select 1; end; B;"_s,
            {u"create trigger r after insert on t begin delete from u; select 1; end"_s, u"B"_s});
        row("temporary trigger", u"CREATE TEMP TRIGGER r BEGIN A; END; B"_s,
            {u"CREATE TEMP TRIGGER r BEGIN A; END"_s, u"B"_s});
        row("case in trigger", u"CREATE TRIGGER r BEGIN SELECT CASE WHEN 1 THEN 2 END; A; -- x\nEND; B"_s,
            {u"CREATE TRIGGER r BEGIN SELECT CASE WHEN 1 THEN 2 END; A; -- x\nEND"_s, u"B"_s});
        row("transaction is no trigger", u"BEGIN; A; END; B"_s, {u"BEGIN"_s, u"A"_s, u"END"_s, u"B"_s});
    }

    void statementsAreCutAtTheirEnds()
    {
        QFETCH(QString, script);
        QFETCH(QStringList, statements);
        QCOMPARE(splitScript(script), statements);
    }

    void aScriptRuns()
    {
        auto db = std::move(Connection::open(u":memory:"_s)).value();
        const auto done = execScript(*db, uR"(
            -- notes; and their log
            CREATE TABLE note(id INTEGER PRIMARY KEY, text TEXT NOT NULL DEFAULT 'a;b');
            CREATE TABLE log(what);
            CREATE TRIGGER note_added AFTER INSERT ON note BEGIN
                INSERT INTO log VALUES(CASE WHEN new.id > 1 THEN 'more;' ELSE 'first' END);
                INSERT INTO log VALUES('end;');
            END;
            INSERT INTO note(id) VALUES(1); -- fires
        )"_s);
        QVERIFY2(done.ok(), done ? "" : qPrintable(done.error().detail));
        auto logged = db->prepare(u"SELECT what FROM log"_s).all([](const Statement &row) { return row.text(0); });
        QCOMPARE(*logged, (QStringList{u"first"_s, u"end;"_s}));
    }

    void theFailingStatementIsNamed()
    {
        auto db = std::move(Connection::open(u":memory:"_s)).value();
        const auto done = execScript(*db, u"CREATE TABLE a(x); CREATE TABEL b(x); CREATE TABLE c(x);"_s);
        QVERIFY(!done.ok());
        QVERIFY(done.error().detail.startsWith(u"statement 2: sqlite 1:"_s));
    }
};

BALCAO_TEST(tst_script)
#include "tst_script.moc"
