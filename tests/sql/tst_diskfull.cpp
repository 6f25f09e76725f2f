// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "sql/connection.h"
#include "sql/transaction.h"
#include "support/testmain.h"

#include <QProcess>
#include <QTemporaryDir>

using namespace balcao;
using namespace balcao::sql;
using namespace Qt::Literals::StringLiterals;

namespace {

/// A file system of its own, so small that it fills; only root can make one.
class SmallDisk
{
public:
    SmallDisk() { m_mounted = call({u"mount"_s, u"-t"_s, u"tmpfs"_s, u"-o"_s, u"size=2m"_s, u"tmpfs"_s, path()}); }
    ~SmallDisk()
    {
        if (m_mounted)
            call({u"umount"_s, path()});
    }
    Q_DISABLE_COPY_MOVE(SmallDisk)

    QString path() const { return m_dir.path(); }
    bool isMounted() const { return m_mounted; }
    bool grow() { return call({u"mount"_s, u"-o"_s, u"remount,size=8m"_s, path()}); }

private:
    static bool call(QStringList command)
    {
        const QString program = command.takeFirst();
        return QProcess::execute(program, command) == 0;
    }

    QTemporaryDir m_dir;
    bool m_mounted = false;
};

Result<void> addOne(Connection &db, int number)
{
    auto transaction = Transaction::begin(db);
    if (!transaction)
        return transaction.error();
    if (const auto put = db.prepare(u"INSERT INTO t VALUES(?, ?)"_s).bind(number).bind(QByteArray(20000, 'x')).run();
        !put)
        return put;
    return transaction->commit();
}

qint64 count(Connection &db)
{
    return db.prepare(u"SELECT count(*) FROM t"_s).one([](const Statement &row) { return row.int64(0); })->value();
}

} // namespace

class tst_diskfull : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFullDatabaseIsAStorageError()
    {
        auto db = std::move(Connection::open(u":memory:"_s)).value();
        QVERIFY(db->exec(u"CREATE TABLE t(a, b)"_s).ok());
        QVERIFY(db->exec(u"PRAGMA max_page_count=20"_s).ok());
        Result<void> added;
        int kept = 0;
        for (; added && kept < 100; ++kept)
            added = addOne(*db, kept);
        QVERIFY(!added.ok());
        QCOMPARE(added.error().kind, Error::Kind::Storage);
        QVERIFY(added.error().detail.startsWith(u"sqlite 13:"_s));
    }

    void aFullDiskLosesNothingThatWasAcknowledged()
    {
        SmallDisk disk;
        if (!disk.isMounted())
            QSKIP("mounting a tmpfs needs root; the case above covers the code");
        auto db = std::move(Connection::open(disk.path() + u"/a.db"_s)).value();
        QVERIFY(db->exec(u"CREATE TABLE t(a, b)"_s).ok());
        int acknowledged = 0;
        Result<void> added;
        for (; acknowledged < 500; ++acknowledged) {
            added = addOne(*db, acknowledged);
            if (!added)
                break;
        }
        QVERIFY(!added.ok());
        QCOMPARE(added.error().kind, Error::Kind::Storage);
        QVERIFY2(added.error().detail.startsWith(u"sqlite 13:"_s), qPrintable(added.error().detail));
        QCOMPARE(count(*db), acknowledged);
        QVERIFY(db->quickCheck().ok());

        QVERIFY(disk.grow());
        QVERIFY(addOne(*db, acknowledged).ok());
        QCOMPARE(count(*db), acknowledged + 1);
        db.reset();
    }
};

BALCAO_TEST(tst_diskfull)
#include "tst_diskfull.moc"
