// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "sql/connection.h"
#include "sql/sqlerror.h"
#include "sql/transaction.h"
#include "support/testmain.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>

using namespace balcao;
using namespace balcao::sql;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto kOwnerOnly = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser;

QString pragma(Connection &connection, const QString &name)
{
    auto value = connection.prepare(u"PRAGMA "_s + name).one([](const Statement &row) { return row.text(0); });
    return value ? value->value_or(u"none"_s) : value.error().detail;
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

Error::Kind kindOfOpening(const QString &path, const OpenOptions &options = {})
{
    const auto opened = Connection::open(path, {}, options);
    return opened ? Error::Kind::NotFound : opened.error().kind;
}

} // namespace

class tst_connection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void codesHaveKinds_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<int>("kind");
        const auto row = [](int code, Error::Kind kind) { QTest::addRow("%d", code) << code << int(kind); };
        row(13, Error::Kind::Storage);
        row(10, Error::Kind::Storage);
        row(4874, Error::Kind::Storage); // IOERR_SHMSIZE
        row(14, Error::Kind::Storage);
        row(8, Error::Kind::Storage);
        row(11, Error::Kind::Corrupt);
        row(26, Error::Kind::Corrupt);
        row(5, Error::Kind::Timeout);
        row(6, Error::Kind::Timeout);
        row(19, Error::Kind::Conflict);
        row(2067, Error::Kind::Conflict); // CONSTRAINT_UNIQUE
        row(1, Error::Kind::Internal);
        row(21, Error::Kind::Internal);
    }

    void codesHaveKinds()
    {
        QFETCH(int, code);
        QFETCH(int, kind);
        QCOMPARE(int(kindOfCode(code)), kind);
    }

    void opensWithThePragmasOfTheHouse()
    {
        auto opened = Connection::open(path(), {}, {.cacheKib = 32000});
        QVERIFY(opened.ok());
        Connection &db = **opened;
        QCOMPARE(pragma(db, u"journal_mode"_s), u"wal"_s);
        QCOMPARE(pragma(db, u"synchronous"_s), u"2"_s);
        QCOMPARE(pragma(db, u"foreign_keys"_s), u"1"_s);
        QCOMPARE(pragma(db, u"busy_timeout"_s), u"5000"_s);
        QCOMPARE(pragma(db, u"temp_store"_s), u"2"_s);
        QCOMPARE(pragma(db, u"secure_delete"_s), u"1"_s);
        QCOMPARE(pragma(db, u"journal_size_limit"_s), u"16777216"_s);
        QCOMPARE(pragma(db, u"wal_autocheckpoint"_s), u"1000"_s);
        QCOMPARE(pragma(db, u"cache_size"_s), u"-32000"_s);
    }

    void synchronousNormalOnlyWhenAsked()
    {
        auto opened = Connection::open(path(), {}, {.synchronous = Synchronous::Normal});
        QVERIFY(opened.ok());
        QCOMPARE(pragma(**opened, u"synchronous"_s), u"1"_s);
    }

    void filesBelongToTheirOwnerAlone()
    {
#ifdef Q_OS_WIN
        QSKIP("modes are POSIX");
#endif
        const QString nested = m_dir->filePath(u"shop/store/local.db"_s);
        auto opened = Connection::open(nested);
        QVERIFY(opened.ok());
        QVERIFY((*opened)->exec(u"CREATE TABLE t(a)"_s).ok());
        for (const auto &name : {nested, QString(nested + u"-wal"_s), QString(nested + u"-shm"_s)})
            QCOMPARE(QFile::permissions(name), kOwnerOnly);
        for (const auto &folder : {u"shop"_s, u"shop/store"_s})
            QCOMPARE(QFile::permissions(m_dir->filePath(folder)), kOwnerOnly | QFile::ExeOwner | QFile::ExeUser);
    }

    void anOpenFileIsNarrowed()
    {
#ifdef Q_OS_WIN
        QSKIP("modes are POSIX");
#endif
        write(path(), {});
        QVERIFY(QFile::setPermissions(path(), kOwnerOnly | QFile::ReadGroup | QFile::ReadOther));
        QVERIFY(Connection::open(path()).ok());
        QCOMPARE(QFile::permissions(path()), kOwnerOnly);
    }

    void notADatabaseIsCorrupt()
    {
        write(path(), QByteArray(5000, 'x'));
        const auto opened = Connection::open(path());
        QVERIFY(!opened.ok());
        QCOMPARE(opened.error().kind, Error::Kind::Corrupt);
        QVERIFY(opened.error().detail.startsWith(u"sqlite 26:"_s));
    }

    void damagedPagesAreCorrupt()
    {
        {
            auto opened = Connection::open(path());
            QVERIFY((*opened)->exec(u"CREATE TABLE t(a, b)"_s).ok());
            auto insert = (*opened)->prepare(u"INSERT INTO t VALUES(?, ?)"_s);
            for (int i = 0; i < 500; ++i)
                QVERIFY(insert.bind(i).bind(QString(100, u'x')).run().ok());
        }
        QFile file(path());
        QVERIFY(file.open(QIODevice::ReadWrite) && file.size() > 3 * 4096);
        QVERIFY(file.seek(4096));
        file.write(QByteArray(8192, '\xff'));
        file.close();

        auto opened = Connection::open(path());
        QVERIFY(opened.ok());
        QCOMPARE((*opened)->quickCheck().error().kind, Error::Kind::Corrupt);
        auto rows = (*opened)->prepare(u"SELECT a FROM t"_s).all([](const Statement &row) { return row.int64(0); });
        QVERIFY(!rows.ok());
        QCOMPARE(rows.error().kind, Error::Kind::Corrupt);
        QVERIFY(rows.error().detail.startsWith(u"sqlite 11:"_s));
    }

    void aSoundFilePassesTheQuickCheck()
    {
        auto opened = Connection::open(path());
        QVERIFY((*opened)->exec(u"CREATE TABLE t(a)"_s).ok());
        QVERIFY((*opened)->quickCheck().ok());
    }

    void aFolderCannotBeOpened()
    {
        QCOMPARE(kindOfOpening(m_dir->path()), Error::Kind::Storage);
        QCOMPARE(kindOfOpening(u"/proc/none/x.db"_s), Error::Kind::Storage);
    }

    void readingNeedsAFile()
    {
        const auto opened = Connection::open(path(), {}, {.readOnly = true});
        QVERIFY(!opened.ok());
        QCOMPARE(opened.error().kind, Error::Kind::Storage);
        QVERIFY(!QFile::exists(path()));
    }

    void aReaderSeesCommitsAndCannotWrite()
    {
        auto writer = Connection::open(path());
        QVERIFY((*writer)->exec(u"CREATE TABLE t(a)"_s).ok());
        auto reader = Connection::open(path(), {}, {.readOnly = true});
        QVERIFY(reader.ok());
        QVERIFY((*writer)->exec(u"INSERT INTO t VALUES(7)"_s).ok());
        auto seen = (*reader)->prepare(u"SELECT a FROM t"_s).one([](const Statement &row) { return row.int64(0); });
        QCOMPARE(seen->value(), 7);
        QCOMPARE((*reader)->exec(u"INSERT INTO t VALUES(8)"_s).error().kind, Error::Kind::Storage);
    }

    void aFreshFileGetsTheMark()
    {
        const OpenOptions ours{.applicationId = 0x42414c43};
        {
            auto opened = Connection::open(path(), {}, ours);
            QVERIFY(opened.ok() && (*opened)->wasEmpty());
        }
        auto again = Connection::open(path(), {}, ours);
        QVERIFY(again.ok());
        QVERIFY(!(*again)->wasEmpty());
        QCOMPARE(pragma(**again, u"application_id"_s), QString::number(0x42414c43));
    }

    // What a crash or a "cleaner" leaves: SQLite takes it for a new database, so we say that it was empty.
    void anEmptiedFileSaysThatItIsEmpty()
    {
        write(path(), {});
        auto opened = Connection::open(path(), {}, {.applicationId = 0xF0000001});
        QVERIFY(opened.ok());
        QVERIFY((*opened)->wasEmpty());
        QCOMPARE(pragma(**opened, u"application_id"_s), QString::number(qint32(0xF0000001)));
    }

    void anothersFileIsRefusedUntouched()
    {
        {
            auto opened = Connection::open(path(), {}, {.applicationId = 1});
            QVERIFY((*opened)->exec(u"CREATE TABLE t(a)"_s).ok());
        }
        QCOMPARE(kindOfOpening(path(), {.applicationId = 2}), Error::Kind::Corrupt);
        auto opened = Connection::open(path(), {}, {.applicationId = 1});
        QVERIFY(opened.ok());
    }

    void aFileWithContentAndNoMarkIsRefused()
    {
        {
            auto opened = Connection::open(path());
            QVERIFY((*opened)->exec(u"CREATE TABLE t(a)"_s).ok());
        }
        QCOMPARE(kindOfOpening(path(), {.applicationId = 2}), Error::Kind::Corrupt);
    }

    void aKeyIsThirtyTwoBytes_data()
    {
        QTest::addColumn<int>("size");
        for (const int size : {0, 1, 16, 31, 33, 64})
            QTest::addRow("%d", size) << size;
    }

    void aKeyIsThirtyTwoBytes()
    {
        QFETCH(int, size);
        const auto opened = Connection::open(path(), Key{QByteArray(size, 'k')});
        QVERIFY(!opened.ok());
        QCOMPARE(opened.error().kind, Error::Kind::Rejected);
        QVERIFY(!QFile::exists(path()));
    }

    void withoutACipherNothingClaimsToBeEncrypted()
    {
        auto opened = Connection::open(path(), Key{QByteArray(32, 'k')});
        QVERIFY(opened.ok());
        QVERIFY((*opened)->exec(u"CREATE TABLE t(a)"_s).ok());
        QVERIFY(!(*opened)->keyed());
    }

    void aLockedDatabaseIsATimeout()
    {
        auto first = Connection::open(path());
        auto second = Connection::open(path());
        QVERIFY(first.ok() && second.ok());
        QVERIFY((*second)->exec(u"PRAGMA busy_timeout=50"_s).ok());
        QVERIFY((*first)->exec(u"BEGIN IMMEDIATE"_s).ok());
        const auto begun = (*second)->exec(u"BEGIN IMMEDIATE"_s);
        QVERIFY(!begun.ok());
        QCOMPARE(begun.error().kind, Error::Kind::Timeout);
        QVERIFY(begun.error().detail.startsWith(u"sqlite 5:"_s));
    }

    void aCopyIsWholeAndPrivate()
    {
        auto opened = Connection::open(path(), {}, {.applicationId = 5});
        QVERIFY((*opened)->exec(u"CREATE TABLE t(a)"_s).ok());
        QVERIFY((*opened)->exec(u"INSERT INTO t VALUES(7)"_s).ok());
        const QString copy = m_dir->filePath(u"copy.db"_s);
        write(copy, "an older copy");
        QVERIFY((*opened)->copyInto(copy).ok());
#ifndef Q_OS_WIN
        QCOMPARE(QFile::permissions(copy), kOwnerOnly);
#endif
        auto second = Connection::open(copy, {}, {.applicationId = 5});
        QVERIFY(second.ok());
        auto seen = (*second)->prepare(u"SELECT a FROM t"_s).one([](const Statement &row) { return row.int64(0); });
        QCOMPARE(seen->value(), 7);
    }

    void memoryNeedsNoFile()
    {
        auto opened = Connection::open(u":memory:"_s);
        QVERIFY(opened.ok());
        QVERIFY((*opened)->exec(u"CREATE TABLE t(a)"_s).ok());
        QVERIFY(!QFile::exists(u":memory:"_s));
    }

    void nothingStaysBehind()
    {
        const auto before = QSqlDatabase::connectionNames();
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        {
            auto opened = Connection::open(path());
            (void)(*opened)->prepare(u"SELECT 1"_s).run();
        }
        (void)Connection::open(m_dir->path());
        QCOMPARE(QSqlDatabase::connectionNames(), before);
    }

private:
    QString path() const
    {
        return m_dir->filePath(u"a.db"_s);
    }

    std::unique_ptr<QTemporaryDir> m_dir;
};

BALCAO_TEST(tst_connection)
#include "tst_connection.moc"
