// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// "What is this code?", as a line of JSON and through the real binary.

#include "core/brcode.h"
#include "core/brcodereader.h"
#include "relay/console/brcodereport.h"
#include "support/testmain.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

using namespace balcao;
using namespace Qt::Literals::StringLiterals;

namespace {

QJsonObject reportOn(const QString &code)
{
    return QJsonDocument::fromJson(relay::brCodeReport(code.toUtf8())).object();
}

BrCode shop()
{
    BrCode code;
    code.key = u"12ABC34501DE35"_s;
    code.name = u"PADARIA AURORA"_s;
    code.city = u"CAMPINAS"_s;
    code.amount = Money{123'456};
    code.txid = u"PED118"_s;
    return code;
}

} // namespace

class tst_brcodereport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aGoodCode()
    {
        const QJsonObject report = reportOn(*brCodeText(shop()));
        QCOMPARE(report.value("read"_L1).toString(), u"accept"_s);
        QCOMPARE(report.value("valid"_L1), QJsonValue(true));
        QCOMPARE(report.value("kind"_L1).toString(), u"static"_s);
        QCOMPARE(report.value("fields"_L1).toObject(), (QJsonObject{{u"key"_s, u"12ABC34501DE35"_s},
                                                                    {u"keyType"_s, u"CNPJ"_s},
                                                                    {u"name"_s, u"PADARIA AURORA"_s},
                                                                    {u"city"_s, u"CAMPINAS"_s},
                                                                    {u"amount"_s, u"1234.56"_s},
                                                                    {u"txid"_s, u"PED118"_s}}));
        QVERIFY(report.value("problems"_L1).toArray().isEmpty());
    }

    void aProblemSaysWhatAndWhere()
    {
        const QString code = brCodeText(shop())->replace(u"5303986"_s, u"5303840"_s);
        const QJsonObject report = reportOn(code);
        QCOMPARE(report.value("read"_L1).toString(), u"reject"_s);
        QCOMPARE(report.value("valid"_L1), QJsonValue(false));
        const QJsonObject problem = report.value("problems"_L1).toArray().first().toObject();
        QCOMPARE(problem.value("code"_L1).toString(), u"currency"_s);
        QCOMPARE(problem.value("at"_L1).toInteger(), code.indexOf(u"5303"));
        QCOMPARE(problem.value("object"_L1).toString(), u"53"_s);
        QCOMPARE(problem.value("weight"_L1).toString(), u"rejects"_s);
        QVERIFY(!problem.value("text"_L1).toString().isEmpty());
    }

    void whatIsNoCodeHasNoKind()
    {
        const QJsonObject report = reportOn(u"bom dia, qual é o pix?"_s);
        QCOMPARE(report.value("read"_L1).toString(), u"reject"_s);
        QVERIFY(!report.contains("kind"_L1));
        QVERIFY(report.value("fields"_L1).toObject().isEmpty());
    }

    void oneLineWhateverComesIn()
    {
        QVERIFY(!relay::brCodeReport("\x00\xff\r\x1b[31m\"").contains('\n'));
        QVERIFY(!relay::brCodeReport("5901\n").contains('\n'));
    }

    void theProgramAnswersLineByLine()
    {
        const QByteArray good = brCodeText(shop())->toUtf8();
        QProcess program;
        program.start(test::placeOf("relay"_L1), {u"brcode"_s});
        // Blanks at the end are part of what is asked; the last line may lack its break.
        program.write(good + "\r\n\n" + good + " \n" + good);
        program.closeWriteChannel();
        QVERIFY(program.waitForFinished(20'000));
        QCOMPARE(program.exitCode(), 0);
        const QList<QByteArray> lines = program.readAllStandardOutput().split('\n');
        QCOMPARE(lines.size(), 5);
        QCOMPARE(lines.at(0), relay::brCodeReport(good));
        QCOMPARE(lines.at(1), relay::brCodeReport(""));
        QCOMPARE(lines.at(2), relay::brCodeReport(good + ' '));
        QCOMPARE(lines.at(3), lines.at(0));
        QCOMPARE(lines.at(4), QByteArray());
    }
};

BALCAO_TEST(tst_brcodereport)
#include "tst_brcodereport.moc"
