// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "sql/connection.h"
#include "sql/witness.h"
#include "support/testmain.h"

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

} // namespace

class tst_witness : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itSeesEveryStatementAndEveryRow();
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

BALCAO_TEST(tst_witness)
#include "tst_witness.moc"
