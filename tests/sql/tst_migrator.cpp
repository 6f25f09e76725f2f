// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "sql/connection.h"
#include "sql/migrator.h"
#include "support/testmain.h"

#include <QFile>
#include <QTemporaryDir>

using namespace balcao;
using namespace balcao::sql;
using namespace Qt::Literals::StringLiterals;

class tst_migrator : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_steps.clear();
        addStep(u"CREATE TABLE customer(id INTEGER PRIMARY KEY, name TEXT NOT NULL);"_s);
        addStep(u"ALTER TABLE customer ADD COLUMN folded TEXT NOT NULL DEFAULT '';\n"
                "UPDATE customer SET folded = lower(name);\nCREATE INDEX by_name ON customer(folded);"_s);
    }

    void freshEqualsMigrated()
    {
        auto fresh = open(u"fresh.db"_s);
        QVERIFY(Migrator(m_steps).run(*fresh).ok());
        auto old = open(u"old.db"_s);
        QVERIFY(Migrator(m_steps.mid(0, 1)).run(*old).ok());
        QVERIFY(Migrator(m_steps).run(*old).ok());
        QCOMPARE(schema(*old), schema(*fresh));
        QCOMPARE(old->userVersion().value(), 2);
        QCOMPARE(fresh->userVersion().value(), 2);
        QCOMPARE(schema(*fresh).size(), 2);
    }

    void rowsAreCarriedOver()
    {
        auto db = open(u"a.db"_s);
        QVERIFY(Migrator(m_steps.mid(0, 1)).run(*db).ok());
        QVERIFY(db->exec(u"INSERT INTO customer(name) VALUES('ANA')"_s).ok());
        QVERIFY(Migrator(m_steps).run(*db).ok());
        QCOMPARE(names(*db, u"SELECT folded FROM customer"_s), QStringList{u"ana"_s});
    }

    void theOldFileIsKeptAside()
    {
        auto db = open(u"a.db"_s);
        QVERIFY(Migrator(m_steps.mid(0, 1)).run(*db).ok());
        QVERIFY2(!QFile::exists(m_dir->filePath(u"a.db.v0.bak"_s)), "a fresh file needs no copy");
        QVERIFY(db->exec(u"INSERT INTO customer(name) VALUES('Ana')"_s).ok());
        QVERIFY(Migrator(m_steps).run(*db).ok());

        auto copy = open(u"a.db.v1.bak"_s);
        QVERIFY(!copy->wasEmpty());
        QCOMPARE(copy->userVersion().value(), 1);
        QCOMPARE(names(*copy, u"SELECT name FROM customer"_s), QStringList{u"Ana"_s});
    }

    void aNewerDatabaseIsLeftAlone()
    {
        auto db = open(u"a.db"_s);
        QVERIFY(Migrator(m_steps).run(*db).ok());
        QVERIFY(db->setUserVersion(7).ok());
        const auto refused = Migrator(m_steps).run(*db);
        QCOMPARE(refused.error().kind, Error::Kind::Conflict);
        QCOMPARE(refused.error().detail, u"the database has schema 7, this program knows 2"_s);
        QCOMPARE(db->userVersion().value(), 7);
        QVERIFY(!QFile::exists(m_dir->filePath(u"a.db.v7.bak"_s)));
    }

    void aFailingStepLeavesTheVersionBefore()
    {
        auto db = open(u"a.db"_s);
        QVERIFY(Migrator(m_steps).run(*db).ok());
        const auto before = schema(*db);
        addStep(u"CREATE TABLE half(x); CREATE TABEL other(x);"_s);
        const auto failed = Migrator(m_steps).run(*db);
        QVERIFY(failed.error().detail.startsWith(u"schema 3: statement 2:"_s));
        QCOMPARE(db->userVersion().value(), 2);
        QCOMPARE(schema(*db), before);
    }

    void aSecondTryAfterAFailureSucceeds()
    {
        auto db = open(u"a.db"_s);
        QVERIFY(Migrator(m_steps.mid(0, 1)).run(*db).ok());
        auto broken = m_steps;
        broken[1].resource = m_dir->filePath(u"missing.sql"_s);
        QVERIFY(!Migrator(broken).run(*db).ok());
        QVERIFY(Migrator(m_steps).run(*db).ok());
        QCOMPARE(db->userVersion().value(), 2);
    }

    void runningAgainChangesNothing()
    {
        auto db = open(u"a.db"_s);
        QVERIFY(Migrator(m_steps).run(*db).ok());
        QVERIFY(Migrator(m_steps).run(*db).ok());
        QCOMPARE(db->userVersion().value(), 2);
        QVERIFY(!QFile::exists(m_dir->filePath(u"a.db.v2.bak"_s)));
    }

private:
    void addStep(const QString &sql)
    {
        const int version = static_cast<int>(m_steps.size()) + 1;
        QFile file(m_dir->filePath(u"%1.sql"_s.arg(version, 4, 10, QChar(u'0'))));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(sql.toUtf8());
        m_steps << MigrationStep{version, file.fileName()};
    }

    std::unique_ptr<Connection> open(const QString &name)
    {
        return std::move(Connection::open(m_dir->filePath(name))).value();
    }

    static QStringList names(Connection &db, const QString &sql)
    {
        return db.prepare(sql).all([](const Statement &row) { return row.text(0); }).value();
    }

    static QStringList schema(Connection &db)
    {
        return names(db, u"SELECT type || ' ' || name || ' ' || sql FROM sqlite_schema ORDER BY 1"_s);
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    QList<MigrationStep> m_steps;
};

BALCAO_TEST(tst_migrator)
#include "tst_migrator.moc"
