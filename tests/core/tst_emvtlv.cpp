// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "core/emvtlv.h"
#include "support/testmain.h"

#include <QTest>

using namespace balcao;
using namespace Qt::Literals::StringLiterals;

class tst_emvtlv : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void objectsInOrder()
    {
        const EmvObjects read = readEmv(U"0002015905PÃO 🥐6304ABCD", 100);
        QVERIFY(!read.fault);
        QCOMPARE(read.objects.size(), 3);
        QCOMPARE(read.objects.at(1).id, 59);
        QCOMPARE(read.objects.at(1).offset, 106);
        QCOMPARE(read.objects.at(1).valueOffset(), 110);
        QCOMPARE(read.objects.at(1).text(), u"PÃO 🥐"_s);
        QCOMPARE(read.find(63)->text(), u"ABCD"_s);
        QVERIFY(read.find(26) == nullptr);
    }

    void whatCannotBeWalked_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("fault");
        QTest::addColumn<qsizetype>("offset");
        const auto row = [](const char *name, const QString &text, EmvFault fault, qsizetype offset) {
            QTest::newRow(name) << text << static_cast<int>(fault) << offset;
        };
        row("letters", u"0002010A02xx"_s, EmvFault::Header, 6);
        row("a sign", u"01+5ABCDE"_s, EmvFault::Header, 0);
        row("a blank", u"01 5ABCDE"_s, EmvFault::Header, 0);
        row("other digits", u"٠١02xx"_s, EmvFault::Header, 0);
        row("three characters left", u"000201630"_s, EmvFault::Header, 6);
        row("zero length", u"0002015900"_s, EmvFault::ZeroLength, 6);
        row("one short", u"0003ab"_s, EmvFault::Truncated, 0);
        row("header alone", u"0001"_s, EmvFault::Truncated, 0);
    }

    void whatCannotBeWalked()
    {
        QFETCH(QString, text);
        const std::u32string characters = text.toStdU32String();
        const EmvObjects read = readEmv(characters);
        QVERIFY(read.fault);
        QTEST(static_cast<int>(*read.fault), "fault");
        QTEST(read.faultOffset, "offset");
    }

    void theSecondOfAnId()
    {
        const EmvObjects read = readEmv(U"0101a0201b0101c0201d");
        QCOMPARE(read.repeated(), &read.objects.at(2));
        QCOMPARE(read.find(1), &read.objects.at(0));
        QVERIFY(readEmv(U"0101a0201b").repeated() == nullptr);
    }

    void nothingIsNoFault()
    {
        const EmvObjects read = readEmv({});
        QVERIFY(!read.fault);
        QVERIFY(read.objects.isEmpty());
    }

    void checksum_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<quint16>("sum");
        QTest::newRow("the published check") << "123456789"_ba << quint16(0x29B1);
        QTest::newRow("nothing") << QByteArray() << quint16(0xFFFF);
        QTest::newRow("a zero byte") << QByteArray(1, '\0') << quint16(0xE1F0);
        QTest::newRow("bytes above 127") << u"ÃÇ"_s.toUtf8() << quint16(0x6CDA);
    }

    void checksum()
    {
        QFETCH(QByteArray, bytes);
        QTEST(emvChecksum(bytes), "sum");
    }

    void written()
    {
        QString text;
        appendEmv(text, 0, u"01");
        appendEmv(text, 59, QString(25, u'x'));
        QCOMPARE(text, u"0002015925"_s + QString(25, u'x'));
    }
};

BALCAO_TEST(tst_emvtlv)
#include "tst_emvtlv.moc"
