// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// The symbol's frame and mode; that readers read it is tests/conformance.

#include "core/qrsymbol.h"
#include "support/testmain.h"

#include <QTest>

using namespace balcao;
using namespace Qt::Literals::StringLiterals;

class tst_qrsymbol : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSizeIsThatOfByteMode_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("size");
        // Digits alone would fit a symbol of 33 modules, capitals one of 41: byte mode needs 49.
        QTest::newRow("137 letters") << QByteArray(137, 'a') << 49;
        QTest::newRow("137 digits") << QByteArray(137, '7') << 49;
        QTest::newRow("137 capitals") << QByteArray(137, 'A') << 49;
        QTest::newRow("180") << QByteArray(180, 'a') << 53;
        QTest::newRow("512") << QByteArray(512, 'a') << 89;
        QTest::newRow("the most") << QByteArray(2331, 'a') << 177;
    }

    void theSizeIsThatOfByteMode()
    {
        QFETCH(QByteArray, text);
        const auto symbol = qrSymbol(text);
        QVERIFY(symbol);
        QTEST(symbol->size, "size");
        QCOMPARE(symbol->dark.size(), qsizetype(symbol->size) * symbol->size);
    }

    void threeCornersAreMarked()
    {
        const auto symbol = qrSymbol("000201");
        const int last = symbol->size - 1;
        QVERIFY(symbol->isDark(0, 0) && symbol->isDark(6, 0) && symbol->isDark(3, 3));
        QVERIFY(!symbol->isDark(1, 1) && !symbol->isDark(7, 0) && !symbol->isDark(0, 7));
        QVERIFY(symbol->isDark(last, 0) && symbol->isDark(last - 3, 3) && !symbol->isDark(last - 1, 1));
        QVERIFY(symbol->isDark(0, last) && symbol->isDark(3, last - 3) && !symbol->isDark(1, last - 1));
    }

    void whatNoSymbolCarries()
    {
        QVERIFY(!qrSymbol({}));
        QVERIFY(!qrSymbol(QByteArray(2332, 'a')));
    }
};

BALCAO_TEST(tst_qrsymbol)
#include "tst_qrsymbol.moc"
