// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "core/rowsum.h"
#include "support/testmain.h"

using namespace balcao;
using namespace Qt::Literals::StringLiterals;

class tst_rowsum : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSameValuesAreTheSameSum()
    {
        const auto sum = [] { return RowSum().add(7).add(u"pão"_s).add(QByteArrayView("\0\1", 2)).result(); };
        QCOMPARE(sum(), sum());
        QCOMPARE(sum().size(), 8);
    }

    // FNV-1a of the length, eight bytes of it, and "foobar"; worked out by another program.
    void itIsTheOneThatItSaysItIs()
    {
        QCOMPARE(RowSum().add(QByteArrayView("foobar")).result().toHex(), QByteArray("f2199d2d9a2277b2"));
    }

    // What a row says may not move from one column into the next unseen.
    void eachValueCounts_data()
    {
        QTest::addColumn<QByteArray>("other");
        QTest::newRow("a number") << RowSum().add(8).add(u"ab"_s).add(u"c"_s).result();
        QTest::newRow("a letter") << RowSum().add(7).add(u"aB"_s).add(u"c"_s).result();
        QTest::newRow("where one ends") << RowSum().add(7).add(u"a"_s).add(u"bc"_s).result();
        QTest::newRow("the order") << RowSum().add(7).add(u"c"_s).add(u"ab"_s).result();
        QTest::newRow("one less") << RowSum().add(7).add(u"abc"_s).result();
        QTest::newRow("one more") << RowSum().add(7).add(u"ab"_s).add(u"c"_s).add(u""_s).result();
    }
    void eachValueCounts()
    {
        QFETCH(const QByteArray, other);
        QVERIFY(other != RowSum().add(7).add(u"ab"_s).add(u"c"_s).result());
    }
};

BALCAO_TEST(tst_rowsum)
#include "tst_rowsum.moc"
