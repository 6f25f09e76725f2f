// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "sql/connection.h"
#include "sql/witness.h"
#include "support/testmain.h"

#include <QScopeGuard>
#include <QSemaphore>
#include <QThread>

#include <atomic>
#include <memory>

using namespace balcao;
using namespace balcao::sql;
using namespace Qt::Literals::StringLiterals;

namespace {

class Counting final : public Witness
{
public:
    Counting() { setWitness(this); }
    ~Counting() override { setWitness(nullptr); }
    void ran(const QString &sql) override { seen.append(sql); }
    void readRow(const QString &) override { ++rows; }

    QStringList seen;
    int rows = 0;
};

/// Long within the telling of its statement.
class Slow final : public Witness
{
public:
    void ran(const QString &) override
    {
        inside = true;
        entered.release();
        for (int turn = 0; turn < 100'000; ++turn)
            QThread::yieldCurrentThread();
        inside = false;
    }
    void readRow(const QString &) override {}

    QSemaphore entered;
    std::atomic_bool inside = false;
};

} // namespace

class tst_witness : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itSeesEveryStatementAndEveryRow();
    void nobodyIsWithinItOnceItIsTakenAway();
};

void tst_witness::itSeesEveryStatementAndEveryRow()
{
    const auto db = Connection::open(u":memory:"_s);
    QVERIFY(db.ok());
    const QString three = u"VALUES (1), (2), (3)"_s;
    {
        Counting counting;
        QVERIFY((*db)->exec(u"CREATE TABLE t(id)"_s).ok());
        for (int round = 0; round < 2; ++round) {
            auto rows = (*db)->prepare(three); // from the cache the second time
            QVERIFY(rows.run().ok());
        }
        QCOMPARE(counting.seen, QStringList({u"CREATE TABLE t(id)"_s, three, three}));
        QCOMPARE(counting.rows, 6);
    }
    QVERIFY((*db)->prepare(three).run().ok()); // nobody looks any more
}

void tst_witness::nobodyIsWithinItOnceItIsTakenAway()
{
    Slow slow;
    const std::unique_ptr<QThread> other(QThread::create([] {
        const auto db = Connection::open(u":memory:"_s);
        (void)(*db)->prepare(u"VALUES (1)"_s).run();
    }));
    setWitness(&slow);
    other->start();
    const auto over = qScopeGuard([&other] { other->wait(); });
    slow.entered.acquire(); // by the first of its statements
    setWitness(nullptr);
    QVERIFY(!slow.inside);
}

BALCAO_TEST(tst_witness)
#include "tst_witness.moc"
