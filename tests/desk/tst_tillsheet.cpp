// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "desk/tillsheet.h"
#include "support/testmain.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace balcao;
using namespace Qt::Literals::StringLiterals;
using desk::TillSheet;

class tst_tillsheet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingWrittenByPeopleIsAFormula_data();
    void nothingWrittenByPeopleIsAFormula();
    void amountsAreNumbersOfBrazil_data();
    void amountsAreNumbersOfBrazil();
    void aSheetIsWhole();
    void aFileIsWrittenWholeOrNotAtAll();
};

void tst_tillsheet::nothingWrittenByPeopleIsAFormula_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("cell");
    QTest::newRow("words") << u"Bolo de cenoura"_s << u"Bolo de cenoura"_s;
    QTest::newRow("nothing") << QString() << QString();
    QTest::newRow("equals") << u"=1+1"_s << u"'=1+1"_s;
    QTest::newRow("plus") << u"+55 11 9"_s << u"'+55 11 9"_s;
    QTest::newRow("minus") << u"-2"_s << u"'-2"_s;
    QTest::newRow("at") << u"@SUM(A1)"_s << u"'@SUM(A1)"_s;
    QTest::newRow("tab") << u"\t=1"_s << u"\"'\t=1\""_s;
    QTest::newRow("return") << u"\r=1"_s << u"\"'\n=1\""_s;
    QTest::newRow("behind spaces") << u"  =1"_s << u"'  =1"_s;
    QTest::newRow("wide equals") << u"\uff1d1"_s << u"'\uff1d1"_s;
    QTest::newRow("inside") << u"2=1+1"_s << u"2=1+1"_s;
    QTest::newRow("link") << u"=HYPERLINK(\"http://x\";\"y\")"_s << u"\"'=HYPERLINK(\"\"http://x\"\";\"\"y\"\")\""_s;
    QTest::newRow("semicolon") << u"a;b"_s << u"\"a;b\""_s;
    QTest::newRow("a quote that breaks out") << u"x\";=1;\""_s << u"\"x\"\";=1;\"\"\""_s;
    QTest::newRow("lines") << u"a\r\n=b"_s << u"\"a\n=b\""_s;
}

void tst_tillsheet::nothingWrittenByPeopleIsAFormula()
{
    QFETCH(const QString, text);
    QFETCH(const QString, cell);
    QCOMPARE(TillSheet::cell(text), cell);
}

void tst_tillsheet::amountsAreNumbersOfBrazil_data()
{
    QTest::addColumn<qint64>("centavos");
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << 0LL << u"0,00"_s;
    QTest::newRow("centavos") << 5LL << u"0,05"_s;
    QTest::newRow("thousands") << 123456789LL << u"1234567,89"_s;
    QTest::newRow("missing") << -150LL << u"-1,50"_s;
}

void tst_tillsheet::amountsAreNumbersOfBrazil()
{
    QFETCH(const qint64, centavos);
    QFETCH(const QString, text);
    QCOMPARE(TillSheet::number(Money{centavos}), text);
}

void tst_tillsheet::aSheetIsWhole()
{
    store::TillRow row;
    row.charge.facts.amount = {12345};
    row.charge.facts.paid = {12345};
    row.charge.facts.hasCode = true;
    row.charge.at = 1'795'575'600'000; // 25/11/2026 00:00
    row.charge.paidAt = row.charge.at + 60'000;
    row.charge.description = u"=cmd|' /C calc'!A0"_s;
    row.charge.author = u"Ana"_s;
    row.charge.payer = u"JOÃO"_s;
    row.charge.txid = u"abc"_s;
    row.customer = u"-Rosa"_s;
    store::TillDay day;
    day.rows = {row};
    store::TillStrayRow stray;
    stray.endToEndId = u"E0001abc"_s;
    stray.at = row.charge.at;
    stray.counted.now.paid = {2500};
    day.strays = {stray};
    const desk::Wording wording{QTimeZone("America/Sao_Paulo")};
    const QByteArray bytes = TillSheet::bytes(day, wording, row.charge.at);
    QVERIFY(bytes.startsWith("\xef\xbb\xbf"));
    QVERIFY(bytes.endsWith("\r\n"));
    QCOMPARE(bytes.count('\n'), bytes.count("\r\n"));
    const QStringList lines = QString::fromUtf8(bytes.mid(3)).split(u"\r\n"_s);
    QCOMPARE(lines.size(), 4);
    QCOMPARE(lines[2], u"25/11/2026;00:00;;Without a charge;;0,00;25,00;0,00;0,00;0,00;;25/11/2026 00:00;;E0001abc;"_s);
    QCOMPARE(lines[0].count(u';'), lines[1].count(u';'));
    QCOMPARE(lines[1], u"25/11/2026;00:00;'-Rosa;'=cmd|' /C calc'!A0;Ana;123,45;123,45;0,00;0,00;0,00;PAID;"
                       "25/11/2026 00:01;JOÃO;abc;"_s);
}

void tst_tillsheet::aFileIsWrittenWholeOrNotAtAll()
{
    QTemporaryDir folder;
    const QString file = folder.filePath(u"dia.csv"_s);
    QVERIFY(TillSheet::write(file, "um"));
    QVERIFY(TillSheet::write(file, "dois"));
    QFile written(file);
    QVERIFY(written.open(QIODevice::ReadOnly));
    QCOMPARE(written.readAll(), "dois");
    QVERIFY(!TillSheet::write(folder.filePath(u"nowhere/dia.csv"_s), "x"));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{u"dia.csv"_s}); // nothing half-written beside it
}

BALCAO_TEST(tst_tillsheet)
#include "tst_tillsheet.moc"
