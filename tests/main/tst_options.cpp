// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "options.h"
#include "support/testmain.h"

using namespace balcao;
using namespace Qt::Literals::StringLiterals;

class tst_options : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goodOnesAreRead();
    void badOnesAreNamed_data();
    void badOnesAreNamed();
};

void tst_options::goodOnesAreRead()
{
    QString problem;
    const auto options =
        parseOptions({u"balcao"_s, u"--demo"_s, u"--size"_s, u"1366x768"_s, u"--scheme"_s, u"dark"_s}, problem);
    QVERIFY(options && problem.isEmpty());
    QVERIFY(options->demo && !options->firstRun && !options->quit);
    QCOMPARE(options->size, QSize(1366, 768));
    QCOMPARE(options->scheme, u"dark"_s);
}

void tst_options::badOnesAreNamed_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("unknown") << QStringList{u"--colour"_s};
    QTest::newRow("positional") << QStringList{u"shop"_s};
    QTest::newRow("size") << QStringList{u"--size"_s, u"wide"_s};
    QTest::newRow("size too small") << QStringList{u"--size"_s, u"10x10"_s};
    QTest::newRow("scheme") << QStringList{u"--scheme"_s, u"green"_s};
    QTest::newRow("scene without the sample shop") << QStringList{u"--scene"_s, u"offline"_s};
    QTest::newRow("no such scene") << QStringList{u"--demo"_s, u"--scene"_s, u"moon"_s};
    QTest::newRow("nothing to photograph") << QStringList{u"--screenshot"_s, u"a.png"_s};
}

void tst_options::badOnesAreNamed()
{
    QFETCH(const QStringList, arguments);
    QString problem;
    QVERIFY(!parseOptions(QStringList{u"balcao"_s} + arguments, problem));
    QVERIFY(!problem.isEmpty());
}

BALCAO_TEST(tst_options)
#include "tst_options.moc"
