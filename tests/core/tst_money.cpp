// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "core/money.h"
#include "support/testmain.h"

#include <QTest>

using namespace balcao;
using namespace Qt::Literals::StringLiterals;

class tst_money : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void typed_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("centavos"); // -1: nothing
        const auto row = [](const char *name, const QString &text, qint64 centavos) {
            QTest::newRow(name) << text << centavos;
        };
        row("as in Brazil", u"1.234,56"_s, 123'456);
        row("with the sign", u" R$ 37,90 "_s, 3'790);
        row("sign and hard space", u"r$\u00a037,90"_s, 3'790);
        row("whole", u"12"_s, 1'200);
        row("one decimal", u"12,5"_s, 1'250);
        row("one centavo", u"0,01"_s, 1);
        row("thousands alone", u"1.234"_s, 123'400);
        row("millions", u"1.234.567,89"_s, 123'456'789);
        row("no dots", u"1234567,89"_s, 123'456'789);
        row("a dot before two digits", u"12.50"_s, 1'250);
        row("a dot before one digit", u"12.5"_s, 1'250);
        row("zero", u"0,00"_s, 0);
        row("leading zeros", u"007,00"_s, 700);
        row("the most", u"9.999.999.999,99"_s, kMostMoney.centavos);
        row("more than that", u"10.000.000.000,00"_s, -1);
        row("three decimals", u"1,234"_s, -1);
        row("comma for thousands", u"1,234.56"_s, -1);
        row("wrong groups", u"1.23.456"_s, -1);
        row("a short group", u"1.23,45"_s, -1);
        row("a long first group", u"1234.567"_s, -1);
        row("nothing in the first group", u".234,56"_s, -1);
        row("thousands, then a dot before one digit", u"1.234.5"_s, -1);
        row("comma alone", u"12,"_s, -1);
        row("dot alone", u"12."_s, -1);
        row("nothing before", u",50"_s, -1);
        row("negative", u"-1,00"_s, -1);
        row("plus", u"+1"_s, -1);
        row("exponent", u"1e3"_s, -1);
        row("words", u"dez"_s, -1);
        row("blank inside", u"1 234"_s, -1);
        row("other digits", u"١٢"_s, -1);
        row("sign alone", u"R$"_s, -1);
        row("empty", QString(), -1);
    }

    void typed()
    {
        QFETCH(QString, text);
        QFETCH(qint64, centavos);
        const auto amount = moneyTyped(text);
        QCOMPARE(amount ? amount->centavos : -1, centavos);
    }

    void fromBank_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("centavos");
        QTest::newRow("usual") << u"37.00"_s << qint64(3'700);
        QTest::newRow("centavo") << u"0.01"_s << qint64(1);
        QTest::newRow("most") << u"9999999999.99"_s << kMostMoney.centavos;
        QTest::newRow("zero") << u"0.00"_s << qint64(0);
        QTest::newRow("comma") << u"37,00"_s << qint64(-1);
        QTest::newRow("three decimals") << u"37.001"_s << qint64(-1);
        QTest::newRow("one decimal") << u"37.0"_s << qint64(-1);
        QTest::newRow("none") << u"37"_s << qint64(-1);
        QTest::newRow("eleven digits") << u"10000000000.00"_s << qint64(-1);
        QTest::newRow("negative") << u"-1.00"_s << qint64(-1);
        QTest::newRow("nothing before") << u".00"_s << qint64(-1);
        QTest::newRow("blank") << u" 1.00"_s << qint64(-1);
        QTest::newRow("empty") << QString() << qint64(-1);
    }

    void fromBank()
    {
        QFETCH(QString, text);
        QFETCH(qint64, centavos);
        const auto amount = moneyFromBank(text);
        QCOMPARE(amount ? amount->centavos : -1, centavos);
    }

    void written_data()
    {
        QTest::addColumn<qint64>("centavos");
        QTest::addColumn<QString>("shown");
        QTest::addColumn<QString>("bank");
        QTest::newRow("zero") << qint64(0) << u"0,00"_s << u"0.00"_s;
        QTest::newRow("centavos") << qint64(7) << u"0,07"_s << u"0.07"_s;
        QTest::newRow("hundreds") << qint64(99'999) << u"999,99"_s << u"999.99"_s;
        QTest::newRow("thousands") << qint64(100'000) << u"1.000,00"_s << u"1000.00"_s;
        QTest::newRow("most") << kMostMoney.centavos << u"9.999.999.999,99"_s << u"9999999999.99"_s;
    }

    void written()
    {
        QFETCH(qint64, centavos);
        QTEST(moneyShown({centavos}), "shown");
        QCOMPARE(reaisShown({centavos}), u"R$\u00a0"_s + moneyShown({centavos}));
        QTEST(moneyForBank({centavos}), "bank");
    }

    void lessThanNothingKeepsItsSign()
    {
        QCOMPARE(moneyShown({-7}), u"\u22120,07"_s);
        QCOMPARE(moneyShown({-123'456}), u"\u22121.234,56"_s);
        QCOMPARE(reaisShown({-100'000}), u"\u2212R$\u00a01.000,00"_s);
    }

    void whatIsWrittenIsReadAgain()
    {
        for (qint64 centavos = 1; centavos <= kMostMoney.centavos; centavos = centavos * 3 + 1) {
            QCOMPARE(moneyTyped(moneyShown({centavos})), Money{centavos});
            QCOMPARE(moneyFromBank(moneyForBank({centavos})), Money{centavos});
        }
    }
};

BALCAO_TEST(tst_money)
#include "tst_money.moc"
