// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "core/phone.h"
#include "support/testmain.h"

#include <QTest>

using namespace balcao;
using namespace Qt::Literals::StringLiterals;

class tst_phone : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void digitsOfWhatPeopleWrite_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("digits");
        QTest::newRow("wa_id") << u"5519987654471"_s << u"5519987654471"_s;
        QTest::newRow("as dialled") << u"+55 (19) 98765-4471"_s << u"5519987654471"_s;
        QTest::newRow("hard space, dots") << u"+49\u00a030.1234.567"_s << u"49301234567"_s;
        QTest::newRow("shortest") << u"12345678"_s << u"12345678"_s;
        QTest::newRow("longest") << u"123456789012345"_s << u"123456789012345"_s;
        QTest::newRow("too short") << u"1234567"_s << QString();
        QTest::newRow("too long") << u"1234567890123456"_s << QString();
        QTest::newRow("letters") << u"5519PADARIA1"_s << QString();
        QTest::newRow("a BSUID") << u"BR.13491208655"_s << QString();
        QTest::newRow("other digits") << u"٥٥١٩٩٨٧٦٥٤٤"_s << QString();
        QTest::newRow("newline") << u"55199876\n54471"_s << QString();
        QTest::newRow("empty") << QString() << QString();
    }

    void digitsOfWhatPeopleWrite()
    {
        QFETCH(QString, text);
        QTEST(phoneDigits(text), "digits");
    }

    void matchKey_data()
    {
        QTest::addColumn<QString>("digits");
        QTest::addColumn<QString>("key");
        QTest::newRow("mobile with the ninth digit") << u"5519987654471"_s << u"551987654471"_s;
        QTest::newRow("mobile without it") << u"551987654471"_s << u"551987654471"_s;
        QTest::newRow("landline") << u"551932654471"_s << u"551932654471"_s;
        QTest::newRow("nine before a landline's digits") << u"5519932654471"_s << u"5519932654471"_s;
        QTest::newRow("thirteen digits, no nine") << u"5519887654471"_s << u"5519887654471"_s;
        QTest::newRow("Argentina") << u"5491123456789"_s << u"5491123456789"_s;
        QTest::newRow("Germany") << u"4915123456789"_s << u"4915123456789"_s;
        QTest::newRow("55 but too short") << u"55199876"_s << u"55199876"_s;
        QTest::newRow("empty") << QString() << QString();
    }

    void matchKey()
    {
        QFETCH(QString, digits);
        QTEST(phoneMatchKey(digits), "key");
    }

    void aMobileAndALandlineNeverMeet()
    {
        QVERIFY(phoneMatchKey(u"5519932654471") != phoneMatchKey(u"551932654471"));
        QVERIFY(phoneMatchKey(u"5519987654471") != phoneMatchKey(u"5511987654471"));
    }

    void sendingKeepsWhatMetaGave()
    {
        QCOMPARE(phoneForSend(u"551987654471"), u"+551987654471"_s);
        QCOMPARE(phoneForSend(u"5519987654471"), u"+5519987654471"_s);
        QCOMPARE(phoneForSend({}), QString());
    }

    void masked_data()
    {
        QTest::addColumn<QString>("digits");
        QTest::addColumn<QString>("shown");
        QTest::newRow("mobile") << u"5519987654471"_s << u"(19) 9••••-4471"_s;
        QTest::newRow("without the ninth digit") << u"551987654471"_s << u"(19) ••••-4471"_s;
        QTest::newRow("abroad") << u"49301234471"_s << u"+49 ••••4471"_s;
        QTest::newRow("short") << u"1234567"_s << u"••••"_s;
        QTest::newRow("empty") << QString() << QString();
    }

    void masked()
    {
        QFETCH(QString, digits);
        QTEST(phoneMasked(digits), "shown");
    }

    void maskedHidesTheMiddle()
    {
        for (const QString &digits : {u"5519987654471"_s, u"551987654471"_s, u"49301234471"_s, u"12345678"_s})
            QVERIFY(!phoneMasked(digits).contains(digits.sliced(digits.size() - 6, 3)));
    }
};

BALCAO_TEST(tst_phone)
#include "tst_phone.moc"
