// SPDX-FileCopyrightText: 2026 The Balcão authors
// SPDX-License-Identifier: MIT

#include "core/id.h"
#include "support/testmain.h"

#include <QSet>
#include <QTest>

#include <type_traits>

using namespace balcao;
using namespace Qt::Literals::StringLiterals;

static_assert(!std::is_convertible_v<CustomerId, ConversationId>);
static_assert(!std::is_constructible_v<CustomerId, ConversationId>);
static_assert(!std::is_convertible_v<QUuid, CustomerId>);

class tst_id : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textAndBytesComeBack()
    {
        for (int i = 0; i < 200; ++i) {
            const CustomerId id = CustomerId::create();
            QVERIFY(!id.isNull());
            QCOMPARE(id.text().size(), 36);
            QCOMPARE(id.bytes().size(), 16);
            QVERIFY(CustomerId::fromText(id.text()) == id);
            QVERIFY(CustomerId::fromBytes(id.bytes()) == id);
        }
    }

    void bytesStandInTheOrderOfTheText()
    {
        const auto id = NoteId::fromText(u"00112233-4455-6677-8899-aabbccddeeff");
        QVERIFY(id);
        QCOMPARE(id->bytes().toHex(), QByteArray("00112233445566778899aabbccddeeff"));
    }

    void onlyCanonicalTextIsAnId_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("empty") << QString();
        QTest::newRow("null uuid") << u"00000000-0000-0000-0000-000000000000"_s;
        QTest::newRow("upper case") << u"00112233-4455-6677-8899-AABBCCDDEEFF"_s;
        QTest::newRow("braces") << u"{00112233-4455-6677-8899-aabbccddeeff}"_s;
        QTest::newRow("no dashes") << u"00112233445566778899aabbccddeeff"_s;
        QTest::newRow("dash too early") << u"0011223-34455-6677-8899-aabbccddeeff"_s;
        QTest::newRow("too short") << u"00112233-4455-6677-8899-aabbccddeef"_s;
        QTest::newRow("too long") << u"00112233-4455-6677-8899-aabbccddeeff0"_s;
        QTest::newRow("space") << u" 0112233-4455-6677-8899-aabbccddeeff"_s;
        QTest::newRow("not hex") << u"0011223g-4455-6677-8899-aabbccddeeff"_s;
        QTest::newRow("other digits") << u"٠٠112233-4455-6677-8899-aabbccddeeff"_s;
    }

    void onlyCanonicalTextIsAnId()
    {
        QFETCH(QString, text);
        QVERIFY(!uuidFromText(text));
        QVERIFY(!MessageId::fromText(text));
    }

    void otherThanSixteenBytesAreNull()
    {
        QVERIFY(TagId::fromBytes({}).isNull());
        QVERIFY(TagId::fromBytes(QByteArray(15, 'a')).isNull());
        QVERIFY(TagId::fromBytes(QByteArray(17, 'a')).isNull());
        QVERIFY(!TagId::fromBytes(QByteArray(16, 'a')).isNull());
    }

    void idsCompareAndHash()
    {
        const DeskId a = DeskId::create();
        const DeskId b = DeskId::create();
        QVERIFY(a == a && a != b);
        QVERIFY((a < b) != (b < a));
        const QSet<DeskId> desks{a, b, DeskId(a.uuid())};
        QCOMPARE(desks.size(), 2);
        QVERIFY(DeskId().isNull());
    }
};

BALCAO_TEST(tst_id)
#include "tst_id.moc"
