// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

// Reading BR Codes that others made: each rule by a code of its own (tests/fixtures/brcode), then what a customer's
// clipboard or a forger may do to a good one.

#include "core/brcodereader.h"
#include "core/emvtlv.h"
#include "support/testmain.h"

#include <QFile>
#include <QTest>

using namespace balcao;
using namespace Qt::Literals::StringLiterals;

namespace {

QString writtenProblems(const BrCodeReading &reading)
{
    QStringList written;
    for (const BrCodeProblem &problem : reading.problems)
        written += codeOf(problem.fault) + u'@' + QString::number(problem.offset);
    return written.isEmpty() ? u"-"_s : written.join(u',');
}

QString goodCode()
{
    BrCode code;
    code.key = u"7b1e0c52-93ad-4f6e-8a11-5d0c9e24b7f3"_s;
    code.name = u"PADARIA AURORA"_s;
    code.city = u"CAMPINAS"_s;
    code.amount = Money{3'790};
    code.txid = u"PED118"_s;
    return *brCodeText(code);
}

QString withChecksum(const QString &text)
{
    const QString body = text + u"6304"_s;
    return body + QString::number(emvChecksum(body.toUtf8()), 16).toUpper().rightJustified(4, u'0');
}

} // namespace

class tst_brcodereader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void vectors_data()
    {
        QTest::addColumn<QStringList>("row");
        QFile file(test::placeOf("fixtures"_L1) + u"/brcode/vectors.tsv"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
        for (const QString &line : lines) {
            if (!line.startsWith(u'#'))
                QTest::newRow(qPrintable(line.section(u'\t', 0, 0))) << line.split(u'\t');
        }
    }

    void vectors()
    {
        QFETCH(QStringList, row);
        QCOMPARE(row.size(), 6);
        const BrCodeReading reading = readBrCode(QString(row.at(5)).replace(u"\\t"_s, u"\t"_s));
        QCOMPARE(reading.kind ? QString(nameOf(*reading.kind)) : u"-"_s, row.at(1));
        QCOMPARE(reading.isAccepted() ? u"accept"_s : u"reject"_s, row.at(2));
        QCOMPARE(reading.isValid() ? u"valid"_s : u"invalid"_s, row.at(3));
        QCOMPARE(writtenProblems(reading), row.at(4));
    }

    void everyFaultHasAVector()
    {
        QFile file(test::placeOf("fixtures"_L1) + u"/brcode/vectors.tsv"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray vectors = file.readAll();
        for (int at = 0; at <= static_cast<int>(BrCodeFault::Withdrawal); ++at) {
            const auto fault = static_cast<BrCodeFault>(at);
            if (fault != BrCodeFault::Endless) // too long for a line: below
                QVERIFY2(vectors.contains(codeOf(fault).latin1() + QByteArray("@")), codeOf(fault).latin1());
        }
    }

    void theFieldsOfACode()
    {
        const BrCodeReading reading = readBrCode(goodCode());
        QVERIFY(reading.isValid());
        QCOMPARE(reading.code.key, u"7b1e0c52-93ad-4f6e-8a11-5d0c9e24b7f3"_s);
        QCOMPARE(reading.code.amount, Money{3'790});
        QCOMPARE(reading.code.name, u"PADARIA AURORA"_s);
        QCOMPARE(reading.code.city, u"CAMPINAS"_s);
        QCOMPARE(reading.code.txid, u"PED118"_s);
        QVERIFY(reading.code.isPlainSale());
    }

    void whereAProblemIs()
    {
        const BrCodeReading reading = readBrCode(goodCode().replace(u"5303986"_s, u"5303840"_s));
        QVERIFY(reading.has(BrCodeFault::Currency));
        const auto &problem = reading.problems.front();
        QCOMPARE(problem.object, u"53"_s);
        QCOMPARE(problem.offset, goodCode().indexOf(u"5303986"));
    }

    void noChangedCharacterGoesUnnoticed()
    {
        const QString good = goodCode();
        for (qsizetype at = 0; at < good.size(); ++at) {
            for (const char16_t other : {u'0', u'7', u'A', u'z', u' ', u'é'}) {
                QString changed = good;
                changed[at] = other;
                if (changed.compare(good, Qt::CaseInsensitive) != 0)
                    QVERIFY2(!readBrCode(changed).isAccepted(), qPrintable(changed));
            }
        }
    }

    void noPieceOfACodeIsACode()
    {
        const QString good = goodCode();
        for (qsizetype length = 0; length < good.size(); ++length) {
            QVERIFY(!readBrCode(good.first(length)).isAccepted());
            QVERIFY(!readBrCode(good.last(length)).isAccepted());
        }
        QVERIFY(!readBrCode(good + good).isAccepted());
        QVERIFY(!readBrCode(good + u'\n').isAccepted());
    }

    void aRecurrenceIsNoPlainSale()
    {
        // Paying it may authorise later payments: nothing may show it as one sale.
        const QString recurrence = u"80420014br.gov.bcb.pix2520pix.exemplo.br/rec/1"_s;
        const QString body = goodCode().chopped(8) + recurrence;
        const BrCodeReading reading = readBrCode(withChecksum(body));
        QVERIFY(reading.isValid());
        QCOMPARE(*reading.kind, BrCodeKind::Composite);
        QVERIFY(!reading.code.isPlainSale());
    }

    void twoRecurrencesAreOneTooMany()
    {
        const QString recurrence = u"0014br.gov.bcb.pix2529pix.banco.exemplo.br/rec/77b0"_s;
        const QString body = goodCode().chopped(8);
        const QString one = body + u"8051"_s + recurrence;
        QVERIFY(readBrCode(withChecksum(one)).isAccepted());
        const BrCodeReading reading = readBrCode(withChecksum(one + u"8151"_s + recurrence));
        QVERIFY(reading.has(BrCodeFault::TwoPix));
        QVERIFY(!reading.isValid());
    }

    void aRecurrenceWithoutAnAddressIsNone()
    {
        const BrCodeReading reading = readBrCode(withChecksum(goodCode().chopped(8) + u"80220014br.gov.bcb.pix9900"_s));
        QVERIFY(!reading.isValid()); // an object of no length
        const BrCodeReading other = readBrCode(withChecksum(goodCode().chopped(8) + u"80230014br.gov.bcb.pix99011"_s));
        QVERIFY(other.isValid());
        QCOMPARE(other.kind, BrCodeKind::Static);
        QVERIFY(other.code.recurrenceUrl.isEmpty());
    }

    void cashIsNoPlainSale()
    {
        BrCode code;
        code.key = u"a@b.co"_s;
        code.withdrawal = u"12345678"_s;
        QVERIFY(!code.isPlainSale());
    }

    void endlessTextIsNotWalked()
    {
        const BrCodeReading reading = readBrCode(QString(1'000'000, u'0'));
        QCOMPARE(writtenProblems(reading), u"endless@0"_s);
        QVERIFY(!reading.isAccepted());
    }

    void halvesOfCharacters()
    {
        QString broken = goodCode();
        broken[20] = QChar(0xD83E); // a lone surrogate
        QVERIFY(!readBrCode(broken).isAccepted());
        QVERIFY(!readBrCode(QString(5, QChar(0xDC00))).isAccepted());
        QVERIFY(!readBrCode(QString(5, QChar(u'\0'))).isAccepted());
    }
};

BALCAO_TEST(tst_brcodereader)
#include "tst_brcodereader.moc"
